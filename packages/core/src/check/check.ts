import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import type { LoanPrimeRates } from "./loan-prime-rates.ts";

/** What a check needs to know besides the terms. */
export interface CheckFacts {
  readonly events: readonly ContractEvent[];
  readonly calendar: Calendar;
  readonly loanPrimeRates: LoanPrimeRates;
  /** As on the vendor's file; the law protects small, medium and micro enterprises. */
  readonly vendorSize?: VendorSize;
  /** The day of the look: what happened later is left out, and a deadline before it has passed. */
  readonly asOf?: CivilDate;
}

/** What a check found missing and cannot judge without. */
type Missing =
  | "awarded"
  | "signed"
  | "published"
  | "filed"
  | "vendorSize"
  | "termEnd"
  | "dueDate"
  | "bondValidity"
  | "loanPrimeRate"
  | "articles"
  | "keyPeriods";

interface Found {
  /** What was compared, with the figures. */
  readonly figures: Text;
  /** JSON pointers into the terms. */
  readonly places: readonly string[];
}

/** One finding of a check: a verdict with its figures and, where it could not judge, what it lacks. */
export type Finding =
  | (Found & { readonly verdict: "passed" | "failed" | "warning" })
  | (Found & { readonly verdict: "notEnoughInput"; readonly missing: readonly Missing[] });

/** A check 检查 on a contract: a question with its source in law or in the contract, and how it is answered. */
export interface Check {
  readonly id: string;
  readonly title: Text;
  readonly source: Text;
  /** Several findings where several things are wrong, else one. */
  readonly find: (terms: ContractTerms, facts: CheckFacts) => readonly Finding[];
}
