import { civilDateSchema } from "@luyue/core/civil-date";
import { evidenceListSchema } from "@luyue/core/event";
import { findingSeveritySchema } from "@luyue/core/finding";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";

export const unitIdSchema = z.string().regex(/^unt_[0-9a-z]{10,40}$/);
const findingIdSchema = z.string().regex(/^fnd_[0-9a-z]{10,43}$/);

export const noteSchema = z.string().trim().min(1).max(2000);
export const reasonSchema = z.string().trim().min(1).max(1000);

/** A finding as it is handed out: whose it is, what is weak, what is demanded, and by which day an answer is. */
export const findingRowSchema = z.strictObject({
  unitId: unitIdSchema,
  title: z.string().trim().min(1).max(200),
  severity: findingSeveritySchema,
  system: z.string().trim().min(1).max(200).optional(),
  detail: z.string().trim().min(1).max(4000).optional(),
  demand: z.string().trim().min(1).max(2000),
  dueOn: civilDateSchema,
  evidence: evidenceListSchema.optional(),
});

/** Hand-outs are of at most so many findings. */
export const mostRows = 500;

/** One finding of a contract. */
export const namedSchema = z.strictObject({ contractId: contractIdSchema, findingId: findingIdSchema });

/**
 * Several findings of a contract, to be taken a step further together. No more than fit into one transaction where each is
 * of another unit and day, and changes a tally of its own.
 */
export const severalSchema = z.strictObject({
  contractId: contractIdSchema,
  findingIds: z
    .array(findingIdSchema)
    .min(1)
    .max(40)
    .refine((ids) => new Set(ids).size === ids.length, {
      message: "同一隐患不能重复 / a finding stands here twice",
    }),
});
