import { type Calendar, keyPeriodsWithin } from "../calendar/index.ts";
import { civilDateOf, type Instant, toEpochMs } from "../civil-date/index.ts";
import { type IncidentTerms, titleText } from "../contract/index.ts";
import { type Fraction, fractionOf } from "../measurement/index.ts";
import type { Text } from "../text/index.ts";
import type { Incident } from "./incident.ts";

/** What is known of a fact: its name, its unit where it is a figure, and its value, exact; `running`: it grows from now on. */
interface KnownFact {
  readonly title: Text;
  readonly unit?: string;
  readonly value?: Fraction | boolean;
  readonly running?: true;
}

/** What is known of each fact that the classes ask for, those that nobody enters included. */
export type KnownFacts = (fact: string) => KnownFact;

/** The facts of an incident as they stand at an instant; what has not recovered yet has lasted until then, and goes on. */
export function readFacts(
  { facts = [] }: IncidentTerms,
  incident: Incident,
  calendar: Calendar,
  now: Instant,
): KnownFacts {
  const asked = new Map(facts.map((fact) => [fact.key, fact]));
  return (key) => {
    if (key === "duration") return durationOf(incident, now);
    if (key === "key-period") return keyPeriodOf(incident, calendar);
    const fact = asked.get(key);
    const given = incident.facts[key];
    return {
      title: fact === undefined ? { zh: key, en: key } : titleText(fact.title),
      ...(fact?.unit === undefined ? {} : { unit: fact.unit }),
      ...(given === undefined ? {} : { value: typeof given === "string" ? fractionOf(given) : given }),
    };
  };
}

/** What to enter so that a fact is known: the kind, the recovery where a duration goes on, or the fact itself, by its title. */
export function nameMissing({ facts = [] }: IncidentTerms, fact: string): Text {
  if (fact === "kind") return { zh: "事件种类", en: "the kind of incident" };
  if (fact === "recoveredAt") return { zh: "恢复时刻", en: "when it recovered" };
  const asked = facts.find(({ key }) => key === fact);
  return asked === undefined ? { zh: fact, en: fact } : titleText(asked.title);
}

/** The hours from when an incident happened until it was recovered from, or until now. */
export function hoursOf({ happenedAt, recoveredAt }: Incident, now: Instant): Fraction {
  const ms = Math.max(0, toEpochMs(recoveredAt ?? now) - toEpochMs(happenedAt));
  return { part: BigInt(ms), whole: 3_600_000n };
}

function durationOf(incident: Incident, now: Instant): KnownFact {
  const running = incident.recoveredAt === undefined;
  return {
    title: running
      ? { zh: "持续时间（尚未恢复）", en: "how long it has lasted so far" }
      : { zh: "持续时间", en: "how long it lasted" },
    unit: "h",
    value: hoursOf(incident, now),
    ...(running ? { running } : {}),
  };
}

function keyPeriodOf({ happenedAt }: Incident, calendar: Calendar): KnownFact {
  const on = civilDateOf(happenedAt);
  const [found] = keyPeriodsWithin(calendar, on, on);
  const title =
    found === undefined
      ? { zh: "发生在重保时期", en: "in a key period" }
      : { zh: `发生在重保时期（${found.period.name.zh}）`, en: `in a key period (${found.period.name.en})` };
  return { title, value: found !== undefined };
}
