import type { CheckResult } from "@luyue/core/check";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

export const checkView = nameSchema(
  "Check",
  z.object({
    check: z.string(),
    title: textView,
    verdict: z.enum(["passed", "failed", "warning", "notEnoughInput"]),
    figures: textView.meta({ description: "what was compared, with the figures" }),
    source: textView.meta({ description: "the article of law, or where in the contract" }),
    places: listOf(z.string()).meta({ description: "JSON pointers into the terms" }),
    missing: listOf(z.string()).meta({ description: "what the check cannot judge without" }),
  }),
);

export const checkCounts = z.object({
  passed: z.int(),
  failed: z.int(),
  warning: z.int(),
  notEnoughInput: z.int(),
});

export function viewCheck(result: CheckResult): z.infer<typeof checkView> {
  const { check, title, verdict, figures, source, places } = result;
  const missing = result.verdict === "notEnoughInput" ? result.missing : [];
  return { check, title, verdict, figures, source, places, missing };
}
