import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { checkTerms, demandReasonFor, describeFailed, listFailed } from "./demand-checks.ts";
import { demandContract } from "./demand-contract.ts";
import { factsOf } from "./facts-of.ts";

/**
 * A person has confirmed the terms: the contract becomes active and its obligations are derived. Where a check fails, the
 * reason for going on (`despite`) is demanded and stands on the record.
 */
export const activateContract = defineCommand({
  name: "contract.activate",
  input: z.strictObject({
    contractId: contractIdSchema,
    despite: z.string().trim().min(1).max(1000).optional(),
  }),
  permission: "contract:write",
  async decide(context, { contractId, despite }) {
    const state = await demandContract(context, contractId);
    const { contract } = state;
    if (contract.status !== "draft") {
      throw new DomainError("conflict", { zh: "合同已启用", en: "the contract is active already" });
    }
    const file = await context.store.getVendorFile(contract.vendorId);
    const failed = listFailed(checkTerms(state.terms.terms, [], factsOf(state), file?.size, context));
    demandReasonFor(failed, despite);
    const size = file?.size === undefined ? {} : { vendorSize: file.size };
    const after = { ...contract, status: "active" as const, ...size };
    const derived = decideDerivation(contract, { ...state, contract: after }, context);
    return {
      aggregate: derived.aggregate,
      changes: derived.changes,
      answer: { id: contractId, status: after.status, obligations: derived.summary.created },
      subject: contractId,
      recordBefore: { status: contract.status },
      recordAfter: {
        status: after.status,
        obligations: derived.summary,
        ...(failed.length === 0 ? {} : { failedChecks: describeFailed(failed) }),
      },
      ...(failed.length === 0 ? {} : { reason: despite }),
    };
  },
});
