import { DomainError } from "@luyue/core/error";
import { outboxForLetter } from "../reminder/outbox-for-letter.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { type PartnerUser, personSchema } from "../tenant/tenant.ts";

/** Somebody of a vendor lets a colleague in: to what the vendor sees, and nothing else. On the platform's own record. */
export const invitePartner = defineCommand({
  name: "partner.invite",
  input: personSchema,
  permission: "partner:invite",
  async decide({ tenant, actor, runtime }, { name, email, language = "zh" }) {
    if (actor.kind !== "partner") throw notForVendor();
    const user: PartnerUser = {
      id: runtime.newId("usr"),
      subject: runtime.newId("sub"),
      vendorId: actor.vendorId,
      name,
      email,
      language,
    };
    const letter = outboxForLetter(
      {
        kind: "invitation",
        recipient: { name, language },
        url: `${runtime.baseUrl}/sign-in`,
        by: actor.name,
        roles: [],
      },
      { name, address: email, side: "vendor" },
      tenant.id,
      runtime,
    );
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "createPartnerUser", user }, letter],
      answer: user,
      subject: user.id,
      recordAfter: user,
    };
  },
});

function notForVendor(): DomainError {
  return new DomainError("forbidden", { zh: "仅限供应商人员", en: "for a vendor's people only" });
}
