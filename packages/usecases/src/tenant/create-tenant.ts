import { languageSchema } from "@luyue/core/text";
import * as z from "zod";
import { startSeals } from "../record/seal-record.ts";
import { defineCommand } from "../runtime/define-command.ts";
import type { Member } from "./tenant.ts";
import { personSchema } from "./tenant.ts";

const issuerUrlSchema = z.url({ protocol: /^https?$/ }).max(500);

const createTenantInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  language: languageSchema.optional(),
  issuer: z.strictObject({ url: issuerUrlSchema, jwksUrl: issuerUrlSchema }),
  administrator: personSchema.safeExtend({ subject: z.string().min(1).max(200) }),
});

/** Makes a tenant with its first administrator; its issuer may belong to no other tenant. */
export const createTenant = defineCommand({
  name: "tenant.create",
  input: createTenantInput,
  permission: "tenant:create",
  foundsTenant: true,
  async decide({ tenant, runtime }, input) {
    const { subject, name, email, language = "zh" } = input.administrator;
    const member: Member = {
      id: runtime.newId("mem"),
      subject,
      name,
      email,
      language,
      roles: ["administrator"],
    };
    const after = { ...tenant, name: input.name, language: input.language ?? "zh", issuer: input.issuer };
    return {
      aggregate: { kind: "tenant", before: tenant, after },
      changes: [{ change: "putMember", member }, startSeals(runtime.now())],
      answer: { id: tenant.id, name: input.name, administratorId: member.id },
      subject: tenant.id,
      recordAfter: { name: input.name, issuer: input.issuer, administrator: member },
    };
  },
});
