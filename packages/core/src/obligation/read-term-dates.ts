import type { Calendar } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { resolveSpan, type Span } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { createContext } from "./create-context.ts";
import { findAgreedDay } from "./find-agreed-day.ts";

/** Dates of the terms as far as the events fix them. */
export interface TermDates {
  readonly termStart: (term: string) => CivilDate | undefined;
  readonly termEnd: (term: string) => CivilDate | undefined;
  /** Whether a term's first day is one of its days, rather than the one from which they are counted. */
  readonly termCounts: (term: string) => boolean;
  /** The last day of the terms together, once each of them has one. */
  readonly lastEnd: CivilDate | undefined;
  readonly paymentDue: (tranche: string) => CivilDate | undefined;
  /** First and last day of a span on which something can be owed; nothing while either is open. */
  readonly spanDays: (span: Span) => { readonly from: CivilDate; readonly to: CivilDate } | undefined;
}

/**
 * The first and last days of a contract's terms, the agreed days of its payments, and the days of spans. Amounts are set
 * aside, so that terms whose tranches do not add up have dates all the same. Throws `invalid` where date rules rest on each
 * other.
 */
export function readTermDates(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
): TermDates {
  const one = { amount: "fixed", value: "1.00" } as const;
  const tranches = terms.tranches.map((tranche) => ({ ...tranche, amount: one }));
  const context = createContext({ ...terms, tranches }, events, calendar);
  const edgeOf = (key: string, edge: "start" | "end") => {
    const resolved = context.termEdge(key, edge);
    return resolved.state === "fixed" ? resolved.on : undefined;
  };
  const starts = new Map(terms.terms.map(({ key }) => [key, edgeOf(key, "start")]));
  const ends = new Map(terms.terms.map(({ key }) => [key, edgeOf(key, "end")]));
  const known = [...ends.values()].filter((day) => day !== undefined);
  return {
    termStart: (term) => starts.get(term),
    termEnd: (term) => ends.get(term),
    termCounts: context.termCounts,
    lastEnd: known.length === ends.size ? known.toSorted().at(-1) : undefined,
    spanDays: (span) => {
      const days = resolveSpan(span, context, context.termCounts);
      if (days.state === "waiting" || days.to === undefined) return undefined;
      return { from: days.firstDayCounts ? days.from : addDays(days.from, 1), to: days.to };
    },
    paymentDue: (tranche) => findAgreedDay(`payment.${tranche}`, context),
  };
}
