import * as z from "zod";
import { dateRuleSchema } from "../date-rule/index.ts";
import { clauseSchema } from "./title.ts";

const daysSchema = z.strictObject({
  count: z.int().min(1).max(365),
  unit: z.enum(["workingDay", "day", "week", "month"]),
});

/**
 * The vendor's people 项目人员: how many stand on the roster, within what time the buyer answers to a change (five working
 * days where nothing is said), and the secrecy agreement that each of them signs: for how long at least, and when its copy
 * is filed with the buyer (a rule on the day on which the person joins). How far ahead a change is asked for is a notice of
 * the terms.
 */
export const peopleSchema = z.strictObject({
  roster: z.int().min(1).max(1000).optional(),
  answer: daysSchema.optional(),
  agreement: z
    .strictObject({
      years: z.int().min(1).max(100).optional(),
      due: dateRuleSchema,
      clause: clauseSchema.optional(),
    })
    .optional(),
  clause: clauseSchema.optional(),
});
export type PeopleTerms = z.infer<typeof peopleSchema>;
