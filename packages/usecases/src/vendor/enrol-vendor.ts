import { creditCodeSchema, vendorSizeSchema } from "@luyue/core/vendor";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { personSchema, type VendorFile } from "../tenant/tenant.ts";

/** The id of a vendor, the same for every tenant that enrols it. */
export function vendorIdOf(creditCode: string): string {
  return `ven_${creditCode}`;
}

/** Opens the tenant's own file on a vendor, or changes it; one vendor may serve many tenants. */
export const enrolVendor = defineCommand({
  name: "vendor.enrol",
  input: z.strictObject({
    creditCode: creditCodeSchema,
    name: z.string().trim().min(1).max(200),
    size: vendorSizeSchema.optional(),
    contacts: z.array(personSchema).max(50),
  }),
  permission: "vendor:enrol",
  async decide({ store, tenant }, input) {
    const vendorId = vendorIdOf(input.creditCode);
    const before = await store.getVendorFile(vendorId);
    const contacts = input.contacts.map((contact) => ({
      ...contact,
      language: contact.language ?? tenant.language,
    }));
    const { creditCode, name, size } = input;
    const file: VendorFile = {
      vendorId,
      creditCode,
      name,
      ...(size === undefined ? {} : { size }),
      contacts,
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putVendorFile", file }],
      answer: file,
      subject: vendorId,
      recordBefore: before,
      recordAfter: file,
    };
  },
});
