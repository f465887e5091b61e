import { addDays, civilDateOf, type Instant, instantAt } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { roleSchema } from "@luyue/core/party";
import { normaliseAddress } from "@luyue/core/sign-in";
import * as z from "zod";
import { outboxForLetter } from "../reminder/outbox-for-letter.ts";
import type { Actor } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Change } from "../runtime/store.ts";
import { type Member, personSchema, type Tenant } from "./tenant.ts";

/** An invitation holds through the fourteenth day after it. */
const invitationDays = 14;

export function invitedUntil(now: Instant): Instant {
  return instantAt(addDays(civilDateOf(now), invitationDays + 1), "00:00");
}

/**
 * Invites a person to the agency: a mail tells them where to sign in, and they are a member once they have. Inviting an address
 * again that has not come yet renews the invitation with what it says now.
 */
export const inviteMember = defineCommand({
  name: "member.invite",
  input: personSchema.safeExtend({ roles: z.array(roleSchema).min(1).max(5) }),
  permission: "tenant:manage",
  async decide({ store, tenant, actor, runtime }, input) {
    const address = normaliseAddress(input.email);
    const members = await store.listMembers();
    const before = members.find(({ email }) => normaliseAddress(email) === address);
    if (before !== undefined && before.invitedUntil === undefined) {
      throw new DomainError("conflict", {
        zh: "该邮箱已属于本单位的一名人员",
        en: "this address already belongs to a person of the agency",
      });
    }
    const member: Member = {
      id: before?.id ?? runtime.newId("mem"),
      subject: before?.subject ?? runtime.newId("sub"),
      name: input.name,
      email: input.email,
      language: input.language ?? tenant.language,
      roles: [...new Set(input.roles)],
      invitedUntil: invitedUntil(runtime.now()),
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putMember", member }, inviteLetter(member, tenant, actor, runtime)],
      answer: member,
      subject: member.id,
      recordBefore: before,
      recordAfter: member,
    };
  },
});

/** The mail that tells an invited person where to sign in. */
export function inviteLetter(member: Member, tenant: Tenant, by: Actor, runtime: Runtime): Change {
  const { name, email, language, roles, invitedUntil: until } = member;
  return outboxForLetter(
    {
      kind: "invitation",
      recipient: { name, language },
      url: `${runtime.baseUrl}/sign-in/${tenant.id}`,
      organisation: tenant.name,
      by: by.name,
      roles,
      ...(until === undefined ? {} : { until }),
    },
    { name, address: email, side: "buyer" },
    tenant.id,
    runtime,
  );
}
