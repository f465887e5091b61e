import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { demandActiveContract } from "./demand-contract.ts";

/** Takes back an amendment whose day has not come. */
export const withdrawAmendment = defineCommand({
  name: "contract.withdrawAmendment",
  input: z.strictObject({ contractId: contractIdSchema, reason: z.string().trim().min(1).max(1000) }),
  permission: "contract:write",
  async decide(context, { contractId, reason }) {
    const state = await demandActiveContract(context, contractId);
    const { pending, ...contract } = state.contract;
    if (pending === undefined || pending.from <= civilDateOf(context.runtime.now())) {
      throw new DomainError("conflict", {
        zh: "没有尚未生效的补充协议",
        en: "there is no amendment whose day is still to come",
      });
    }
    const versions = state.versions.filter(({ version }) => version !== pending.version);
    const derived = decideDerivation(state.contract, { ...state, contract, versions }, context);
    return {
      aggregate: derived.aggregate,
      changes: derived.changes,
      answer: { id: contractId, termsVersion: contract.termsVersion },
      subject: contractId,
      recordBefore: { pending },
      recordAfter: { termsVersion: contract.termsVersion, obligations: derived.summary },
      reason,
    };
  },
});
