import type { Calendar } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { countPeriod, type PeriodUnit } from "../date-rule/index.ts";

type Notices = Pick<ContractTerms, "notices">;

/** How far ahead a change of people is asked for, as one of the contract's notices has it. */
export interface ChangeNotice {
  readonly count: number;
  readonly unit: PeriodUnit;
  readonly clause?: string;
}

/** The last day on which a change of people may be asked for so that it can come about on a day; none where no notice is agreed. */
export function findLatestRequest(terms: Notices, on: CivilDate, calendar: Calendar): CivilDate | undefined {
  return latestRequest(terms, on, calendar)?.on;
}

/**
 * The first day on which a change that is asked for today can come about, with the notice that says so; none where no notice
 * is agreed.
 */
export function findEarliestChange(
  terms: Notices,
  today: CivilDate,
  calendar: Calendar,
): { readonly on: CivilDate; readonly notice: ChangeNotice } | undefined {
  let on = today;
  let found = latestRequest(terms, on, calendar);
  if (found === undefined) return undefined;
  let { notice } = found;
  while (found !== undefined && found.on < today) {
    ({ notice } = found);
    on = addDays(on, 1);
    found = latestRequest(terms, on, calendar);
  }
  return { on, notice };
}

function latestRequest(
  { notices = [] }: Notices,
  on: CivilDate,
  calendar: Calendar,
): { readonly on: CivilDate; readonly notice: ChangeNotice } | undefined {
  return notices
    .flatMap(({ event, due, clause }) => {
      if (event !== "staffChanged" || due.rule !== "before" || due.before.anchor !== "trigger") return [];
      const { count, unit } = due;
      const notice = { count, unit, ...(clause === undefined ? {} : { clause }) };
      return [{ on: countPeriod(calendar, on, -count, unit).on, notice }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
}
