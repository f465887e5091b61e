import { civilDateOf } from "@luyue/core/civil-date";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandActiveContract, demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, notFoundOf } from "../runtime/refusals.ts";
import { decisionOn, demandArisen, ofRight } from "./demand-right.ts";

/** Lets a right go 放弃 that has arisen, with the reason: nobody is told of it any more. */
export const letRightGo = defineCommand({
  name: "right.letGo",
  input: ofRight,
  permission: "right:decide",
  async decide(context, { contractId, right: key, reason }) {
    const state = await demandActiveContract(context, contractId);
    const right = demandArisen(state, key, context);
    const on = civilDateOf(context.runtime.now());
    const decision = decisionOn(right, "letGo", { on, reason }, context);
    return decideEntry(state, { kind: "right", id: decision.id, right: decision }, context, {
      answer: { id: decision.id, right: key, decision: decision.decision },
      subject: decision.id,
      after: { right: decision, because: right.because },
      reason,
    });
  },
});

/** Takes a decision on a right back, with the reason: it is open again. A termination is taken back by resuming the contract. */
export const withdrawRightDecision = defineCommand({
  name: "right.withdrawDecision",
  input: z.strictObject({
    contractId: contractIdSchema,
    decisionId: z.string().regex(/^rgt_[0-9a-z]{10,40}$/),
    reason: z.string().trim().min(1).max(1000),
  }),
  permission: "right:decide",
  async decide(context, { contractId, decisionId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = state.work.rights.find(({ id }) => id === decisionId);
    if (before === undefined) throw notFoundOf({ zh: "找不到该决定", en: "no such decision" });
    if (before.withdrawn !== undefined) throw withdrawnAlready;
    if (before.eventIds !== undefined) throw terminated;
    const right = { ...before, withdrawn: { ...actOf(context), reason } };
    return decideEntry(state, { kind: "right", id: decisionId, right }, context, {
      answer: { id: decisionId, right: before.right, decision: before.decision },
      subject: decisionId,
      ...changeLine("right", before, right),
      reason,
    });
  },
});

const withdrawnAlready = conflictOf({ zh: "该决定已撤回", en: "the decision has been taken back" });
const terminated = conflictOf({
  zh: "合同已据此解除，请恢复合同",
  en: "the contract was terminated by it: resume the contract",
});
