import type { Right, RightDecision } from "@luyue/core/right";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import type { ContractState } from "../contract/contract.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
import { actOf } from "../runtime/act.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { conflictOf, notFoundOf } from "../runtime/refusals.ts";
import { readRights } from "./read-risk.ts";

export const ofRight = z.strictObject({
  contractId: contractIdSchema,
  right: z.string().min(1).max(200),
  reason: z.string().trim().min(1).max(1000),
});

/** A right that has arisen and that nobody has decided on. Throws `notFound` where it has not, `conflict` where it is. */
export function demandArisen(state: ContractState, key: string, context: CommandContext): Right {
  const rights = readRights(state, obligationsNow(state, context), context.runtime.now());
  const right = rights.find((each) => each.key === key);
  if (right === undefined) throw notFoundOf({ zh: "该权利尚未发生", en: "no such right has arisen" });
  const decided = state.work.rights.find((each) => each.right === key && each.withdrawn === undefined);
  if (decided === undefined) return right;
  throw conflictOf({
    zh: decided.decision === "exercised" ? "该权利已行使" : "该权利已放弃",
    en: decided.decision === "exercised" ? "the right has been exercised" : "the right has been let go",
  });
}

/** The decision on a right by a person, today or on a day. */
export function decisionOn(
  { key, terms, title, arisenOn }: Right,
  decision: RightDecision["decision"],
  facts: Pick<RightDecision, "on" | "reason"> & Partial<Pick<RightDecision, "until" | "eventIds">>,
  context: CommandContext,
): RightDecision {
  return {
    id: context.runtime.newId("rgt"),
    right: key,
    ...(terms === undefined ? {} : { terms }),
    title,
    arisenOn,
    decision,
    ...facts,
    decided: actOf(context),
  };
}
