import type { Fault } from "@luyue/core/error";
import type { Language, Text } from "@luyue/core/text";
import * as z from "zod";
import { type ProblemCode, problemKinds } from "./problem-code.ts";

/** A problem document (RFC 9457); `title` and `detail` are in the language that the request prefers. */
export const problemSchema = z.object({
  type: z.string().meta({ description: "/problems/<code>, a page that explains it" }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  detail_zh: z.string(),
  detail_en: z.string(),
  faults: z.array(z.object({ path: z.string(), zh: z.string(), en: z.string() })).readonly(),
  requestId: z.string(),
});
export type ProblemDocument = z.infer<typeof problemSchema>;

export interface Problem {
  readonly code: ProblemCode;
  readonly reason: Text;
  readonly faults: readonly Fault[];
}

export function problemDocument(problem: Problem, language: Language, requestId: string): ProblemDocument {
  const { status, title } = problemKinds[problem.code];
  return {
    type: `/problems/${problem.code}`,
    title: title[language],
    status,
    detail: problem.reason[language],
    detail_zh: problem.reason.zh,
    detail_en: problem.reason.en,
    faults: problem.faults.map(({ path, reason }) => ({ path, zh: reason.zh, en: reason.en })),
    requestId,
  };
}
