import type { Calendar } from "../calendar/index.ts";
import { type Instant, toEpochMs } from "../civil-date/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import { countServiceMs, type ResponseLimit, resolveClock } from "../date-rule/index.ts";
import type { Text } from "../text/index.ts";
import type { Incident } from "./incident.ts";

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

/** Where each clock of an incident stands, and the worst of those that run: the one that breaks, or broke, first. */
export interface ClockStanding {
  readonly clocks: readonly IncidentClock[];
  readonly worst?: IncidentClock;
}

/** The clocks of an incident at an instant; none where it asks for no service, or was taken back. */
export function assessClocks(
  { services = [] }: Pick<ContractTerms, "services">,
  incident: Incident,
  calendar: Calendar,
  now: Instant,
): ClockStanding {
  const service = services.find(({ key }) => key === incident.service);
  if (service?.schedule.schedule !== "onDemand" || incident.state === "withdrawn") return { clocks: [] };
  const clocks = (service.schedule.limits ?? []).map((limit) => assessClock(limit, incident, calendar, now));
  const [worst] = clocks
    .filter(({ metAt }) => metAt === undefined)
    .toSorted((one, other) => toEpochMs(one.dueAt) - toEpochMs(other.dueAt));
  return { clocks, ...(worst === undefined ? {} : { worst }) };
}

const instantOf = { responded: "respondedAt", onSite: "onSiteAt", recovered: "recoveredAt" } as const;

function assessClock(
  limit: ResponseLimit,
  incident: Incident,
  calendar: Calendar,
  now: Instant,
): IncidentClock {
  const { count, unit, hours, step } = limit;
  const startedAt = incident.reportedAt;
  const dueAt = resolveClock({ count, unit, ...(hours === undefined ? {} : { hours }) }, startedAt, calendar);
  const metAt = step === undefined ? undefined : incident[instantOf[step]];
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
