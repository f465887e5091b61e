import { normaliseAddress } from "@luyue/core/sign-in";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import type { Actor } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";
import type { TenantStore } from "../runtime/store.ts";
import { demandOtherAdministrator } from "./put-member.ts";
import type { Member } from "./tenant.ts";

/**
 * Takes a person out of the agency and forgets what was kept of them but for the record, which procurement law has kept for
 * fifteen years (政府采购法 42; 个人信息保护法 47): their name and what they did stay there, their address never stood there whole.
 */
export const eraseMember = defineCommand({
  name: "member.erase",
  input: z.strictObject({
    id: z.string().max(64),
    reason: z.string().trim().min(1).max(500),
    /** The address whose sign-in goes with them: nobody else signs in by it. */
    forget: z.string().max(254).optional(),
  }),
  permission: "tenant:manage",
  async decide({ store, tenant, actor }, { id, reason, forget }) {
    const member = await demandErasableMember(id, actor, store);
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [
        { change: "deleteMember", subject: member.subject },
        { change: "deletePersonal", address: normaliseAddress(member.email) },
        ...(forget === undefined ? [] : [{ change: "deleteAccount", address: forget } as const]),
      ],
      answer: { id },
      subject: id,
      recordBefore: member,
      reason,
    };
  },
});

/** The person who is to be erased. Throws `notFound`, or `conflict` for oneself and for the last administrator. */
export async function demandErasableMember(id: string, actor: Actor, store: TenantStore): Promise<Member> {
  const member = (await store.listMembers()).find((each) => each.id === id);
  if (member === undefined) throw new DomainError("notFound", { zh: "找不到该人员", en: "no such person" });
  if (member.id === actor.id) {
    throw new DomainError("conflict", {
      zh: "本人的信息请由另一名管理员删除",
      en: "another administrator has to erase you",
    });
  }
  await demandOtherAdministrator(member.subject, store);
  return member;
}
