import type { Explanation, Waiting } from "../date-rule/index.ts";
import { type ContractEvent, eventDate, type EventKind } from "../event/index.ts";
import { type FindingCounts, type ResponsibleUnit, totalOf, unitOfTally } from "../finding/index.ts";
import type { Text } from "../text/index.ts";
import type { DeriveContext } from "./create-context.ts";
import type { Obligation } from "./obligation.ts";

/** What derivation knows of a unit that findings are handed to. */
export type FindingUnit = Pick<ResponsibleUnit, "id" | "name" | "side">;

/**
 * One obligation for each unit and day of the findings that were handed out: to answer them by that day, done once all of them
 * have passed their re-test. While some lack an answer it is in the unit's hands, then in the reviewer's, then in the vendor's,
 * who re-tests. A unit that is not known is shown by the name that the events give it.
 */
export function deriveFindings(
  { log }: Pick<DeriveContext, "log">,
  units: readonly FindingUnit[] = [],
): Obligation[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const handedOut = log.events.filter(({ kind }) => kind === "findingsHandedOut");
  return [...new Set(handedOut.map(({ of }) => of))].flatMap((of) => {
    if (of === undefined) return [];
    const unit = known.get(unitOfTally(of)) ?? { name: of, side: "vendor" as const };
    const all = log.all("findingsHandedOut", of);
    const [first] = all;
    return first === undefined ? [] : [deriveTally(of, { ...first, ...lastDay(all) }, unit, log)];
  });
}

/** What is handed out again under one name is to be answered by the day that was set last. */
function lastDay(handedOut: readonly ContractEvent[]): Pick<ContractEvent, "until"> {
  const until = handedOut.findLast((event) => event.until !== undefined)?.until;
  return until === undefined ? {} : { until };
}

function deriveTally(
  of: string,
  handedOut: ContractEvent,
  { name, side }: Pick<FindingUnit, "name" | "side">,
  log: DeriveContext["log"],
): Obligation {
  const findings = countFindings(of, log);
  const total = totalOf(findings);
  const closing = log.all("findingsClosed", of).at(-1);
  const done = closing !== undefined && findings.closed === total;
  const dates = datesOf(handedOut, name);
  return {
    key: `finding.${of}`,
    kind: "finding",
    shape: "single",
    title: titleOf(name, total),
    debtor: side,
    opensOn: eventDate(handedOut),
    ...(handedOut.until === undefined ? {} : { dueOn: handedOut.until }),
    quota: { count: total, unit: "finding", done: findings.closed, unpaced: true },
    findings,
    waitingFor: done ? [] : waitingOf(of, name, findings),
    explanation: dates,
    fulfilledBy: [{ event: "findingsClosed", of }],
    ...(done ? { fulfilment: { eventId: closing.id, on: eventDate(closing) } } : {}),
  };
}

/** Events of a kind add up: a file may tell of them one by one. None is past the step before it. */
function countFindings(of: string, log: DeriveContext["log"]): FindingCounts {
  const reached = (kind: EventKind, most = Number.POSITIVE_INFINITY) =>
    Math.min(
      most,
      log.all(kind, of).reduce((sum, { quantity }) => sum + (quantity ?? 1), 0),
    );
  const total = reached("findingsHandedOut");
  const answered = reached("findingsAnswered", total);
  const approved = reached("findingsApproved", answered);
  const closed = reached("findingsClosed", approved);
  return { open: total - answered, answered: answered - approved, approved: approved - closed, closed };
}

function titleOf(name: string, total: number): Text {
  return {
    zh: `隐患整改反馈：${name}（${total}项）`,
    en: `Findings to answer: ${name} (${total})`,
  };
}

function datesOf(handedOut: ContractEvent, name: string): Explanation {
  const given: Explanation["steps"] = [
    {
      step: "event",
      label: { zh: `向“${name}”下发安全隐患`, en: `findings handed out to “${name}”` },
      on: eventDate(handedOut),
    },
  ];
  const set = { zh: "要求反馈日期", en: "answers demanded by" };
  return {
    steps:
      handedOut.until === undefined
        ? [...given, { step: "noDeadline" }]
        : [...given, { step: "event", label: set, on: handedOut.until }],
    provisionalYears: [],
  };
}

/** Once nothing is left to answer: first the review, then the re-test. */
function waitingOf(of: string, name: string, { open, answered, approved }: FindingCounts): Waiting[] {
  if (open > 0) return [];
  if (answered > 0) {
    const label = {
      zh: `审核“${name}”的反馈（${answered}项）`,
      en: `review of the answers of “${name}” (${answered})`,
    };
    return [{ event: "findingsApproved", of, holder: "buyer", label }];
  }
  const label = { zh: `复测“${name}”的隐患（${approved}项）`, en: `re-test of “${name}” (${approved})` };
  return [{ event: "findingsClosed", of, holder: "vendor", label }];
}
