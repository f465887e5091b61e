import { createCalendar } from "../calendar/index.ts";
import { type ContractTerms, contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent, EventKind } from "../event/index.ts";
import type { CheckFacts } from "./check.ts";
import { publishedLoanPrimeRates } from "./published-loan-prime-rates.ts";
import { type CheckResult, runChecks } from "./run-checks.ts";

export const title = { zh: "某项", en: "item" };
export const signed = { anchor: "event", event: "signed" } as const;

export const on = (kind: EventKind, date: string): ContractEvent => ({ id: kind, kind, on: date });

/** The sample terms with what is put over them, checked by their schema, and what one check finds. */
export function findingsOf(
  check: string,
  over: Partial<ContractTerms>,
  facts: Partial<CheckFacts> = {},
): CheckResult[] {
  const results = runChecks(contractTermsSchema.parse(sampleTerms(over)), {
    events: [],
    calendar: createCalendar(),
    vendorSize: "small",
    loanPrimeRates: publishedLoanPrimeRates,
    ...facts,
  }).filter((result) => result.check === check);
  if (results.length === 0) throw new RangeError(`no result of ${check}`);
  return results;
}

export function verdictsOf(...args: Parameters<typeof findingsOf>): string[] {
  return findingsOf(...args).map(({ verdict }) => verdict);
}

type Tranche = ContractTerms["tranches"][number];

/** A tranche of that amount, due ten working days after signing. */
export function tranche(key: string, amount: Tranche["amount"], over: Partial<Tranche> = {}): Tranche {
  const due = { rule: "within", count: 10, unit: "workingDay", after: signed } as const;
  return { key, title, amount, due, ...over };
}
