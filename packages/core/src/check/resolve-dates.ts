import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { deriveObligations } from "../obligation/index.ts";
import type { CheckFacts } from "./check.ts";

/** Dates of the terms as far as the events fix them. */
export interface ResolvedDates {
  readonly termEnd: (term: string) => CivilDate | undefined;
  /** The last day of the terms together, once each of them has one. */
  readonly lastEnd: CivilDate | undefined;
  readonly paymentDue: (tranche: string) => CivilDate | undefined;
}

const probe = "term-end-";

/**
 * Asks the derivation itself: each term gets a report that is due on its last day. Amounts are set aside, so that terms
 * whose tranches do not add up have dates all the same. Throws `invalid` where date rules rest on each other.
 */
export function resolveDates(terms: ContractTerms, { events, calendar }: CheckFacts): ResolvedDates {
  const probes = terms.terms.map(({ title }, index) => {
    const anchor = { anchor: "term", term: terms.terms[index]?.key ?? "", edge: "end" } as const;
    return {
      key: `${probe}${index}`,
      title,
      schedule: { schedule: "once", due: { rule: "on", anchor } } as const,
    };
  });
  const tranches = terms.tranches.map((tranche) => ({
    ...tranche,
    amount: { amount: "fixed", value: "1.00" } as const,
  }));
  const asked = { ...terms, tranches, reports: [...(terms.reports ?? []), ...probes] };
  // Nothing daily or weekly is needed.
  const obligations = deriveObligations(asked, events, calendar, { horizonOn: "0001-01-01" });
  const dueOn = new Map(obligations.map((each) => [each.key, each.dueOn]));
  const ends = terms.terms.map((_, index) => dueOn.get(`report.${probe}${index}`));
  return {
    termEnd: (term) => ends[terms.terms.findIndex(({ key }) => key === term)],
    lastEnd: findLastDay(ends),
    paymentDue: (tranche) => dueOn.get(`payment.${tranche}`),
  };
}

function findLastDay(days: readonly (CivilDate | undefined)[]): CivilDate | undefined {
  let last: CivilDate | undefined;
  for (const day of days) {
    if (day === undefined) return undefined;
    if (last === undefined || day > last) last = day;
  }
  return last;
}
