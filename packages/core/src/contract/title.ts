import * as z from "zod";
import type { Text } from "../text/index.ts";

/** A name as the contract gives it, with an English one where somebody wrote it. */
export const titleSchema = z.strictObject({
  zh: z.string().min(1).max(200),
  en: z.string().min(1).max(300).optional(),
});
export type Title = z.infer<typeof titleSchema>;

/** Where in the contract's text a term stands, e.g. 三、付款 第3款. */
export const clauseSchema = z.string().min(1).max(100);

/** A title in both languages; the Chinese one serves where there is no English. */
export function titleText(title: Title): Text {
  return { zh: title.zh, en: title.en ?? title.zh };
}
