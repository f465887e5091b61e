import type { Evidence } from "../event/index.ts";
import type { Money } from "../money/index.ts";
import type { Act } from "../party/index.ts";

/**
 * A deduction 扣款 from what the vendor is owed: proposed with its reason and clause, decided by somebody else, then set
 * off against the next payments, whose records say how much of it each took.
 */
interface DeductionFacts {
  readonly id: string;
  /** The penalty that it sets off, where it is one's. */
  readonly penaltyId?: string;
  readonly title: string;
  readonly reason: string;
  readonly amount: Money;
  readonly clause?: string;
  readonly evidence: readonly Evidence[];
  readonly proposed: Act;
}

export type Deduction = DeductionFacts &
  (
    | { readonly state: "proposed" }
    | { readonly state: "approved"; readonly decided: Act }
    | { readonly state: "rejected"; readonly decided: Act & { readonly reason: string } }
    | { readonly state: "withdrawn"; readonly decided: Act & { readonly reason: string } }
  );
