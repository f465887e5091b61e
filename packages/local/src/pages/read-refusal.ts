import * as z from "zod";
import type { View } from "./frame.tsx";
import type { Refusal } from "./row-form.tsx";

const problemSchema = z.object({
  detail_zh: z.string(),
  detail_en: z.string(),
  faults: z.array(z.object({ path: z.string(), zh: z.string(), en: z.string() })).default([]),
});

/** The problem that the API answered a form with, in the reader's language. */
export async function readRefusal(
  answer: Response,
  { language }: View,
  form: string,
  values: Readonly<Record<string, string>>,
): Promise<Refusal> {
  const problem = problemSchema.parse(await answer.json());
  return {
    form,
    detail: language === "zh" ? problem.detail_zh : problem.detail_en,
    faults: problem.faults.map((fault) => ({ path: fault.path, text: fault[language] })),
    values,
  };
}
