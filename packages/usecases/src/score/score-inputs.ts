import { keySchema } from "@luyue/core/event";
import { givenSchema } from "@luyue/core/score";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";

/** A period by its name: 2026-05, 2026-Q2 or 2026. */
const periodSchema = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/, {
  error: "考核期须写作 2026-05、2026-Q2 或 2026 / a period is written as 2026-05, 2026-Q2 or 2026",
});

export const noteSchema = z.string().trim().min(1).max(2000);
export const reasonSchema = z.string().trim().min(1).max(1000);

export const marksSchema = z
  .array(
    z.strictObject({
      item: keySchema,
      parts: z
        .array(z.strictObject({ part: keySchema, given: givenSchema }))
        .min(1)
        .max(20),
      note: noteSchema.optional(),
    }),
  )
  .max(200);

/** What names the score of a period. */
export const ofPeriod = z.strictObject({ contractId: contractIdSchema, period: periodSchema });
