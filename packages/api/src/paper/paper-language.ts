import type { Language } from "@luyue/core/text";
import * as z from "zod";
import { readLanguage } from "../problem/read-language.ts";

/** A page that is opened by a link names the language that it was asked for in; else the browser's own counts. */
export const paperQuery = z.object({ language: z.enum(["zh", "en"]).optional() });

/** The language of a paper. */
export function paperLanguage(
  { language }: z.output<typeof paperQuery>,
  acceptLanguage: string | undefined,
): Language {
  return language ?? readLanguage(acceptLanguage);
}

/** A paper, as the document describes it. */
export const paperAnswer = {
  description: "The page",
  content: { "text/html": { schema: z.string() } },
};
