import type { InferRequestType } from "hono/client";
import type { api } from "../../client/api.ts";

/** What a machine's key may be made for. */
export type Scope = InferRequestType<(typeof api.v1)["api-keys"]["$post"]>["json"]["scopes"][number];

const all: Readonly<Record<Scope, true>> = {
  "contract:read": true,
  "contract:write": true,
  "event:record": true,
  "obligation:fulfil": true,
  "invoice:submit": true,
  "payment:request": true,
  "payment:pay": true,
  "deduction:propose": true,
  "work:submit": true,
  "measurement:record": true,
  "incident:report": true,
  "penalty:propose": true,
  "unit:manage": true,
  "finding:handOut": true,
  "vendor:enrol": true,
  "tenant:read": true,
  "record:read": true,
  "file:write": true,
};

export const isScope = (scope: string): scope is Scope => Object.hasOwn(all, scope);
export const scopes: readonly Scope[] = Object.keys(all).filter(isScope);
