import { creditCodeSchema } from "@luyue/core/vendor";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { type PartnerUser, personSchema } from "../tenant/tenant.ts";
import { vendorIdOf } from "../vendor/enrol-vendor.ts";

/**
 * Lets a person of a vendor sign in to the partner portal, by mail or by the portal's issuer where a subject is given. The operator's command, on the platform's own record:
 * no tenant may open another tenant's contracts to somebody by naming them.
 */
export const enrolPartner = defineCommand({
  name: "partner.enrol",
  input: personSchema.safeExtend({
    creditCode: creditCodeSchema,
    subject: z.string().min(1).max(200).optional(),
  }),
  permission: "partner:enrol",
  async decide({ tenant, runtime }, { creditCode, subject, name, email, language = "zh" }) {
    const user: PartnerUser = {
      id: runtime.newId("usr"),
      subject: subject ?? runtime.newId("sub"),
      vendorId: vendorIdOf(creditCode),
      name,
      email,
      language,
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "createPartnerUser", user }],
      answer: user,
      subject: user.id,
      recordAfter: user,
    };
  },
});
