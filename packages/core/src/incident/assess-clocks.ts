import type { Calendar } from "../calendar/index.ts";
import { type Instant, toEpochMs } from "../civil-date/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import { countServiceMs, type ResponseLimit, resolveClock } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import type { Incident } from "./incident.ts";
import { reachedAt } from "./reached-at.ts";

/**
 * A clock of an incident: a limit of its service, from the report until the instant that meets it. Times in whole minutes
 * of the limit's own hours, cut off: `taken` so far or in all, `left` until the deadline.
 */
export interface IncidentClock {
  readonly limit: string;
  readonly title: Text;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly metAt?: Instant;
  readonly state: "running" | "met" | "broken" | "metLate";
  readonly taken: number;
  readonly left: number;
}

/** Where each clock of an incident stands, and the worst of those not met: the one that breaks, or broke, first. */
export interface ClockStanding {
  readonly clocks: readonly IncidentClock[];
  readonly worst?: IncidentClock;
}

/**
 * The clocks of an incident at an instant; none where it asks for no service, or was taken back. `events` are the contract's:
 * a limit may have been recorded as fulfilled beside the incident's own steps.
 */
export function assessClocks(
  { services = [] }: Pick<ContractTerms, "services">,
  incident: Incident,
  calendar: Calendar,
  now: Instant,
  events: readonly ContractEvent[] = [],
): ClockStanding {
  const service = services.find(({ key }) => key === incident.service);
  if (service?.schedule.schedule !== "onDemand" || incident.state === "withdrawn") return { clocks: [] };
  const fulfilled = new Map(
    events.flatMap(({ kind, of, at }) => (kind === "fulfilled" && at !== undefined ? [[of, at]] : [])),
  );
  const clocks = (service.schedule.limits ?? []).map((limit) => {
    const reached = limit.step === undefined ? undefined : reachedAt(incident, limit.step);
    const metAt = earlierOf(reached, fulfilled.get(`service.${service.key}.${incident.id}.${limit.key}`));
    return assessClock(limit, incident, metAt, calendar, now);
  });
  const [worst] = clocks
    .filter(({ metAt }) => metAt === undefined)
    .toSorted((one, other) => toEpochMs(one.dueAt) - toEpochMs(other.dueAt));
  return { clocks, ...(worst === undefined ? {} : { worst }) };
}

function earlierOf(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return toEpochMs(other) < toEpochMs(one) ? other : one;
}

function assessClock(
  limit: ResponseLimit,
  { reportedAt: startedAt }: Incident,
  metAt: Instant | undefined,
  calendar: Calendar,
  now: Instant,
): IncidentClock {
  const { count, unit, hours } = limit;
  const dueAt = resolveClock({ count, unit, hours }, startedAt, calendar);
  const until = metAt ?? now;
  const late = toEpochMs(until) > toEpochMs(dueAt);
  const minutes = (from: Instant, to: Instant) =>
    Math.floor(countServiceMs(from, to, hours, calendar) / 60_000);
  return {
    limit: limit.key,
    title: titleText(limit.title),
    startedAt,
    dueAt,
    ...(metAt === undefined ? {} : { metAt }),
    state: metAt === undefined ? (late ? "broken" : "running") : late ? "metLate" : "met",
    taken: minutes(startedAt, until),
    left: late ? 0 : minutes(until, dueAt),
  };
}
