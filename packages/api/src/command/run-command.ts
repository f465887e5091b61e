import { type Command, executeCommand } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import type * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { readConditions } from "./read-conditions.ts";
import { tenantOf } from "./tenant-of.ts";

/**
 * Runs a command for the actor of a request, in their tenant or in the one that is named, and puts the new version
 * (`ETag`) and whether the answer is an earlier one (`Idempotency-Replayed`) on the answer.
 */
export async function runCommand<S extends z.ZodType, A>(
  c: Context<ApiEnvironment>,
  { platform, runtime }: RouteDependencies,
  command: Command<S, A>,
  input: z.input<S>,
  tenantId = tenantOf(c),
): Promise<A> {
  const request = { actor: c.get("actor"), tenantId, input, ...readConditions(c) };
  const { answer, version, replayed } = await executeCommand(command, request, {
    store: platform.tenant(tenantId),
    runtime,
  });
  c.header("ETag", etagOf(version));
  if (replayed) c.header("Idempotency-Replayed", "true");
  return answer;
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
