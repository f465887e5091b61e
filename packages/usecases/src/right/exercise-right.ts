import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { moneySchema } from "@luyue/core/money";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandActiveContract } from "../contract/demand-contract.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { decisionOn, demandArisen, ofRight } from "./demand-right.ts";
import { givesOther, planTermination } from "./plan-termination.ts";

/**
 * Demands the full rectification 全面整改 that a right gives, by a day: the vendor owes it, and what happens after today
 * counts towards what the contract says of that.
 */
export const demandRectification = defineCommand({
  name: "right.demandRectification",
  input: ofRight.extend({ until: civilDateSchema }),
  permission: "right:decide",
  async decide(context, { contractId, right: key, reason, until }) {
    const state = await demandActiveContract(context, contractId);
    const right = demandArisen(state, key, context);
    if (right.gives !== "rectify") throw givesOther(right);
    const on = civilDateOf(context.runtime.now());
    if (until < on) throw invalidAt("/until", { zh: "日期早于今天", en: "the date is before today" });
    const decision = decisionOn(right, "exercised", { on, until, reason }, context);
    return decideEntry(state, { kind: "right", id: decision.id, right: decision }, context, {
      answer: { id: decision.id, right: key, decision: decision.decision, until },
      subject: decision.id,
      after: { right: decision, because: right.because },
      reason,
    });
  },
});

/**
 * Terminates the contract 解除合同 by a right that has arisen, on a day: the work done is settled as the right says, what has
 * been paid beyond it is owed back, data are demanded back where the contract gives that, secrecy is counted from the end,
 * and a penalty that the right names is shown as owed. All in one transaction; `contract.resume` takes all of it back.
 */
export const terminateByRight = defineCommand({
  name: "right.terminate",
  input: ofRight.extend({ on: civilDateSchema, price: moneySchema.optional() }),
  permission: "right:decide",
  async decide(context, { contractId, right: key, reason, on, price }) {
    const state = await demandActiveContract(context, contractId);
    const plan = planTermination(state, { right: key, on, price, reason }, context);
    const { because, decision, entry, events, consequences } = plan;
    return decideEntry(state, entry, context, {
      answer: { id: decision.id, right: key, status: "terminated" as const, on, ...consequences },
      subject: decision.id,
      events,
      head: { status: "terminated" },
      before: { status: state.contract.status },
      after: { status: "terminated", right: decision, because, ...consequences },
      reason,
    });
  },
});
