import { type CivilDate, civilDateOf, daysBetween, type Instant } from "../civil-date/index.ts";
import { type ContractTerms, type Counter, type PenaltyRule, titleText } from "../contract/index.ts";
import { hoursOf, type Incident } from "../incident/index.ts";
import {
  fractionOf,
  inUnitOf,
  type Measured,
  measureRecorded,
  type Measurement,
} from "../measurement/index.ts";
import { type Obligation, readHold } from "../obligation/index.ts";
import type { Absence } from "../people/index.ts";
import type { RightDecision } from "../right/index.ts";
import type { ScoreTrigger } from "../score/index.ts";
import type { Text } from "../text/index.ts";
import type { Penalty, PenaltySum } from "./penalty.ts";
import { type RuleQuantity, resolveRuleSum } from "./resolve-rule-sum.ts";
import { isLivePenalty } from "./standing-of-penalty.ts";

/** A counter that has come so far: when, and what gave it. */
export interface Reached {
  readonly key: string;
  readonly on: CivilDate;
  readonly because: Text;
}

/** What the record of a contract shows that a penalty may be owed for. */
export interface OccasionFacts {
  readonly incidents: readonly Incident[];
  readonly absences: readonly Absence[];
  readonly measurements: readonly Measurement[];
  readonly penalties: readonly Penalty[];
  readonly rights: readonly RightDecision[];
  readonly obligations: readonly Obligation[];
  readonly triggers: readonly ScoreTrigger[];
  readonly reached: (counter: Counter) => readonly Reached[];
  readonly nameOfPerson: (id: string) => string;
  readonly now: Instant;
}

/**
 * Something that a rule is owed for, as the record shows it: one rule is owed once for one occasion. `penaltyId`: the penalty
 * that has taken it up. Amounts in yuan, before caps.
 */
export interface Occasion {
  readonly rule: string;
  readonly key: string;
  readonly title: Text;
  readonly on: CivilDate;
  readonly because: Text;
  readonly sum: PenaltySum;
  readonly why: Text;
  readonly clause?: string;
  readonly penaltyId?: string;
}

interface Found {
  readonly key: string;
  readonly on: CivilDate;
  readonly because: Text;
  readonly quantity?: RuleQuantity;
}

/** Every occasion that the record shows for the rules of the terms, the latest first. */
export function listOccasions(terms: ContractTerms, facts: OccasionFacts): Occasion[] {
  const taken = new Map(
    facts.penalties
      .filter(isLivePenalty)
      .flatMap(({ id, rule, occasion }) =>
        occasion === undefined ? [] : [[`${rule ?? ""} ${occasion}`, id]],
      ),
  );
  return (terms.penalties ?? [])
    .flatMap((rule) =>
      findOccasions(rule, terms, facts).flatMap(({ quantity, ...found }): Occasion[] => {
        const owed = resolveRuleSum(rule, terms, quantity);
        if (owed === undefined) return [];
        const { key, title, clause } = rule;
        const penaltyId = taken.get(`${key} ${found.key}`);
        return [
          {
            rule: key,
            title: titleText(title),
            ...found,
            ...owed,
            ...(clause === undefined ? {} : { clause }),
            ...(penaltyId === undefined ? {} : { penaltyId }),
          },
        ];
      }),
    )
    .toSorted((one, other) =>
      one.on > other.on ? -1 : one.on < other.on ? 1 : one.key < other.key ? -1 : 1,
    );
}

function findOccasions(rule: PenaltyRule, terms: ContractTerms, facts: OccasionFacts): Found[] {
  const scored = findScored(rule, terms, facts);
  const exercised = findExercised(rule, terms, facts);
  if (rule.on === undefined) return [...findMeasured(rule, facts), ...scored, ...exercised];
  return [...findByTerms(rule, rule.on, facts), ...scored, ...exercised];
}

function findByTerms(rule: PenaltyRule, on: NonNullable<PenaltyRule["on"]>, facts: OccasionFacts): Found[] {
  switch (on.when) {
    case "incident":
      return facts.incidents
        .filter((incident) => countsAgainstVendor(incident) && isAmong(incident, on))
        .map((incident) => occasionOfIncident(incident, rule, facts.now));
    case "absence":
      return facts.absences
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ id, personId, on: day, note }) => {
          const name = facts.nameOfPerson(personId);
          const because = { zh: `${day} ${name}：${note}`, en: `${day} ${name}: ${note}` };
          return { key: `absence.${id}`, on: day, because, quantity: { times: 1 } };
        });
    case "late":
      return facts.obligations.flatMap((obligation) =>
        on.of.some((of) => isOfSubject(obligation.key, of))
          ? findLate(obligation, civilDateOf(facts.now))
          : [],
      );
    case "counted":
      return on.any.flatMap((counter) => facts.reached(counter));
    case "right":
      return facts.rights.filter(({ terms: key }) => key === on.right).flatMap(occasionOfRight);
  }
}

/** Whether an incident is held against the vendor: not taken back, classified, and its fault. */
export function countsAgainstVendor({ state, fault, classified }: Incident): boolean {
  return state !== "withdrawn" && fault === "vendor" && classified !== undefined;
}

/** Whether an incident is of one of the kinds and of one of the classes that are named. */
export function isAmong(
  { kind, classified }: Incident,
  {
    kinds,
    classes,
  }: { readonly kinds?: readonly string[] | undefined; readonly classes?: readonly string[] | undefined },
): boolean {
  const ofKind = kinds === undefined || (kind !== undefined && kinds.includes(kind));
  return (
    ofKind && (classes === undefined || (classified !== undefined && classes.includes(classified.class)))
  );
}

/** Tiers on an incident are over how long it lasted, in their own unit. */
function occasionOfIncident(incident: Incident, rule: PenaltyRule, now: Instant): Found {
  const { id, number, title, happenedAt } = incident;
  const on = civilDateOf(happenedAt);
  const because = { zh: `${on} 事件#${number} ${title}`, en: `${on} incident #${number} ${title}` };
  const found = { key: `incident.${id}`, on, because };
  if (rule.penalty === "perPersonTime") return { ...found, quantity: { times: 1 } };
  if (rule.penalty !== "tiers") return found;
  const lasted: Measured = { value: hoursOf(incident, now), unit: "hour", why: because };
  const measured = inUnitOf(lasted, rule);
  return measured === undefined ? found : { ...found, quantity: { measured } };
}

/** An obligation by its own key, or one of a series by the key of what it is one of. */
export function isOfSubject(key: string, of: string): boolean {
  return key === of || key.startsWith(`${of}.`);
}

/** Days from the day after the due one through the day on which it was done, or today; none while others hold it up. */
export function lateDaysOf(obligation: Obligation, today: CivilDate): number {
  const { dueOn, fulfilment } = obligation;
  if (dueOn === undefined || (fulfilment === undefined && readHold(obligation) !== undefined)) return 0;
  return Math.max(0, daysBetween(dueOn, fulfilment?.on ?? today));
}

function findLate(obligation: Obligation, today: CivilDate): Found[] {
  const { key, title, dueOn, fulfilment } = obligation;
  const days = lateDaysOf(obligation, today);
  if (days === 0) return [];
  const until = fulfilment?.on ?? today;
  const [zh, en] =
    fulfilment === undefined ? ["至今未完成", "not done so far"] : [`${until} 完成`, `done on ${until}`];
  return [
    {
      key: `late.${key}`,
      on: until,
      because: {
        zh: `“${title.zh}”应于 ${dueOn} 前完成，${zh}，逾期${days}日`,
        en: `${title.en} was due on ${dueOn}, ${en}: ${days} days late`,
      },
      quantity: { days },
    },
  ];
}

function findMeasured(rule: PenaltyRule, { measurements }: OccasionFacts): Found[] {
  if (rule.penalty !== "tiers") return [];
  return measurements.flatMap((measurement): Found[] => {
    const measured = measureRecorded({ measurements: [measurement] }, rule);
    if (measured === undefined) return [];
    const { id, to: on } = measurement;
    return [{ key: `measure.${id}`, on, because: measured.why, quantity: { measured: measured.value } }];
  });
}

/** What final scores give rise to; a tier over the month's score takes the score itself. */
function findScored(rule: PenaltyRule, { score }: ContractTerms, { triggers }: OccasionFacts): Found[] {
  if (score === undefined) return [];
  return triggers
    .filter(({ penalty }) => penalty === rule.key)
    .map(({ key, arisenOn, because, scores }) => ({
      key: `score.${key}`,
      on: arisenOn,
      because: {
        zh: because.map(({ text }) => text.zh).join("；"),
        en: because.map(({ text }) => text.en).join("; "),
      },
      quantity: { measured: fractionOf(scores.at(-1) ?? "0") },
    }));
}

/** What is owed besides once a right of the terms has been exercised. */
function findExercised(
  { key, on }: PenaltyRule,
  { rights: agreed = [] }: ContractTerms,
  { rights }: OccasionFacts,
): Found[] {
  const named = new Set(agreed.filter(({ penalty }) => penalty === key).map((each) => each.key));
  if (on?.when === "right") named.delete(on.right);
  return rights.filter(({ terms }) => terms !== undefined && named.has(terms)).flatMap(occasionOfRight);
}

function occasionOfRight({ id, title, on, decision, withdrawn }: RightDecision): Found[] {
  if (decision !== "exercised" || withdrawn !== undefined) return [];
  const because = { zh: `${on} 行使：${title.zh}`, en: `exercised on ${on}: ${title.en}` };
  return [{ key: `right.${id}`, on, because }];
}
