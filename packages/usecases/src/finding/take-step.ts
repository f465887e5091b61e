import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import {
  type Finding,
  findingStateNames,
  type FindingStep,
  findingStepNames,
  type FindingTally,
  moveFinding,
  recount,
  statesBefore,
} from "@luyue/core/finding";
import type { ContractState } from "../contract/contract.ts";
import { decideEntries } from "../contract/decide-entry.ts";
import { actOf, sideOf } from "../runtime/act.ts";
import type { CommandContext, Decision } from "../runtime/define-command.ts";
import { jsonBytes } from "../runtime/json-bytes.ts";
import type { Change } from "../runtime/store.ts";
import { numbersOf } from "./demand-findings.ts";

type StepFacts = Pick<FindingStep, "step"> & Partial<Pick<FindingStep, "note" | "evidence" | "moved">>;

interface SteppedFinding extends Pick<Finding, "id" | "number" | "state" | "dueOn"> {}

interface StepAnswer {
  readonly findings: readonly SteppedFinding[];
}

/** The decision that takes findings one step further, all of them or none. Throws `conflict` where it does not follow on a state. */
export function takeStep(
  { state, findings }: { readonly state: ContractState; readonly findings: readonly Finding[] },
  { note, evidence = [], ...facts }: StepFacts,
  context: CommandContext,
): Decision<StepAnswer> {
  const said = note === undefined ? {} : { note };
  const step: FindingStep = { ...actOf(context), ...facts, side: sideOf(context), ...said, evidence };
  const moved = findings.map((before) => ({ before, after: moveFinding(before, step) }));
  const refused = moved.filter(({ after }) => after === undefined).map(({ before }) => before);
  if (refused.length > 0) throw doesNotFollow(refused, step);
  const changes = moved.flatMap(({ before, after }) => (after === undefined ? [] : [{ before, after }]));
  demandRoom(
    changes.map((change) => change.after),
    step,
  );
  const tallies = recount(state.work.tallies, changes, civilDateOf(step.at));
  const [only, ...others] = findings;
  const after = changes.map((change) => stepped(change.after));
  return decideEntries(state, tallies.map(asEntry), context, {
    answer: { findings: after },
    subject: only === undefined || others.length > 0 ? state.contract.id : only.id,
    changes: changes.map((change): Change => ({ change: "putFinding", finding: change.after })),
    before: { findings: findings.map(stepped) },
    after: { step, findings: after },
    ...(note === undefined ? {} : { reason: note }),
  });
}

/** A finding is one item of at most 380 KB: what an answer leaves is for the steps that decide on it. */
const mostAnswered = 200_000;
/** A transaction takes 4 MB, with the record and the messages beside the findings. */
const mostTogether = 2_500_000;

function demandRoom(findings: readonly Finding[], { step }: FindingStep): void {
  const sizes = findings.map(jsonBytes);
  const full = findings.filter((_, at) => (sizes[at] ?? 0) > mostAnswered);
  if (step === "answered" && full.length > 0) {
    const { zh, en } = numbersOf(full);
    throw new DomainError("conflict", {
      zh: `${zh}往来内容已满，不能再反馈；请撤回后重新下发，详情以文件提供`,
      en: `${en}: there is no room for another answer; take it back, hand it out anew, and give details as files`,
    });
  }
  if (sizes.reduce((sum, size) => sum + size, 0) <= mostTogether) return;
  throw new DomainError("conflict", {
    zh: "一次处理的隐患内容过多，请分几次处理",
    en: "that is too much at once: take fewer findings together",
  });
}

function asEntry(tally: FindingTally) {
  return { kind: "tally", id: tally.id, tally } as const;
}

function stepped({ id, number, state, dueOn }: Finding): SteppedFinding {
  return { id, number, state, dueOn };
}

function doesNotFollow(refused: readonly Finding[], { step }: FindingStep): DomainError {
  const wanted = statesBefore(step).map((state) => findingStateNames[state]);
  const states = [...new Set(refused.map(({ state }) => state))].map((state) => findingStateNames[state]);
  const { zh, en } = numbersOf(refused);
  const name = findingStepNames[step];
  return new DomainError("conflict", {
    zh: `${zh}为“${states.map((each) => each.zh).join("、")}”状态，须为“${wanted.map((each) => each.zh).join("”或“")}”才能${name.zh}`,
    en: `${en}: ${states.map((each) => each.en).join(", ")}; only what is ${wanted.map((each) => each.en).join(" or ")} can be ${name.en}`,
  });
}
