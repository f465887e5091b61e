import { civilDateSchema } from "@luyue/core/civil-date";
import { contractTermsSchema } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { demandActiveContract } from "./demand-contract.ts";
import { demandDerivable, headOf } from "./draft-contract.ts";

/**
 * A supplement 补充协议 changes the terms. Earlier versions stay readable, obligations are derived anew, and what has
 * been fulfilled stays as it was even where its term is gone.
 */
export const amendContract = defineCommand({
  name: "contract.amend",
  input: z.strictObject({
    contractId: contractIdSchema,
    terms: contractTermsSchema,
    from: civilDateSchema,
    reason: z.string().trim().min(1).max(1000),
  }),
  permission: "contract:write",
  async decide(context, { contractId, terms, from, reason }) {
    const state = await demandActiveContract(context, contractId);
    const { contract, terms: before } = state;
    if (
      terms.number !== contract.number ||
      terms.parties.vendor.creditCode !== before.terms.parties.vendor.creditCode
    ) {
      throw new DomainError("invalid", {
        zh: "补充协议不能更改合同编号或供应商",
        en: "an amendment can change neither the contract's number nor its vendor",
      });
    }
    demandDerivable(terms);
    const version = contract.termsVersion + 1;
    const after = { ...contract, ...headOf(terms, { name: contract.vendorName }), termsVersion: version };
    const amended = { version, terms, from, reason, at: context.runtime.now() };
    const next = { ...state, contract: after, terms: amended, versions: [...state.versions, amended] };
    const derived = decideDerivation(contract, next, context);
    return {
      aggregate: derived.aggregate,
      changes: [{ change: "putTerms", contractId, terms: amended, present: true }, ...derived.changes],
      answer: { id: contractId, termsVersion: version, obligations: derived.summary },
      subject: contractId,
      recordBefore: { termsVersion: before.version },
      recordAfter: { termsVersion: version, from, obligations: derived.summary },
      reason,
    };
  },
});
