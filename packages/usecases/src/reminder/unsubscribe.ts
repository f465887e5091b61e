import { normaliseAddress } from "@luyue/core/sign-in";
import { DomainError } from "@luyue/core/error";
import { obligationKindSchema } from "@luyue/core/obligation";
import { maskAddress } from "@luyue/core/party";
import * as z from "zod";
import { systemActor } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { executeCommand } from "../runtime/execute-command.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { sealedToken } from "../runtime/sealed-token.ts";
import type { Platform } from "../runtime/store.ts";

const personToken = sealedToken(
  "unsubscribe",
  z.strictObject({ tenantId: z.string().max(64), address: z.string().max(254) }),
);

/** Where a person gets out of a tenant's mails without signing in: a page, and under `/v1` what it and mail programs post to. */
export function unsubscribePath(tenantId: string, email: string, runtime: Pick<Runtime, "seal">): string {
  return `/unsubscribe/${personToken.seal({ tenantId, address: normaliseAddress(email) }, runtime)}`;
}

/** Takes every kind of reminder mail off for one address 退订; they stay in the product, and the last of a side is still told. */
export const unsubscribe = defineCommand({
  name: "reminder.unsubscribe",
  input: z.strictObject({ address: z.string().max(254) }),
  permission: "reminder:unsubscribe",
  async decide({ store, tenant }, { address }) {
    const before = await store.getPersonal(address);
    const personal = { ...before, address, off: obligationKindSchema.options };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putPersonal", personal }],
      answer: { agency: tenant.name },
      subject: maskAddress(address),
      recordAfter: { off: "all" },
    };
  },
});

interface Dependencies {
  readonly platform: Pick<Platform, "tenant">;
  readonly runtime: Runtime;
}

/** Whom a link takes off which agency's mails. Throws `notFound` for a link that is not ours. */
export async function readUnsubscribe(token: string, { platform, runtime }: Dependencies) {
  const { tenantId, address } = openToken(token, runtime);
  const tenant = await platform.tenant(tenantId).getTenant();
  if (tenant === undefined) throw noSuchLink();
  return { agency: tenant.name, address: maskAddress(address) };
}

/** Follows a link: once or often, it comes to the same. Throws `notFound`. */
export async function followUnsubscribe(
  token: string,
  deps: Dependencies,
): Promise<{ readonly agency: string }> {
  const { tenantId, address } = openToken(token, deps.runtime);
  const { agency } = await readUnsubscribe(token, deps);
  await unsubscribeAddress(tenantId, address, deps);
  return { agency };
}

/** Takes an address off a tenant's mails, unless it is off already. */
export async function unsubscribeAddress(
  tenantId: string,
  email: string,
  { platform, runtime }: Dependencies,
): Promise<void> {
  const address = normaliseAddress(email);
  const store = platform.tenant(tenantId);
  const known = await store.getPersonal(address);
  if (known !== undefined && known.off.length === obligationKindSchema.options.length) return;
  const request = { actor: systemActor, tenantId, input: { address } };
  await executeCommand(unsubscribe, request, { store, runtime });
}

function openToken(token: string, runtime: Runtime) {
  const person = personToken.open(token, runtime);
  if (person === undefined) throw noSuchLink();
  return person;
}

function noSuchLink(): DomainError {
  return new DomainError("notFound", { zh: "退订链接无效", en: "this link is not valid" });
}
