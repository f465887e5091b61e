import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { demandFindings } from "./demand-findings.ts";
import { pastDay } from "./find-row-faults.ts";
import { namedSchema, reasonSchema } from "./finding-schemas.ts";
import { takeStep } from "./take-step.ts";

/** Takes back a finding that was handed out in error, with the reason: it keeps its number and counts no more. */
export const withdrawFinding = defineCommand({
  name: "finding.withdraw",
  input: namedSchema.safeExtend({ reason: reasonSchema }),
  permission: "finding:handOut",
  async decide(context, { contractId, findingId, reason }) {
    const found = await demandFindings(context, { contractId, findingIds: [findingId] });
    return takeStep(found, { step: "withdrawn", note: reason }, context);
  },
});

/** Gives a unit more time for a finding, with the reason. */
export const extendFinding = defineCommand({
  name: "finding.extend",
  input: namedSchema.safeExtend({ dueOn: civilDateSchema, reason: reasonSchema }),
  permission: "finding:handOut",
  async decide(context, { contractId, findingId, dueOn, reason }) {
    const found = await demandFindings(context, { contractId, findingIds: [findingId] });
    const today = civilDateOf(context.runtime.now());
    if (dueOn < today) {
      throw new DomainError("invalid", { zh: "日期有误", en: "the date is not valid" }, [
        pastDay("/dueOn", dueOn, today),
      ]);
    }
    for (const { dueOn: from } of found.findings) if (dueOn <= from) throw notLater(dueOn, from);
    const [from = dueOn] = found.findings.map((finding) => finding.dueOn);
    return takeStep(found, { step: "extended", note: reason, moved: { from, to: dueOn } }, context);
  },
});

function notLater(dueOn: string, from: string): DomainError {
  return invalidAt("/dueOn", {
    zh: `延期须晚于现要求反馈日期 ${from}，${dueOn} 不是`,
    en: `${dueOn} is not later than the present day, ${from}`,
  });
}
