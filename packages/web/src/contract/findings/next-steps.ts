import { type FindingStepKind, statesBefore } from "@luyue/core/finding";
import type { Side } from "@luyue/core/party";
import type { Permission } from "../../session/session.ts";
import type { Finding } from "./finding-queries.ts";

/** What somebody may do about a finding; the first is what it waits for. */
export type Step = "answer" | "approve" | "return" | "retest" | "extend" | "reopen" | "withdraw";

const steps: readonly {
  readonly step: Step;
  readonly as: FindingStepKind;
  readonly permission: Permission;
}[] = [
  { step: "answer", as: "answered", permission: "finding:answer" },
  { step: "approve", as: "approved", permission: "finding:review" },
  { step: "return", as: "returned", permission: "finding:review" },
  { step: "retest", as: "passedRetest", permission: "finding:retest" },
  { step: "extend", as: "extended", permission: "finding:handOut" },
  { step: "reopen", as: "reopened", permission: "finding:review" },
  { step: "withdraw", as: "withdrawn", permission: "finding:handOut" },
];

export interface Reader {
  readonly id: string;
  readonly side: Side;
  readonly may: (permission: Permission) => boolean;
}

/** Whether the reader gave the answer that is to be decided on: then others decide. */
export function isOwnAnswer(finding: Pick<Finding, "steps">, { id }: Pick<Reader, "id">): boolean {
  return finding.steps.findLast(({ step }) => step === "answered")?.actorId === id;
}

/**
 * The steps that follow on a finding's state and that the reader may take. A vendor answers for its own units, and re-tests
 * what those of the agency have mended; who answered neither reviews nor re-tests.
 */
export function listSteps(
  finding: Pick<Finding, "state" | "steps" | "unit">,
  reader: Reader,
): readonly Step[] {
  const { state, unit } = finding;
  const isOwn = isOwnAnswer(finding, reader);
  const mayDo = (step: Step) => {
    if (step === "answer") return reader.side === "buyer" || unit?.side === "vendor";
    if (step === "retest") return !isOwn && (reader.side === "buyer" || unit?.side === "buyer");
    return !(isOwn && (step === "approve" || step === "return"));
  };
  return steps
    .filter(({ step, as, permission }) => {
      return statesBefore(as).includes(state) && reader.may(permission) && mayDo(step);
    })
    .map(({ step }) => step);
}
