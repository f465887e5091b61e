import * as z from "zod";
import { keySchema } from "../event/index.ts";
import { clauseSchema, titleSchema } from "./title.ts";

const articleNumberSchema = z.string().trim().min(1).max(20);

/** An article 条 or annex 附件 of the contract's text, and what it is about. */
export const articleSchema = z.strictObject({
  number: articleNumberSchema,
  title: titleSchema,
  about: z.array(keySchema).min(1).max(20).optional(),
});
export type Article = z.infer<typeof articleSchema>;

/** A place in the text that points at an article: where it stands, which article it names, and what it says of it. */
export const referenceSchema = z.strictObject({
  at: clauseSchema,
  to: articleNumberSchema,
  about: keySchema,
});
