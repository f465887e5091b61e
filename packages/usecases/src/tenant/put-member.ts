import { DomainError } from "@luyue/core/error";
import { roleSchema } from "@luyue/core/party";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import type { TenantStore } from "../runtime/store.ts";
import { type Member, personSchema } from "./tenant.ts";

/** Adds a person to the tenant or changes their roles; no roles takes every right away at once. */
export const putMember = defineCommand({
  name: "member.put",
  input: personSchema.safeExtend({
    subject: z.string().min(1).max(200),
    roles: z.array(roleSchema).max(5),
  }),
  permission: "tenant:manage",
  async decide({ store, tenant, runtime }, input) {
    const before = await store.getMember(input.subject);
    if (!input.roles.includes("administrator")) await demandOtherAdministrator(input.subject, store);
    const member: Member = {
      ...input,
      id: before?.id ?? runtime.newId("mem"),
      language: input.language ?? before?.language ?? tenant.language,
      roles: [...new Set(input.roles)],
      // How somebody came in, and until when, is not changed by what they may do.
      ...(before?.invitedUntil === undefined ? {} : { invitedUntil: before.invitedUntil }),
      ...(before?.emergencyUntil === undefined ? {} : { emergencyUntil: before.emergencyUntil }),
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putMember", member }],
      answer: member,
      subject: member.id,
      recordBefore: before,
      recordAfter: member,
    };
  },
});

/** Nobody else could give the role back: a tenant keeps one administrator. Throws `conflict`. */
export async function demandOtherAdministrator(subject: string, store: TenantStore): Promise<void> {
  const members = await store.listMembers();
  const administrators = members.filter(
    ({ roles, emergencyUntil }) => roles.includes("administrator") && emergencyUntil === undefined,
  );
  if (administrators.length === 0 || administrators.some((member) => member.subject !== subject)) return;
  throw new DomainError("conflict", {
    zh: "本单位须至少保留一名管理员",
    en: "the tenant must keep at least one administrator",
  });
}
