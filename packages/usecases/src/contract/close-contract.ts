import { DomainError } from "@luyue/core/error";
import { readLedger } from "@luyue/core/obligation";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { demandContract, demandNothingPending, demandRunningContract } from "./demand-contract.ts";
import { factsOf } from "./facts-of.ts";
import { listOpenMatters } from "./list-open-matters.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";

const reasonSchema = z.string().trim().min(1).max(1000);

/**
 * Closes a contract 关闭: only when nothing is open, or with the reason why what is open may stay so. Secrecy and hand-back
 * go on; everything else is no longer reminded of.
 */
export const closeContract = defineCommand({
  name: "contract.close",
  input: z.strictObject({ contractId: contractIdSchema, reason: reasonSchema.optional() }),
  permission: "contract:write",
  async decide(context, { contractId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const { contract } = state;
    demandNothingPending(state, context);
    const calendar = tenantCalendar(context.tenant, context.runtime);
    const open = listOpenMatters(state, readLedger(state.terms.terms, factsOf(state), calendar));
    if (open.length > 0 && reason === undefined) {
      throw new DomainError("conflict", {
        zh: `尚有未了事项：${open.map(({ zh }) => zh).join("；")}。如仍要关闭，请说明原因`,
        en: `still open: ${open.map(({ en }) => en).join("; ")}. Give a reason to close it all the same`,
      });
    }
    const after = { ...contract, status: "closed" as const };
    const derived = decideDerivation(contract, { ...state, contract: after }, context);
    return {
      aggregate: derived.aggregate,
      changes: derived.changes,
      answer: { id: contractId, status: after.status, open },
      subject: contractId,
      recordBefore: { status: contract.status },
      recordAfter: { status: after.status, open, obligations: derived.summary },
      reason,
    };
  },
});

/** Opens a closed contract again, as it was before. */
export const reopenContract = defineCommand({
  name: "contract.reopen",
  input: z.strictObject({ contractId: contractIdSchema, reason: reasonSchema }),
  permission: "contract:write",
  async decide(context, { contractId, reason }) {
    const state = await demandContract(context, contractId);
    const { contract } = state;
    if (contract.status !== "closed") {
      throw new DomainError("conflict", { zh: "合同未关闭", en: "the contract is not closed" });
    }
    const ended = state.events.some(({ kind }) => kind === "ended");
    const after = { ...contract, status: ended ? ("terminated" as const) : ("active" as const) };
    const derived = decideDerivation(contract, { ...state, contract: after }, context);
    return {
      aggregate: derived.aggregate,
      changes: derived.changes,
      answer: { id: contractId, status: after.status },
      subject: contractId,
      recordBefore: { status: contract.status },
      recordAfter: { status: after.status, obligations: derived.summary },
      reason,
    };
  },
});
