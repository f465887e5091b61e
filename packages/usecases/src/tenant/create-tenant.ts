import { languageSchema } from "@luyue/core/text";
import * as z from "zod";
import { startSeals } from "../record/seal-record.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { showIssuer } from "./change-sign-in.ts";
import { invitedUntil, inviteLetter } from "./invite-member.ts";
import { issuerSchema, type Member, personSchema } from "./tenant.ts";

const createTenantInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  language: languageSchema.optional(),
  issuer: issuerSchema.optional(),
  administrator: personSchema.safeExtend({ subject: z.string().min(1).max(200).optional() }),
});

/**
 * Makes a tenant with its first administrator; its issuer may belong to no other tenant. One whose subject is not known yet is
 * invited by mail.
 */
export const createTenant = defineCommand({
  name: "tenant.create",
  input: createTenantInput,
  permission: "tenant:create",
  foundsTenant: true,
  async decide({ tenant, actor, runtime }, input) {
    const { subject, name, email, language = "zh" } = input.administrator;
    const { issuer } = input;
    const member: Member = {
      id: runtime.newId("mem"),
      subject: subject ?? runtime.newId("sub"),
      name,
      email,
      language,
      roles: ["administrator"],
      ...(subject === undefined ? { invitedUntil: invitedUntil(runtime.now()) } : {}),
    };
    const after = {
      ...tenant,
      name: input.name,
      language: input.language ?? "zh",
      ...(issuer === undefined ? {} : { issuer }),
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after },
      changes: [
        { change: "putMember", member },
        startSeals(runtime),
        ...(subject === undefined ? [inviteLetter(member, after, actor, runtime)] : []),
      ],
      answer: { id: tenant.id, name: input.name, administratorId: member.id },
      subject: tenant.id,
      recordAfter: { name: input.name, issuer: showIssuer(issuer), administrator: member },
    };
  },
});
