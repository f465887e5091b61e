import * as z from "zod";
import { keySchema } from "../event/index.ts";
import { sideSchema } from "../party/index.ts";
import { decimalSchema } from "./decimal.ts";
import { clauseSchema, titleSchema } from "./title.ts";

const timesShape = { bound: z.enum(["atLeast", "moreThan"]), value: z.int().min(1).max(10_000) };
const withinSchema = z.strictObject({
  count: z.int().min(1).max(1000),
  unit: z.enum(["day", "month", "year"]),
});
const amongIncidents = {
  kinds: z.array(keySchema).min(1).max(20).optional(),
  classes: z.array(keySchema).min(1).max(20).optional(),
};

/**
 * What a counter 计数 has to come to: so many incidents of the vendor's, the hours that they lasted together, or so many
 * person-times of absence, anywhere within a time; a shared cap of penalties that is used up; a delay that a penalty for
 * each day is owed for; a penalty that was imposed; a breach that was not cured in
 * time; a full rectification, demanded by the right `after`, that was not done by its day; an acceptance that failed more often than it may, or was not put right by the buyer's day. `after`: only what happened after
 * that right was exercised counts.
 */
export const counterSchema = z.discriminatedUnion("count", [
  z.strictObject({
    count: z.literal("incidents"),
    ...amongIncidents,
    ...timesShape,
    within: withinSchema.optional(),
    after: keySchema.optional(),
  }),
  z.strictObject({
    count: z.literal("incidentHours"),
    ...amongIncidents,
    bound: z.enum(["atLeast", "moreThan"]),
    value: decimalSchema,
    within: withinSchema.optional(),
  }),
  z.strictObject({ count: z.literal("personTimes"), ...timesShape, within: withinSchema.optional() }),
  z.strictObject({ count: z.literal("cap"), cap: keySchema }),
  z.strictObject({ count: z.literal("lateDays"), penalty: keySchema, ...timesShape }),
  z.strictObject({ count: z.literal("imposed"), penalties: z.array(keySchema).min(1).max(50) }),
  z.strictObject({ count: z.literal("uncured") }),
  z.strictObject({ count: z.literal("unrectified"), after: keySchema }),
  z.strictObject({
    count: z.literal("acceptance"),
    acceptance: keySchema,
    because: z.enum(["exceeded", "late"]),
  }),
]);
export type Counter = z.infer<typeof counterSchema>;

/**
 * A right 权利 that the contract gives once one of its counters has come so far: to terminate, or to demand a full
 * rectification. `penalty` is owed besides once it is exercised; `settles`: what has been paid is all given back (`refund`),
 * or the qualified work is settled by the time worked of the term.
 */
export const rightSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  holder: sideSchema.optional(),
  gives: z.enum(["terminate", "rectify"]),
  any: z.array(counterSchema).min(1).max(10),
  penalty: keySchema.optional(),
  settles: z
    .discriminatedUnion("settles", [
      z.strictObject({ settles: z.literal("refund") }),
      z.strictObject({ settles: z.literal("worked"), term: keySchema }),
    ])
    .optional(),
  clause: clauseSchema.optional(),
});
export type RightTerms = z.infer<typeof rightSchema>;
