import {
  addDays,
  civilDateOf,
  civilDateSchema,
  type Instant,
  instantAt,
  toEpochMs,
} from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import type { Actor } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { machinePermissions } from "../runtime/permission.ts";
import { invalidAt } from "../runtime/refusals.ts";
import type { ApiKey, Tenant } from "./tenant.ts";

const mostKeys = 20;
const longestDays = 366;

/** What is kept of a key's secret: its SHA-256, so that who reads the store cannot use it. */
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Makes a key 接口密钥 for a machine of the agency: it may do what its scopes say until its last day. What takes a second
 * person, and who may do what in the agency, is no machine's to decide.
 */
export const createApiKey = defineCommand({
  name: "apiKey.create",
  input: z.strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(machinePermissions)).min(1).max(machinePermissions.length),
    validUntil: civilDateSchema,
    hash: hashSchema,
  }),
  permission: "tenant:manage",
  async decide({ tenant, actor, runtime }, { name, scopes, validUntil, hash }) {
    const today = civilDateOf(runtime.now());
    if (validUntil < today || validUntil > addDays(today, longestDays)) {
      throw invalidAt("/validUntil", {
        zh: `须为今天起${longestDays}天内的日期`,
        en: `a day within ${longestDays} days from today`,
      });
    }
    const { apiKeys = [] } = tenant;
    if (apiKeys.length >= mostKeys) {
      throw new DomainError("conflict", { zh: `最多${mostKeys}个密钥`, en: `at most ${mostKeys} keys` });
    }
    const key: ApiKey = {
      id: runtime.newId("key"),
      name,
      scopes: [...new Set(scopes)],
      validUntil,
      hash,
      createdAt: runtime.now(),
      createdBy: actor.id,
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: { ...tenant, apiKeys: [...apiKeys, key] } },
      changes: [],
      answer: showApiKey(key),
      subject: key.id,
      recordAfter: showApiKey(key),
    };
  },
});

/** Takes a key away; the next request with it is refused. */
export const revokeApiKey = defineCommand({
  name: "apiKey.revoke",
  input: z.strictObject({ id: z.string().max(64) }),
  permission: "tenant:manage",
  async decide({ tenant }, { id }) {
    const { apiKeys = [] } = tenant;
    const found = apiKeys.find((each) => each.id === id);
    if (found === undefined) throw new DomainError("notFound", { zh: "找不到该密钥", en: "no such key" });
    const after = { ...tenant, apiKeys: apiKeys.filter((each) => each.id !== id) };
    return {
      aggregate: { kind: "tenant", before: tenant, after },
      changes: [],
      answer: { id },
      subject: id,
      recordBefore: showApiKey(found),
    };
  },
});

/** A key as people see it: without anything of its secret. */
export function showApiKey({ hash: _hash, ...shown }: ApiKey): Omit<ApiKey, "hash"> {
  return shown;
}

/** Who a key of a tenant stands for, by the hash of its secret; undefined where it stands for nobody, or no longer. */
export function findKeyHolder(tenant: Tenant, id: string, hash: string, now: Instant): Actor | undefined {
  const key = tenant.apiKeys?.find((each) => each.id === id && each.hash === hash);
  if (key === undefined || toEpochMs(now) >= toEpochMs(endOf(key))) return undefined;
  const { name, scopes } = key;
  return { kind: "member", id, tenantId: tenant.id, name, roles: [], scopes };
}

/** A key holds through its last day. */
function endOf({ validUntil }: ApiKey): Instant {
  return instantAt(addDays(validUntil, 1), "00:00");
}
