import {
  addDays,
  addMonths,
  addYears,
  type CivilDate,
  civilDateOf,
  type Instant,
} from "../civil-date/index.ts";
import type { Counter } from "../contract/index.ts";
import { hoursOf, type Incident } from "../incident/index.ts";
import { type Fraction, keepsTo, showFraction, sumFractions } from "../measurement/index.ts";
import type { Money } from "../money/index.ts";
import { formatMoney, subtractMoney } from "../money/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { countsAgainstVendor, isAmong, type Penalty } from "../penalty/index.ts";
import type { Absence } from "../people/index.ts";
import type { Text } from "../text/index.ts";
import type { Right } from "./right.ts";
import type { RightDecision } from "./right-decision.ts";

/** What counters count in. */
export interface CounterFacts {
  readonly incidents: readonly Incident[];
  readonly absences: readonly Absence[];
  readonly penalties: readonly Penalty[];
  readonly rights: readonly RightDecision[];
  readonly obligations: readonly Obligation[];
  /** The rights that acceptances have given. */
  readonly acceptanceRights: readonly Right[];
  /** A shared cap: its limit, what has been used of it, and the penalties that did. */
  readonly capOf: (key: string) => { readonly limit: Money; readonly used: Money } | undefined;
  /** Days by which each obligation that a penalty for each day is owed for is or was late. */
  readonly lateOf: (penalty: string) => readonly LateObligation[];
  readonly nameOfPerson: (id: string) => string;
  readonly now: Instant;
}

export interface LateObligation {
  readonly key: string;
  readonly title: Text;
  readonly dueOn: CivilDate;
  readonly days: number;
}

/** How far a counter is: what it has come to at most, what it has to come to, and each time that it came so far. */
export interface CounterStanding {
  readonly counter: Counter;
  readonly text: Text;
  readonly reached: readonly {
    readonly key: string;
    readonly on: CivilDate;
    readonly because: Right["because"];
  }[];
}

interface Counted {
  readonly id: string;
  readonly on: CivilDate;
  readonly text: Text;
  readonly amount: Fraction;
}

/** How far a counter has come. Pure: what was taken back does not count. */
export function evaluateCounter(counter: Counter, facts: CounterFacts): CounterStanding {
  switch (counter.count) {
    case "incidents":
      return countUp(counter, listIncidents(counter, facts, one), unitOf("起", "incidents"));
    case "incidentHours":
      return countUp(
        counter,
        listIncidents(counter, facts, (incident) => hoursOf(incident, facts.now)),
        unitOf("小时", "hours"),
      );
    case "personTimes":
      return countUp(counter, listAbsences(facts), unitOf("人次", "person-times"));
    case "cap":
      return standingOfCap(counter, facts);
    case "lateDays":
      return standingOfLateness(counter, facts);
    case "imposed":
      return standingOfImposed(counter, facts);
    case "uncured":
      return standingOfCures(counter, facts);
    case "unrectified":
      return standingOfRectification(counter, facts);
    case "acceptance":
      return standingOfAcceptance(counter, facts);
  }
}

const one = (): Fraction => ({ part: 1n, whole: 1n });
const unitOf = (zh: string, en: string): Text => ({ zh, en });

type Incidents = Extract<Counter, { readonly kinds?: unknown; readonly classes?: unknown }>;

function listIncidents(
  counter: Incidents,
  { incidents, rights }: CounterFacts,
  amountOf: (incident: Incident) => Fraction,
): Counted[] {
  const after = counter.count === "incidents" ? counter.after : undefined;
  const since = after === undefined ? undefined : exercisedOn(after, rights);
  if (after !== undefined && since === undefined) return [];
  return incidents
    .filter((incident) => countsAgainstVendor(incident) && isAmong(incident, counter))
    .map((incident): Counted => {
      const { id, number, title, happenedAt, classified } = incident;
      const on = civilDateOf(happenedAt);
      const level = classified?.class === undefined ? "" : ` ${classified.class.toUpperCase()}`;
      return {
        id,
        on,
        text: {
          zh: `${on} 事件#${number}${level}：${title}`,
          en: `${on} incident #${number}${level}: ${title}`,
        },
        amount: amountOf(incident),
      };
    })
    .filter(({ on }) => since === undefined || on > since)
    .toSorted(byDay);
}

/** The day on which a right of the terms was first exercised and not taken back. */
function exercisedOn(terms: string, rights: readonly RightDecision[]): CivilDate | undefined {
  return rights
    .filter((each) => each.terms === terms && each.decision === "exercised" && each.withdrawn === undefined)
    .map(({ on }) => on)
    .toSorted()[0];
}

function listAbsences({ absences, nameOfPerson }: CounterFacts): Counted[] {
  return absences
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ id, on, personId, note }): Counted => {
      const name = nameOfPerson(personId);
      return { id, on, text: { zh: `${on} ${name}：${note}`, en: `${on} ${name}: ${note}` }, amount: one() };
    })
    .toSorted(byDay);
}

function byDay(a: Counted, b: Counted): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1;
}

type Adding = Extract<Counter, { readonly count: "incidents" | "incidentHours" | "personTimes" }>;

/**
 * Goes through what counts in order of time: with each one, what lies in the time that ends on its day. Once it has come so
 * far it has arisen, and what gave it counts no more towards the next.
 */
function countUp(counter: Adding, counted: readonly Counted[], unit: Text): CounterStanding {
  const bound = { bound: counter.bound, value: String(counter.value) };
  const reached: CounterStanding["reached"][number][] = [];
  let open: Counted[] = [];
  let most: Fraction = { part: 0n, whole: 1n };
  for (const each of counted) {
    const first = firstDay(counter, each.on);
    open = [...open.filter(({ on }) => first === undefined || on >= first), each];
    const sum = sumFractions(open.map(({ amount }) => amount));
    if (sum.part * most.whole > most.part * sum.whole) most = sum;
    if (!keepsTo(sum, bound)) continue;
    reached.push({
      key: each.id,
      on: each.on,
      because: open.slice(-20).map(({ on, text }) => ({ on, text })),
    });
    open = [];
  }
  const needed = `${counter.bound === "atLeast" ? "≥" : ">"} ${counter.value}`;
  const within = withinPhrase(counter);
  return {
    counter,
    text: {
      zh: `${within.zh}${showFraction(most)} ${unit.zh}（${needed}）`,
      en: `${showFraction(most)} ${unit.en}${within.en} (${needed})`,
    },
    reached,
  };
}

/** The first day of the time that ends on a day: a year that ends on 2026-05-10 begins on 2025-05-11. */
export function firstDay({ within }: Pick<Adding, "within">, on: CivilDate): CivilDate | undefined {
  if (within === undefined) return undefined;
  const { count, unit } = within;
  if (unit === "day") return addDays(on, 1 - count);
  return addDays(unit === "year" ? addYears(on, -count) : addMonths(on, -count), 1);
}

const units = { day: ["天", "days"], month: ["个月", "months"], year: ["年", "years"] } as const;

function withinPhrase({ within }: Pick<Adding, "within">): Text {
  if (within === undefined) return { zh: "累计 ", en: " in all" };
  const [zh, en] = units[within.unit];
  return { zh: `任意${within.count}${zh}内最多 `, en: ` at most within any ${within.count} ${en}` };
}

type Of<C extends Counter["count"]> = Extract<Counter, { readonly count: C }>;

function standingOfCap(counter: Of<"cap">, { capOf, penalties, now }: CounterFacts): CounterStanding {
  const cap = capOf(counter.cap);
  if (cap === undefined) throw new RangeError(`no cap ${counter.cap}`);
  const figures = `${formatMoney(cap.used)} / ${formatMoney(cap.limit)}`;
  const text = { zh: `扣款累计 ${figures}`, en: `penalties so far ${figures}` };
  if (subtractMoney(cap.limit, cap.used) !== "0.00") return { counter, text, reached: [] };
  const last = penalties.flatMap((each) => (each.state === "imposed" ? [civilDateOf(each.decided.at)] : []));
  const on = last.toSorted().at(-1) ?? civilDateOf(now);
  return { counter, text, reached: [{ key: "cap", on, because: [{ on, text }] }] };
}

function standingOfLateness(counter: Of<"lateDays">, { lateOf }: CounterFacts): CounterStanding {
  const { penalty, bound, value } = counter;
  const late = lateOf(penalty);
  const most = Math.max(0, ...late.map(({ days }) => days));
  const least = bound === "atLeast" ? value : value + 1;
  return {
    counter,
    text: {
      zh: `逾期最多 ${most} 日（${bound === "atLeast" ? "≥" : ">"} ${value}）`,
      en: `at most ${most} days late (${bound === "atLeast" ? "≥" : ">"} ${value})`,
    },
    reached: late
      .filter(({ days }) => days >= least)
      .map(({ key, title, dueOn }) => {
        const on = addDays(dueOn, least);
        const text = { zh: `“${title.zh}”逾期满${least}日`, en: `${title.en}: ${least} days late` };
        return { key, on, because: [{ on, text }] };
      }),
  };
}

function standingOfImposed(counter: Of<"imposed">, { penalties }: CounterFacts): CounterStanding {
  const found = penalties.flatMap((each) =>
    each.state === "imposed" && each.rule !== undefined && counter.penalties.includes(each.rule)
      ? [{ key: each.id, on: civilDateOf(each.decided.at), title: each.title }]
      : [],
  );
  return {
    counter,
    text: { zh: `已决定的有关违约金 ${found.length} 笔`, en: `${found.length} of these penalties imposed` },
    reached: found.map(({ key, on, title }) => ({
      key,
      on,
      because: [{ on, text: { zh: `${on} 决定违约金：${title}`, en: `penalty imposed on ${on}: ${title}` } }],
    })),
  };
}

/** A breach that was noticed and whose time to cure it is over; one that was cured late gave the right all the same. */
function standingOfCures(counter: Of<"uncured">, { obligations, now }: CounterFacts): CounterStanding {
  const today = civilDateOf(now);
  const missed = obligations.flatMap(({ key, kind, debtor, dueOn, fulfilment }) => {
    if (kind !== "cure" || debtor !== "vendor" || dueOn === undefined) return [];
    const until = fulfilment?.on ?? today;
    return until > dueOn ? [{ key, dueOn, on: addDays(dueOn, 1) }] : [];
  });
  return {
    counter,
    text: { zh: `逾期未纠正的违约 ${missed.length} 项`, en: `${missed.length} breaches not cured in time` },
    reached: missed.map(({ key, dueOn, on }) => ({
      key,
      on,
      because: [{ on, text: { zh: `违约纠正期限 ${dueOn} 已过`, en: `the time to cure ended on ${dueOn}` } }],
    })),
  };
}

const rightOfAcceptance = { exceeded: "terminate", late: "late" } as const;

function standingOfAcceptance(
  counter: Of<"acceptance">,
  { acceptanceRights }: CounterFacts,
): CounterStanding {
  const key = `acceptance.${counter.acceptance}.${rightOfAcceptance[counter.because]}`;
  const found = acceptanceRights.filter((right) => right.key === key);
  const text =
    counter.because === "exceeded"
      ? { zh: "整改次数用尽仍未通过", en: "failed after the last rectification allowed" }
      : { zh: "未在甲方规定的期限内完成整改", en: "not rectified by the buyer's day" };
  const reached = found.map(({ arisenOn, because }) => ({ key, on: arisenOn, because }));
  return { counter, text, reached };
}

/** A full rectification that its day went by without: it is for the buyer to say that its demands were met. */
function standingOfRectification(
  counter: Of<"unrectified">,
  { rights, obligations, now }: CounterFacts,
): CounterStanding {
  const today = civilDateOf(now);
  const demanded = rights.filter(
    ({ terms, withdrawn }) => terms === counter.after && withdrawn === undefined,
  );
  const keys = new Set(demanded.map(({ id }) => `fullRectification.${id}`));
  const missed = obligations.flatMap(({ key, dueOn, fulfilment }) => {
    if (!keys.has(key) || dueOn === undefined) return [];
    return (fulfilment?.on ?? today) > dueOn ? [{ key, dueOn, on: addDays(dueOn, 1) }] : [];
  });
  return {
    counter,
    text: {
      zh: `未按期达到要求的全面整改 ${missed.length} 次`,
      en: `${missed.length} full rectifications not done in time`,
    },
    reached: missed.map(({ key, dueOn, on }) => ({
      key,
      on,
      because: [
        {
          on,
          text: {
            zh: `全面整改期限 ${dueOn} 已过，甲方未确认达到要求`,
            en: `the day of the full rectification, ${dueOn}, has passed, and the buyer has not found its demands met`,
          },
        },
      ],
    })),
  };
}
