import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { readScorePeriods } from "../obligation/index.ts";
import { mergeScorePeriods, type ScorePeriod } from "../score/index.ts";

/** A version of the terms, and the day from which it is in force; the first has none. */
interface Version {
  readonly terms: ContractTerms;
  readonly from?: CivilDate;
}

/**
 * The periods of a contract's score whose terms changed from a date on, for each version those that are scored by it;
 * while the end of the term is open, those that have ended `through` a day.
 */
export function scorePeriodsInForce(
  versions: readonly Version[],
  events: readonly ContractEvent[],
  calendar: Calendar,
  through?: CivilDate,
): readonly (readonly ScorePeriod[])[] {
  return mergeScorePeriods(
    versions.map(({ terms, from }) => ({
      periods: readScorePeriods(terms, events, calendar, through),
      ...(from === undefined ? {} : { from }),
    })),
  );
}
