import { addDays, addMonths, addYears, type CivilDate, civilDateOf } from "../civil-date/index.ts";
import type { Counter } from "../contract/index.ts";
import { hoursOf, type Incident } from "../incident/index.ts";
import { type Fraction, keepsTo, showFraction, sumFractions } from "../measurement/index.ts";
import { countsAgainstVendor, isAmong } from "../penalty/index.ts";
import type { Text } from "../text/index.ts";
import type { CounterFacts, CounterStanding } from "./counter-standing.ts";
import type { RightDecision } from "./right-decision.ts";

type Adding = Extract<Counter, { readonly count: "incidents" | "incidentHours" | "personTimes" }>;

interface Counted {
  readonly id: string;
  readonly on: CivilDate;
  readonly text: Text;
  readonly amount: Fraction;
}

/** How far a counter that adds up what happens has come: incidents, their hours, absences; in all or within any such time. */
export function countInTime(counter: Adding, facts: CounterFacts): CounterStanding {
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
