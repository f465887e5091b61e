import * as z from "zod";
import { keySchema, subjectSchema } from "../event/index.ts";
import { decimalSchema } from "./decimal.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** What a measured value is counted in. */
export const measureUnitSchema = z.enum([
  "percent",
  "minute",
  "hour",
  "day",
  "workingDay",
  "month",
  "time",
  "person",
  "point",
]);
export type MeasureUnit = z.infer<typeof measureUnitSchema>;

const boundShape = {
  measure: keySchema,
  of: subjectSchema.optional(),
  bound: z.enum(["atLeast", "moreThan", "atMost", "lessThan"]),
  value: decimalSchema,
  unit: measureUnitSchema,
};

/** A value that a measure has to keep to: availability more than 99 percent. `of` narrows it to one service. */
export const boundSchema = z.strictObject(boundShape);
export type Bound = z.infer<typeof boundSchema>;

/** A limit 指标 that a clause states; the same measure may be limited in several places, and then they ought to agree. */
export const limitSchema = z.strictObject({
  ...boundShape,
  title: titleSchema,
  clause: clauseSchema.optional(),
});
