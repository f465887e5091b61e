import * as z from "zod";
import { dateRuleSchema, periodUnitSchema, scheduleSchema } from "../date-rule/index.ts";
import { eventKindSchema, keySchema, subjectSchema } from "../event/index.ts";
import { sideSchema } from "../party/index.ts";
import { boundSchema } from "./limit-terms.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** A term 服务期 of the contract: the days on which service is owed. The start counts as the contract's rule says. */
export const serviceTermSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  start: dateRuleSchema,
  end: dateRuleSchema,
  clause: clauseSchema.optional(),
});

/**
 * A service 服务项: what is done when; the proof is a deliverable of its own where the contract names one. `people` is the
 * least head-count each time, `prior` the deliverable that has to be accepted beforehand.
 */
export const serviceSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  schedule: scheduleSchema,
  scope: z.string().min(1).max(2000).optional(),
  systems: z.array(z.string().min(1).max(100)).max(100).optional(),
  proof: z.string().min(1).max(500).optional(),
  people: z.int().min(1).max(100_000).optional(),
  prior: keySchema.optional(),
  clause: clauseSchema.optional(),
});

/** A deliverable 交付物: what proves a service; `className` is the contract's own class. */
export const deliverableSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  schedule: scheduleSchema,
  service: subjectSchema.optional(),
  className: z.string().min(1).max(100).optional(),
  number: z.string().min(1).max(20).optional(),
  format: z.string().min(1).max(200).optional(),
  clause: clauseSchema.optional(),
});

/** A report 报告 that is due on its own schedule, such as the monthly progress report. */
export const reportSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  schedule: scheduleSchema,
  clause: clauseSchema.optional(),
});

/**
 * An acceptance 验收: application, the buyer's review and decision, the plan after an objection, until when the vendor
 * rectifies where the buyer sets no day, how many rectifications are allowed, and whether the buyer may also terminate once
 * the day that it set for one has passed.
 */
export const acceptanceSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  stage: z.enum(["stage", "final"]),
  application: z.strictObject({ due: dateRuleSchema }).optional(),
  review: z.strictObject({ due: dateRuleSchema }).optional(),
  decision: z.strictObject({ due: dateRuleSchema }),
  plan: z.strictObject({ due: dateRuleSchema }).optional(),
  rectification: z.strictObject({ due: dateRuleSchema }).optional(),
  rectifications: z.int().min(0).max(20).optional(),
  endsByLateness: z.literal(true).optional(),
  criteria: z
    .array(
      z.strictObject({
        title: titleSchema,
        target: z.string().min(1).max(100),
        limit: boundSchema.optional(),
      }),
    )
    .max(50)
    .optional(),
  clause: clauseSchema.optional(),
});

/** A notice period 通知期限: on each event of a kind, notice (or proof of it) is owed within or before a time. */
export const noticeSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  event: eventKindSchema,
  of: subjectSchema.optional(),
  debtor: z.union([sideSchema, z.literal("affected")]),
  due: dateRuleSchema,
  clause: clauseSchema.optional(),
});

/** Secrecy 保密: how long it lasts (no `lasts` is without end), and when data are handed back after a demand. */
export const secrecySchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  lasts: z
    .strictObject({ count: z.int().min(1).max(100), unit: periodUnitSchema, afterTerm: keySchema })
    .optional(),
  handBack: z.strictObject({ due: dateRuleSchema }).optional(),
  clause: clauseSchema.optional(),
});
