import { type CivilDate, civilDateOf, type Instant } from "../civil-date/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import { creditOf, goesOn, type Obligation, owedOfQuota, type Quota } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import { assessPiece, assessTimeliness, type Timeliness } from "./assess-timeliness.ts";
import type { WorkStanding } from "./find-shortfalls.ts";
import { groupByObligation, isOfDuty, latestVersions, type Submission } from "./submission.ts";

type DutyKind = "service" | "deliverable" | "report";

/**
 * How far a service, a deliverable or a report of the terms has come. What is owed is absent for what goes on, is done on
 * demand or has no dates yet; `soFar` is what has fallen due by today. `unit` is a quota's, else instances are counted.
 * `returned` pieces wait for their next version. On time and late are the accepted pieces of a quota and of what is done on
 * demand, else instances; `overdue` are obligations past their day that are in the vendor's hands.
 */
export interface ProgressRow {
  readonly kind: DutyKind;
  readonly key: string;
  readonly title: Text;
  readonly clause?: string;
  readonly className?: string;
  readonly number?: string;
  readonly unit?: Quota["unit"];
  readonly owed?: { readonly inAll: number; readonly soFar: number };
  readonly done: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly returned: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly service?: ServiceProgress;
}

/** The accepted records of a service: how many, days used of days agreed, the least head-count and all of them together. */
interface ServiceProgress {
  readonly records: number;
  readonly days?: { readonly used: number; readonly agreed: number };
  readonly people?: { readonly least: number; readonly sum: number };
  readonly lastPerformedOn?: CivilDate;
}

interface Facts extends WorkStanding {
  readonly now: Instant;
}

/** A row for each service, deliverable and report of the terms, in their order. */
export function assessProgress(facts: Facts): ProgressRow[] {
  const { services = [], deliverables = [], reports = [] } = facts.terms;
  const submissions = groupByObligation(facts.submissions);
  return [
    ...services.map((duty) => rowOf("service", duty, facts, submissions)),
    ...deliverables.map((duty) => rowOf("deliverable", duty, facts, submissions)),
    ...reports.map((duty) => rowOf("report", duty, facts, submissions)),
  ];
}

type Duty = NonNullable<ContractTerms["reports"]>[number] & {
  readonly className?: string | undefined;
  readonly number?: string | undefined;
};

type Submissions = ReturnType<typeof groupByObligation>;

function rowOf(kind: DutyKind, duty: Duty, facts: Facts, submissions: Submissions): ProgressRow {
  const { key, clause, className, number } = duty;
  const isOwn = (of: string) => isOfDuty(of, kind, key);
  const obligations = facts.obligations.filter((each) => isOwn(each.key));
  const pieces = [...submissions].flatMap(([of, each]) => (isOwn(of) ? latestVersions(each, of) : []));
  const countIn = (...states: Submission["state"][]) =>
    pieces.filter(({ state }) => states.includes(state)).length;
  const quota = obligations.find((each) => each.quota !== undefined)?.quota;
  const owed = owedOf(duty, obligations, civilDateOf(facts.now));
  return {
    kind,
    key,
    title: titleText(duty.title),
    ...(clause === undefined ? {} : { clause }),
    ...(className === undefined ? {} : { className }),
    ...(number === undefined ? {} : { number }),
    ...(quota === undefined ? {} : { unit: quota.unit }),
    ...(owed === undefined ? {} : { owed }),
    done: doneOf(kind, duty, obligations, facts.events),
    submitted: countIn("submitted"),
    accepted: countIn("accepted"),
    returned: countIn("returned", "withdrawn"),
    ...countVerdicts(obligations, submissions, facts.now),
    ...(kind === "service" ? { service: serviceOf(duty, pieces, obligations, facts.events) } : {}),
  };
}

/** A service on demand also gives obligations for each request: its own is the one that goes on. */
function isOpenEnded({ schedule: { schedule } }: Duty): boolean {
  return schedule === "onDemand" || schedule === "throughout";
}

function owedOf(
  duty: Duty,
  obligations: readonly Obligation[],
  today: CivilDate,
): ProgressRow["owed"] | undefined {
  if (isOpenEnded(duty) || obligations.some(isUndatedSeries)) return undefined;
  const sumOf = (list: readonly Obligation[]) =>
    list.reduce((sum, { quota }) => sum + (quota === undefined ? 1 : owedOfQuota(quota)), 0);
  const due = obligations.filter(({ dueOn }) => dueOn !== undefined && dueOn <= today);
  return { inAll: sumOf(obligations), soFar: sumOf(due) };
}

/** A series whose span has no dates yet stands as one obligation that nothing fulfils. */
function isUndatedSeries({ shape, fulfilledBy }: Obligation): boolean {
  return shape === "recurring" && fulfilledBy.length === 0;
}

function doneOf(
  kind: DutyKind,
  duty: Duty,
  obligations: readonly Obligation[],
  events: readonly ContractEvent[],
): number {
  const done = obligations.filter(({ fulfilment }) => fulfilment !== undefined);
  if (!isOpenEnded(duty) && duty.schedule.schedule !== "count") return done.length;
  // Beside what is counted now, the instances that an earlier version of the terms had.
  const instances = done.filter(({ shape }) => shape === "recurring").length;
  const credits = creditsOf(kind, duty.key, events);
  return credits.reduce((sum, { quantity = 1 }) => sum + quantity, instances);
}

function creditsOf(kind: DutyKind, key: string, events: readonly ContractEvent[]): ContractEvent[] {
  const credit = creditOf(kind, key);
  return events.filter((event) => event.kind === credit.event && event.of === credit.of);
}

function countVerdicts(obligations: readonly Obligation[], submissions: Submissions, now: Instant) {
  const verdicts = obligations.flatMap((obligation): Timeliness["verdict"][] => {
    const { shape, key } = obligation;
    const own = submissions.get(key) ?? [];
    const whole = assessTimeliness(obligation, own, now).verdict;
    if (shape === "single" || shape === "recurring") return [whole];
    const accepted = latestVersions(own, key).filter(({ state }) => state === "accepted");
    const pieces = accepted.map((piece) => assessPiece(piece, obligation, now).verdict);
    return whole === "overdue" && !goesOn(obligation) ? [...pieces, whole] : pieces;
  });
  const countOf = (wanted: Timeliness["verdict"]) => verdicts.filter((each) => each === wanted).length;
  return { onTime: countOf("onTime"), late: countOf("late"), overdue: countOf("overdue") };
}

function serviceOf(
  duty: Duty,
  pieces: readonly Submission[],
  obligations: readonly Obligation[],
  events: readonly ContractEvent[],
): ServiceProgress {
  const quota = obligations.find((each) => each.quota !== undefined)?.quota;
  const records = pieces.filter(({ state }) => state === "accepted");
  const counts = records.flatMap(({ people }) => people ?? []);
  const instances = isOpenEnded(duty) ? [] : obligations;
  const days = [
    ...creditsOf("service", duty.key, events).map(eventDate),
    ...instances.flatMap(({ fulfilment }) => fulfilment?.on ?? []),
  ];
  const last = days.toSorted().at(-1);
  return {
    records: records.length,
    ...(quota?.unit === "day" ? { days: { used: quota.done, agreed: quota.count } } : {}),
    ...(counts.length === 0
      ? {}
      : { people: { least: Math.min(...counts), sum: counts.reduce((sum, each) => sum + each, 0) } }),
    ...(last === undefined ? {} : { lastPerformedOn: last }),
  };
}
