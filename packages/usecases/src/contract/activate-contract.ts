import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { demandContract } from "./demand-contract.ts";

/** A person has confirmed the terms: the contract becomes active and its obligations are derived. */
export const activateContract = defineCommand({
  name: "contract.activate",
  input: z.strictObject({ contractId: contractIdSchema }),
  permission: "contract:write",
  async decide(context, { contractId }) {
    const state = await demandContract(context, contractId);
    const { contract } = state;
    if (contract.status !== "draft") {
      throw new DomainError("conflict", { zh: "合同已启用", en: "the contract is active already" });
    }
    const file = await context.store.getVendorFile(contract.vendorId);
    const size = file?.size === undefined ? {} : { vendorSize: file.size };
    const after = { ...contract, status: "active" as const, ...size };
    const derived = decideDerivation(contract, { ...state, contract: after }, context);
    return {
      aggregate: derived.aggregate,
      changes: derived.changes,
      answer: { id: contractId, status: after.status, obligations: derived.summary.created },
      subject: contractId,
      recordBefore: { status: contract.status },
      recordAfter: { status: after.status, obligations: derived.summary },
    };
  },
});
