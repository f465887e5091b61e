import * as z from "zod";
import { keySchema } from "../event/index.ts";
import { decimalSchema } from "./decimal.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** How an item's full marks are shared out, e.g. timeliness 20 %, quality 50 %, records 30 %. */
const splitSchema = z.strictObject({ key: keySchema, title: titleSchema, percent: decimalSchema });

/** An item of the score sheet; `services` says from whose schedule it follows whether the item counts in a period. */
const scoreItemSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  full: z.int().min(1).max(1000),
  split: z.array(splitSchema).min(1).max(10),
  services: z.array(keySchema).min(1).max(20).optional(),
});

const gradeSchema = z.strictObject({ key: keySchema, title: titleSchema, from: decimalSchema });

const daysSchema = z.strictObject({ count: z.int().min(1).max(365), unit: z.enum(["workingDay", "day"]) });

/** What follows where the score of so many periods in a row is below a figure; `penalty` is the one that is then owed. */
const triggerSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  below: decimalSchema,
  inARow: z.int().min(1).max(100),
  penalty: keySchema.optional(),
  clause: clauseSchema.optional(),
});

/**
 * The score 考核 of the vendor's work: items for each period of a term (the first one unless named), and the grades of the
 * mean of a year's periods. `propose`: how long after a period its score has to be proposed; `answer`: how long the vendor
 * then has to answer, five working days where nothing is said.
 */
export const scoreSchema = z.strictObject({
  period: z.enum(["month", "quarter", "year"]),
  term: keySchema.optional(),
  items: z.array(scoreItemSchema).min(1).max(100),
  grades: z.array(gradeSchema).min(1).max(20).optional(),
  propose: daysSchema.optional(),
  answer: daysSchema.optional(),
  triggers: z.array(triggerSchema).min(1).max(20).optional(),
  clause: clauseSchema.optional(),
});
export type ScoreTerms = z.infer<typeof scoreSchema>;
export type ScoreItem = ScoreTerms["items"][number];
