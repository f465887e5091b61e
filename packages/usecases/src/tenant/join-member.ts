import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";

/**
 * An invited person has come: the member's own command, as they sign in for the first time. Where the agency has an issuer,
 * they are found from now on by the subject that it knows them by.
 */
export const joinMember = defineCommand({
  name: "member.join",
  input: z.strictObject({ subject: z.string().min(1).max(200) }),
  permission: "member:join",
  async decide({ store, tenant, actor }, { subject }) {
    const before = (await store.listMembers()).find(({ id }) => id === actor.id);
    const other = await store.getMember(subject);
    if (before?.invitedUntil === undefined || (other !== undefined && other.id !== before.id)) {
      throw new DomainError("conflict", { zh: "没有待接受的邀请", en: "there is no invitation to accept" });
    }
    const { invitedUntil: _over, ...member } = { ...before, subject };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [
        ...(before.subject === subject ? [] : [{ change: "deleteMember", subject: before.subject } as const]),
        { change: "putMember", member },
      ],
      answer: { id: member.id, subject },
      subject: member.id,
      recordBefore: before,
      recordAfter: member,
    };
  },
});
