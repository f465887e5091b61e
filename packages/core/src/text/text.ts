import * as z from "zod";

/** Languages of the product; Chinese leads. */
export const languageSchema = z.enum(["zh", "en"]);
export type Language = z.infer<typeof languageSchema>;

/** A phrase in both languages. */
export const textSchema = z.strictObject({
  zh: z.string().min(1).max(500),
  en: z.string().min(1).max(1000),
});
export type Text = z.infer<typeof textSchema>;
