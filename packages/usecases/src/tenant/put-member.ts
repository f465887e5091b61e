import { DomainError } from "@luyue/core/error";
import { roleSchema } from "@luyue/core/party";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import type { TenantStore } from "../runtime/store.ts";
import { type Member, personSchema } from "./tenant.ts";

/** Adds a person to the tenant or changes their roles; no roles takes every right away at once. */
export const putMember = defineCommand({
  name: "member.put",
  input: personSchema.safeExtend({
    subject: z.string().min(1).max(200),
    roles: z.array(roleSchema).max(5),
    superior: z.string().min(1).max(200).optional(),
  }),
  permission: "tenant:manage",
  async decide({ store, tenant, runtime }, input) {
    const before = await store.getMember(input.subject);
    await demandSuperior(input, store);
    if (!input.roles.includes("administrator")) await demandOtherAdministrator(input.subject, store);
    const { superior, ...facts } = input;
    const member: Member = {
      ...facts,
      ...(superior === undefined ? {} : { superior }),
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

/** Who somebody reports to is another person of the agency. Throws `invalid`. */
async function demandSuperior(
  { subject, superior }: { readonly subject: string; readonly superior?: string | undefined },
  store: TenantStore,
): Promise<void> {
  if (superior === undefined) return;
  if (superior !== subject && (await store.getMember(superior)) !== undefined) return;
  throw invalidAt("/superior", {
    zh: "上级须为本单位的另一名人员",
    en: "who they report to is another person of the agency",
  });
}

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
