import { DomainError } from "@luyue/core/error";
import { evidenceListSchema } from "@luyue/core/event";
import type { Finding } from "@luyue/core/finding";
import type { ContractState } from "../contract/contract.ts";
import { demandEvidence } from "../file/demand-files.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { demandFindings, numbersOf } from "./demand-findings.ts";
import { noteSchema, severalSchema } from "./finding-schemas.ts";
import { takeStep } from "./take-step.ts";

/**
 * A unit's answer to findings 整改反馈: in words, by pictures, or both. The vendor's people answer for the units of the vendor;
 * the agency's for its own, and from paper for the vendor's.
 */
export const answerFindings = defineCommand({
  name: "finding.answer",
  input: severalSchema.safeExtend({ note: noteSchema.optional(), evidence: evidenceListSchema.optional() }),
  permission: "finding:answer",
  async decide(context, { note, evidence = [], ...named }) {
    const found = await demandFindings(context, named);
    demandOwnUnits(found, context);
    if (note === undefined && evidence.length === 0) throw nothingSaid();
    await demandEvidence(evidence, context);
    return takeStep(found, { step: "answered", ...(note === undefined ? {} : { note }), evidence }, context);
  },
});

function demandOwnUnits(
  { state, findings }: { readonly state: ContractState; readonly findings: readonly Finding[] },
  { actor }: CommandContext,
): void {
  if (actor.kind !== "partner") return;
  const buyers = new Set(state.work.units.filter(({ side }) => side === "buyer").map(({ id }) => id));
  const others = findings.filter(({ unitId }) => buyers.has(unitId));
  if (others.length === 0) return;
  const { zh, en } = numbersOf(others);
  throw new DomainError("forbidden", {
    zh: `${zh}的责任单位属于甲方，由甲方人员反馈`,
    en: `${en}: of a unit of the buyer, whose people answer`,
  });
}

function nothingSaid(): DomainError {
  return invalidAt("/note", {
    zh: "反馈须有文字说明或图片等附件，至少一项",
    en: "an answer is words, pictures or other files: give at least one",
  });
}
