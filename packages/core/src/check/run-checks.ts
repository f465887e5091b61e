import type { ContractTerms } from "../contract/index.ts";
import { eventDate } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { bondAmount } from "./check-bond-amount.ts";
import { bondValidity } from "./check-bond-validity.ts";
import { capitals } from "./check-capitals.ts";
import { crossReferences } from "./check-cross-references.ts";
import { keyPeriodsKnown } from "./check-key-periods.ts";
import { lateInterest } from "./check-late-interest.ts";
import { limitsAgree } from "./check-limits.ts";
import { numberedLists } from "./check-numbered-lists.ts";
import { paymentCondition } from "./check-payment-condition.ts";
import { paymentPeriod } from "./check-payment-period.ts";
import { penaltyCaps } from "./check-penalty-caps.ts";
import { penaltyTiers } from "./check-penalty-tiers.ts";
import { priceLines } from "./check-price-lines.ts";
import { scoreSplit, scoreTotal } from "./check-score.ts";
import { filedInTime, publishedInTime, signedInTime } from "./check-signing-dates.ts";
import { tranchePercentages } from "./check-tranche-percentages.ts";
import { trancheSum } from "./check-tranche-sum.ts";

const checks: readonly Check[] = [
  trancheSum,
  tranchePercentages,
  priceLines,
  capitals,
  bondAmount,
  bondValidity,
  signedInTime,
  publishedInTime,
  filedInTime,
  paymentPeriod,
  paymentCondition,
  lateInterest,
  scoreSplit,
  scoreTotal,
  keyPeriodsKnown,
  crossReferences,
  limitsAgree,
  numberedLists,
  penaltyCaps,
  penaltyTiers,
];

/** A finding under its check; a check that found several things wrong has a result for each. */
export type CheckResult = Finding & {
  readonly check: string;
  readonly title: Text;
  /** The article of law, or where in the contract. */
  readonly source: Text;
};

/**
 * Runs every check on a contract's terms, in one order. A pure function: it runs on a draft, on a change and over a stock.
 * Throws `invalid` where the terms' date rules rest on each other.
 */
export function runChecks(terms: ContractTerms, facts: CheckFacts): CheckResult[] {
  const { asOf } = facts;
  const events = facts.events.filter((event) => asOf === undefined || eventDate(event) <= asOf);
  return checks.flatMap(({ id, title, source, find }) =>
    find(terms, { ...facts, events }).map((finding) => ({ check: id, title, source, ...finding })),
  );
}
