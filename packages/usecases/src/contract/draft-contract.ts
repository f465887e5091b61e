import { createCalendar } from "@luyue/core/calendar";
import { countVerdicts } from "@luyue/core/check";
import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import { deriveObligations } from "@luyue/core/obligation";
import * as z from "zod";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { emptyRecord } from "../runtime/record-entry.ts";
import type { VendorFile } from "../tenant/tenant.ts";
import { vendorIdOf } from "../vendor/enrol-vendor.ts";
import type { Contract } from "./contract.ts";
import { contractIdSchema } from "./contract-id.ts";
import { checkTerms } from "./demand-checks.ts";
import { demandContract } from "./demand-contract.ts";

/** Enters the terms of a signed contract as a draft. The vendor has to be on the tenant's file. */
export const draftContract = defineCommand({
  name: "contract.draft",
  input: z.strictObject({ terms: contractTermsSchema }),
  permission: "contract:write",
  async decide(context, { terms }) {
    const { runtime, tenant } = context;
    const vendor = await demandVendor(context, terms);
    demandDerivable(terms);
    const at = runtime.now();
    const checks = checkTerms(terms, [], [], vendor.size, context);
    const contract: Contract = {
      id: runtime.newId("ctr"),
      tenantId: tenant.id,
      vendorId: vendor.vendorId,
      status: "draft",
      ...headOf(terms, vendor),
      termsVersion: 1,
      version: 0,
      record: emptyRecord,
      createdAt: at,
    };
    return {
      aggregate: { kind: "contract", before: undefined, after: contract },
      changes: [
        { change: "putTerms", contractId: contract.id, terms: { version: 1, terms, at }, present: true },
      ],
      answer: { id: contract.id, status: contract.status, checks: countVerdicts(checks) },
      subject: contract.id,
      recordAfter: {
        number: terms.number,
        name: terms.name,
        vendorId: vendor.vendorId,
        total: terms.price.total,
      },
    };
  },
});

/** Replaces the terms of a draft. */
export const editDraft = defineCommand({
  name: "contract.edit",
  input: z.strictObject({ contractId: contractIdSchema, terms: contractTermsSchema }),
  permission: "contract:write",
  async decide(context, { contractId, terms }) {
    const { contract, terms: before } = await demandContract(context, contractId);
    if (contract.status !== "draft") {
      throw new DomainError("conflict", {
        zh: "合同已启用，请用补充协议变更",
        en: "the contract is active: amend it",
      });
    }
    if (terms.number !== contract.number) {
      throw new DomainError(
        "invalid",
        { zh: "草稿的合同编号不可更改", en: "the number of a draft cannot be changed" },
        [
          {
            path: "/terms/number",
            reason: { zh: `应为 ${contract.number}`, en: `must be ${contract.number}` },
          },
        ],
      );
    }
    const vendor = await demandVendor(context, terms);
    demandDerivable(terms);
    const after = { ...contract, ...headOf(terms, vendor), vendorId: vendor.vendorId };
    const checks = checkTerms(terms, [], [], vendor.size, context);
    const first = { version: 1, terms, at: context.runtime.now() };
    return {
      aggregate: { kind: "contract", before: contract, after },
      changes: [{ change: "putTerms", contractId, terms: first, present: true }],
      answer: { id: contractId, status: contract.status, checks: countVerdicts(checks) },
      subject: contractId,
      recordBefore: before.terms,
      recordAfter: terms,
    };
  },
});

export function headOf(terms: ContractTerms, vendor: Pick<VendorFile, "name">) {
  return {
    number: terms.number,
    name: terms.name,
    vendorName: vendor.name,
    buyerName: terms.parties.buyer.name,
    total: terms.price.total,
  };
}

async function demandVendor({ store }: CommandContext, terms: ContractTerms): Promise<VendorFile> {
  const { creditCode } = terms.parties.vendor;
  const file = creditCode === undefined ? undefined : await store.getVendorFile(vendorIdOf(creditCode));
  if (file !== undefined) return file;
  throw new DomainError("invalid", { zh: "供应商尚未建档", en: "the vendor is not on file" }, [
    {
      path: "/terms/parties/vendor/creditCode",
      reason: {
        zh: "请填写统一社会信用代码，并先为该供应商建档",
        en: "give the unified social credit code of a vendor that has been enrolled",
      },
    },
  ]);
}

/** Rules that rest on each other, or a remainder below zero, are refused before anything is stored. */
export function demandDerivable(terms: ContractTerms): void {
  deriveObligations(terms, [], createCalendar({}));
}
