import type { CivilDate } from "../civil-date/index.ts";
import type { Money, Rate } from "../money/index.ts";
import type { Text } from "../text/index.ts";

/** Days with one base: what is owed for each of them is `rate × base`. */
export interface InterestPeriod {
  readonly from: CivilDate;
  readonly through: CivilDate;
  readonly days: number;
  readonly base: Money;
}

/** One day's share of interest, in yuan; the shares add up to the whole. */
export interface InterestDay {
  readonly on: CivilDate;
  readonly base: Money;
  readonly amount: Money;
  readonly total: Money;
}

/** Interest on a late payment 逾期利息: none with its reason, or by the contract or by law with the arithmetic. */
export type Interest =
  | { readonly basis: "none"; readonly why: Text }
  | {
      readonly basis: "contract" | "law";
      readonly rate: Rate;
      /** The last day without interest. */
      readonly since: CivilDate;
      readonly through: CivilDate;
      readonly days: number;
      readonly periods: readonly InterestPeriod[];
      readonly uncapped: Money;
      readonly cap?: Money;
      readonly amount: Money;
      readonly why: Text;
      readonly source: Text;
    };
