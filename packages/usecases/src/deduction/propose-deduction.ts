import type { Deduction } from "@luyue/core/deduction";
import type { DomainError } from "@luyue/core/error";
import { evidenceListSchema } from "@luyue/core/event";
import { moneySchema } from "@luyue/core/money";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";

/** Proposes a deduction 扣款 with its reason and clause; somebody else decides it. */
export const proposeDeduction = defineCommand({
  name: "deduction.propose",
  input: z.strictObject({
    contractId: contractIdSchema,
    title: z.string().trim().min(1).max(200),
    reason: z.string().trim().min(1).max(2000),
    amount: moneySchema,
    clause: z.string().min(1).max(100).optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "deduction:propose",
  async decide(context, { contractId, clause, evidence = [], ...facts }) {
    const state = await demandRunningContract(context, contractId);
    if (facts.amount === "0.00") throw nothing();
    await demandEvidence(evidence, context);
    const deduction: Deduction = {
      id: context.runtime.newId("ded"),
      ...facts,
      ...(clause === undefined ? {} : { clause }),
      evidence,
      proposed: actOf(context),
      state: "proposed",
    };
    const { id } = deduction;
    return decideEntry(state, { kind: "deduction", id, deduction }, context, {
      answer: { id, state: deduction.state, amount: deduction.amount },
      subject: id,
      after: { deduction },
    });
  },
});

function nothing(): DomainError {
  return invalidAt("/amount", { zh: "扣款须大于零", en: "a deduction is more than nothing" });
}
