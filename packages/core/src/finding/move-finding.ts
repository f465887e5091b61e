import {
  type Finding,
  type FindingState,
  findingStateSchema,
  type FindingStep,
  type FindingStepKind,
} from "./finding.ts";

type Moves = Readonly<Partial<Record<FindingState, FindingState>>>;

/** From which state each step leads to which. */
const moves: Readonly<Record<Exclude<FindingStepKind, "handedOut">, Moves>> = {
  answered: { open: "answered" },
  approved: { answered: "approved" },
  returned: { answered: "open" },
  passedRetest: { approved: "closed" },
  failedRetest: { approved: "open" },
  extended: { open: "open", answered: "answered", approved: "approved" },
  reopened: { closed: "open" },
  withdrawn: { open: "withdrawn", answered: "withdrawn", approved: "withdrawn" },
};

/** The states on which a step can follow. */
export function statesBefore(step: FindingStepKind): readonly FindingState[] {
  if (step === "handedOut") return [];
  return findingStateSchema.options.filter((state) => moves[step][state] !== undefined);
}

/** The finding after the step; undefined where the step does not follow on its state. */
export function moveFinding(finding: Finding, step: FindingStep): Finding | undefined {
  const state = step.step === "handedOut" ? undefined : moves[step.step][finding.state];
  if (state === undefined) return undefined;
  const dueOn = step.moved?.to ?? finding.dueOn;
  return { ...finding, state, dueOn, steps: [...finding.steps, step] };
}

/** The answer that is, or last was, under review; undefined before the first. */
export function lastAnswerOf({ steps }: Pick<Finding, "steps">): FindingStep | undefined {
  return steps.findLast(({ step }) => step === "answered");
}
