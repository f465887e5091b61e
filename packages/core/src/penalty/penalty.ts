import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Money } from "../money/index.ts";
import type { Act, Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/** What a rule comes to before any cap that several rules share: a sum, or a range that the decision picks from. */
export type PenaltySum = { readonly amount: Money } | { readonly from: Money; readonly to: Money };

/** What a cap took away: `used` is what it had left over for others before, `cut` what this one lost by it. */
export interface PenaltyCut {
  /** The rule's own cap, or the key of a shared one. */
  readonly cap: "own" | (string & {});
  readonly title: Text;
  readonly limit: Money;
  readonly used: Money;
  readonly cut: Money;
  readonly clause?: string;
}

/** The vendor's answer 申辩 to a proposed penalty; `side` entered it, the buyer from paper. */
export interface PenaltyAnswer extends Act {
  readonly side: Side;
  readonly agrees: boolean;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

/**
 * How some of an imposed penalty was dealt with: set off against the next payments by a deduction, claimed on the bond,
 * paid by the vendor on a day, or waived with a reason. One that was taken back does not count.
 */
export type PenaltyCollection = {
  readonly id: string;
  readonly amount: Money;
  readonly by: Act;
  readonly revoked?: Act & { readonly reason: string };
} & (
  | { readonly way: "setOff"; readonly deductionId: string }
  | { readonly way: "bond"; readonly bondId: string; readonly claimId: string }
  | { readonly way: "paid"; readonly on: CivilDate; readonly document: string }
  | { readonly way: "waived"; readonly reason: string }
);

/**
 * A penalty 违约金: proposed by a rule of the terms with its arithmetic, or by a person; answered by the vendor through
 * `answerBy`; imposed or dismissed by somebody else than who proposed it. `occasion` names what it is owed for (see
 * `listOccasions`), so that one rule is owed once for one thing. Money in yuan.
 */
interface PenaltyBase {
  readonly id: string;
  readonly title: string;
  readonly rule?: string;
  readonly occasion?: string;
  readonly reason: string;
  readonly clause?: string;
  readonly evidence: readonly Evidence[];
  readonly termsVersion: number;
  readonly sum: PenaltySum;
  readonly why: Text;
  readonly answerBy: CivilDate;
  readonly proposed: Act;
  readonly answer?: PenaltyAnswer;
}

export type Penalty = PenaltyBase &
  (
    | { readonly state: "proposed" }
    | {
        readonly state: "imposed";
        readonly decided: Act & { readonly note?: string };
        /** What it would have been without the shared caps. */
        readonly gross: Money;
        readonly cuts: readonly PenaltyCut[];
        readonly amount: Money;
        readonly collections: readonly PenaltyCollection[];
      }
    | { readonly state: "dismissed"; readonly decided: Act & { readonly reason: string } }
    | { readonly state: "withdrawn"; readonly decided: Act & { readonly reason: string } }
  );
