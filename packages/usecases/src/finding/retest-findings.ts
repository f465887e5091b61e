import { evidenceListSchema } from "@luyue/core/event";
import * as z from "zod";
import { demandEvidence } from "../file/demand-files.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { demandFindings, demandNotOwnUnits, demandOtherThanAnswered } from "./demand-findings.ts";
import { noteSchema, severalSchema } from "./finding-schemas.ts";
import { takeStep } from "./take-step.ts";

/**
 * The re-test of findings 复测 whose answers were approved, by somebody else than who gave them: what passes is closed 销号, what
 * fails is open again, with a note of what is still weak.
 */
export const retestFindings = defineCommand({
  name: "finding.retest",
  input: severalSchema.safeExtend({
    passed: z.boolean(),
    note: noteSchema.optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "finding:retest",
  async decide(context, { passed, note, evidence = [], ...named }) {
    const found = await demandFindings(context, named);
    demandOtherThanAnswered(found.findings, context);
    demandNotOwnUnits(found, context);
    if (!passed && note === undefined) {
      throw invalidAt("/note", {
        zh: "复测不通过须说明仍存在的问题",
        en: "a failed re-test says what is still weak",
      });
    }
    await demandEvidence(evidence, context);
    const step = passed ? "passedRetest" : "failedRetest";
    return takeStep(found, { step, ...(note === undefined ? {} : { note }), evidence }, context);
  },
});
