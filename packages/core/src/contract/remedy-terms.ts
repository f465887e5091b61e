import * as z from "zod";
import { dateRuleSchema } from "../date-rule/index.ts";
import { clauseSchema } from "./title.ts";

/** How long the vendor may answer a proposed penalty; five working days where nothing is said. */
export const penaltyAnswerSchema = z.strictObject({
  count: z.int().min(1).max(365),
  unit: z.enum(["workingDay", "day"]),
  clause: clauseSchema.optional(),
});
export type PenaltyAnswerTerms = z.infer<typeof penaltyAnswerSchema>;

/** A breach that is noticed in writing is cured within a time (a rule on the notice); after it the other side may terminate. */
export const cureSchema = z.strictObject({ due: dateRuleSchema, clause: clauseSchema.optional() });

/** What force majeure 不可抗力 does to dates: those that were running move by as long as it lasted. */
export const forceMajeureSchema = z.strictObject({
  moves: z.literal(true),
  clause: clauseSchema.optional(),
});
