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
    const { contract, terms, events, obligations } = await demandContract(context, contractId);
    if (contract.status !== "draft") {
      throw new DomainError("conflict", { zh: "合同已启用", en: "the contract is active already" });
    }
    const after = { ...contract, status: "active" as const };
    const derived = decideDerivation(contract, after, terms.terms, events, obligations, context);
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
