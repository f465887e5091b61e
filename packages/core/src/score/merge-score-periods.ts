import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ScorePeriod } from "./list-score-periods.ts";

/** The periods that one version of the terms gives, none where it agrees on no score, and the day from which it is in force. */
export interface VersionedPeriods {
  readonly periods: readonly ScorePeriod[];
  readonly from?: CivilDate;
}

interface Claimed {
  readonly period: ScorePeriod;
  /** The place of the version by whose terms it is scored. */
  readonly at: number;
  readonly endsOn: CivilDate;
}

/**
 * The periods of a score whose terms changed from a day on, for each version those that are scored by it: the version in
 * force as a period ends by the calendar. No day is in two periods and none of the present term is in none: the versions
 * are laid end to end, a period of several versions has the days that the last of them gives it, and what had come between
 * the end of an earlier version's term and the day of change belongs to the later version.
 */
export function mergeScorePeriods(
  versions: readonly VersionedPeriods[],
): readonly (readonly ScorePeriod[])[] {
  const inForce = layEndToEnd(claimInForce(versions));
  const claimed = layEndToEnd([...inForce, ...claimBetween(versions, inForce)]);
  const laid: Claimed[] = [];
  for (const [index, each] of claimed.entries()) {
    const from = later(each.period.from, dayAfter(laid.at(-1)?.period.to));
    const to = lastDayOf(each, claimed[index + 1], versions);
    if (from <= to) laid.push({ ...each, period: { ...each.period, from, to } });
  }
  return versions.map((_version, at) => laid.filter((each) => each.at === at).map(({ period }) => period));
}

/** What ends by the calendar while its own version is in force; of one name the later version's. */
function claimInForce(versions: readonly VersionedPeriods[]): readonly Claimed[] {
  const found = new Map<string, Claimed>();
  for (const [at, { periods, from = "" }] of versions.entries()) {
    const until = versions[at + 1]?.from;
    for (const period of periods) {
      const { belongsOn: endsOn } = period;
      if (endsOn < from || (until !== undefined && endsOn >= until)) continue;
      found.set(period.period, { period, at, endsOn });
    }
  }
  return [...found.values()];
}

/** In the order of their ends; one begins after the end of the one before. */
function layEndToEnd(claims: readonly Claimed[]): readonly Claimed[] {
  const inOrder = claims.toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : 1));
  return inOrder.map((each, at) => {
    const from = later(each.period.from, dayAfter(inOrder[at - 1]?.endsOn));
    return { ...each, period: { ...each.period, from } };
  });
}

/** What had ended before its version came, and was in nobody's period, though the score had begun: it belongs to the day of change. */
function claimBetween(
  versions: readonly VersionedPeriods[],
  inForce: readonly Claimed[],
): readonly Claimed[] {
  const found = [...inForce];
  for (const [at, { periods, from }] of versions.entries()) {
    if (from === undefined) continue;
    for (const period of periods) {
      const { belongsOn: endsOn } = period;
      const then = versions.findLast((each) => (each.from ?? "") <= endsOn);
      const begun = then?.periods[0]?.from;
      if (endsOn >= from || begun === undefined || begun > endsOn) continue;
      if (found.some((each) => isTaken(period, each))) continue;
      found.push({ period: { ...period, belongsOn: from }, at, endsOn });
    }
  }
  return found.slice(inForce.length);
}

/** Whether a period, or its last day by the calendar, is another's already; what it shares of its first days it loses. */
function isTaken(other: ScorePeriod, { period, endsOn }: Claimed): boolean {
  const { belongsOn } = other;
  return period.period === other.period || (period.from <= belongsOn && belongsOn <= endsOn);
}

/** Its last day by the calendar where another period follows on it; else the end of the term, before another one begins. */
function lastDayOf(
  { period }: Claimed,
  next: Claimed | undefined,
  versions: readonly VersionedPeriods[],
): CivilDate {
  const named = versions.flatMap(({ periods }) => periods.filter((each) => each.period === period.period));
  const own = named.at(-1)?.to ?? period.to;
  if (next === undefined) return later(own, versions.at(-1)?.periods.at(-1)?.to);
  const endsOn = named.reduce((last, { belongsOn }) => later(last, belongsOn), "");
  const before = addDays(versions[next.at]?.periods[0]?.from ?? next.period.from, -1);
  if (before <= endsOn) return endsOn;
  return own < before ? own : before;
}

function dayAfter(day: CivilDate | undefined): CivilDate | undefined {
  return day === undefined ? undefined : addDays(day, 1);
}

function later(day: CivilDate, other: CivilDate | undefined): CivilDate {
  return other === undefined || other < day ? day : other;
}
