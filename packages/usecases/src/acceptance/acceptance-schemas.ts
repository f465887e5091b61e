import { civilDateSchema } from "@luyue/core/civil-date";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";

export const roundInput = z.strictObject({
  contractId: contractIdSchema,
  roundId: z.string().regex(/^rnd_[0-9a-z]{10,40}$/),
});

export const reasonSchema = z.string().trim().min(1).max(2000);
export const noteSchema = z.string().trim().min(1).max(2000);
export const rectifyBySchema = civilDateSchema;
