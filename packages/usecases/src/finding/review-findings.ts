import { defineCommand } from "../runtime/define-command.ts";
import { demandFindings, demandOtherThanAnswered } from "./demand-findings.ts";
import { namedSchema, reasonSchema, severalSchema } from "./finding-schemas.ts";
import { takeStep } from "./take-step.ts";

/** Approves the answers to findings 审核通过, by somebody else than who gave them: they wait for the re-test. */
export const approveFindings = defineCommand({
  name: "finding.approve",
  input: severalSchema,
  permission: "finding:review",
  async decide(context, named) {
    const found = await demandFindings(context, named);
    demandOtherThanAnswered(found.findings, context);
    return takeStep(found, { step: "approved" }, context);
  },
});

/** Returns the answer to a finding 退回, by somebody else than who gave it, with the reason: the unit answers again. */
export const returnFinding = defineCommand({
  name: "finding.return",
  input: namedSchema.safeExtend({ reason: reasonSchema }),
  permission: "finding:review",
  async decide(context, { contractId, findingId, reason }) {
    const found = await demandFindings(context, { contractId, findingIds: [findingId] });
    demandOtherThanAnswered(found.findings, context);
    return takeStep(found, { step: "returned", note: reason }, context);
  },
});

/** Opens a finding again that was closed in error 重新打开, with the reason: the unit answers anew. */
export const reopenFinding = defineCommand({
  name: "finding.reopen",
  input: namedSchema.safeExtend({ reason: reasonSchema }),
  permission: "finding:review",
  async decide(context, { contractId, findingId, reason }) {
    const found = await demandFindings(context, { contractId, findingIds: [findingId] });
    return takeStep(found, { step: "reopened", note: reason }, context);
  },
});
