import { civilDateSchema } from "@luyue/core/civil-date";
import { subjectSchema } from "@luyue/core/event";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";

const submissionIdSchema = z.string().regex(/^sub_[0-9a-z]{10,40}$/);

export const submissionInput = z.strictObject({
  contractId: contractIdSchema,
  submissionId: submissionIdSchema,
});

export const submissionWithReason = submissionInput.extend({ reason: z.string().trim().min(1).max(1000) });

/** A file's name as people see it: no path, and nothing that a screen or a mail would not show as it is. */
const fileNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}/\\]*$/u, {
    error:
      "文件名不得含路径分隔符或控制字符 / a file's name has no path separators and no control characters",
  })
  .refine((name) => name !== "." && name !== "..", {
    error: "文件名无效 / this is no file's name",
  });

const handedInFileSchema = z.strictObject({
  file: z.string().regex(/^sha256-[0-9a-f]{64}$/),
  name: fileNameSchema,
});

/** What is handed in: `of` is the key of its obligation; days, people and quantity as `Submission` has them. */
export const submittedSchema = z.strictObject({
  contractId: contractIdSchema,
  of: subjectSchema,
  replaces: submissionIdSchema.optional(),
  quantity: z.int().min(1).max(1_000_000_000).optional(),
  files: z.array(handedInFileSchema).min(1).max(20),
  note: z.string().trim().min(1).max(2000).optional(),
  performedOn: civilDateSchema.optional(),
  performedThrough: civilDateSchema.optional(),
  people: z.int().min(1).max(100_000).optional(),
  submittedOn: civilDateSchema.optional(),
});
export type SubmittedFacts = Omit<z.output<typeof submittedSchema>, "contractId">;
