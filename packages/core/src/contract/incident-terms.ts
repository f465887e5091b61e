import * as z from "zod";
import { keySchema } from "../event/index.ts";
import { decimalSchema } from "./decimal.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** What an incident is by its nature, such as an outage or an intrusion. */
const incidentKindSchema = z.strictObject({ key: keySchema, title: titleSchema });

/**
 * Something that the classes ask of an incident: a figure in a unit (people affected), or without a unit a yes or no (noticed
 * nationally). Two are known by themselves: `duration`, the hours from when it happened until recovery, and `key-period`,
 * whether it happened in one of the tenant's key periods.
 */
const incidentFactSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  unit: z.string().min(1).max(20).optional(),
});
export type IncidentFact = z.infer<typeof incidentFactSchema>;

/** The facts that nobody enters. */
export const computedFacts = ["duration", "key-period"] as const;

const plainConditionSchema = z.union([
  z.strictObject({
    fact: keySchema,
    bound: z.enum(["atLeast", "moreThan", "atMost", "lessThan"]),
    value: decimalSchema,
  }),
  z.strictObject({ fact: keySchema, is: z.boolean() }),
]);

/** What has to hold of an incident: a figure keeps to a bound, a question is answered so, or one of several holds. */
const incidentConditionSchema = z.union([
  plainConditionSchema,
  z.strictObject({ any: z.array(plainConditionSchema).min(2).max(10) }),
]);
export type IncidentCondition = z.infer<typeof incidentConditionSchema>;

/** One way into a class: all of its conditions hold, of an incident of the kind where it names one. */
const groundSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  kind: keySchema.optional(),
  all: z.array(incidentConditionSchema).min(1).max(10),
});

/** A class 事件级别 of the contract's own: A is the gravest in one contract and the mildest in another. */
const incidentClassSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  grounds: z.array(groundSchema).min(1).max(20),
  clause: clauseSchema.optional(),
});
export type IncidentClass = z.infer<typeof incidentClassSchema>;

/** How the contract sorts its incidents 安全事件: `classes` with the gravest first. */
export const incidentsSchema = z.strictObject({
  kinds: z.array(incidentKindSchema).min(1).max(20).optional(),
  facts: z.array(incidentFactSchema).min(1).max(50).optional(),
  classes: z.array(incidentClassSchema).min(1).max(20),
  clause: clauseSchema.optional(),
});
export type IncidentTerms = z.infer<typeof incidentsSchema>;
