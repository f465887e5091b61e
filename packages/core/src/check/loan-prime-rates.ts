import { addMonths, type CivilDate } from "../civil-date/index.ts";

/**
 * One-year loan prime rates 一年期贷款市场报价利率 in percent a year: the changes, each from the day of its publication, and the
 * last publication that was looked at. Rates are published on the 20th of each month, or the next working day.
 */
export interface LoanPrimeRates {
  readonly changes: readonly { readonly publishedOn: CivilDate; readonly percent: string }[];
  readonly lastPublishedOn: CivilDate;
}

/** The rate in force on a day; undefined before the table, and from the 20th after the last publication on. */
export function findLoanPrimeRate(rates: LoanPrimeRates, on: CivilDate): string | undefined {
  const next = `${addMonths(rates.lastPublishedOn, 1).slice(0, 7)}-20`;
  if (on >= next) return undefined;
  return rates.changes.findLast(({ publishedOn }) => publishedOn <= on)?.percent;
}
