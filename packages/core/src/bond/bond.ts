import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Money } from "../money/index.ts";
import type { Act } from "../party/index.ts";

/** A claim 索赔 on a bond: made of the issuer, then paid by it, or taken back. */
export type BondClaim = {
  readonly id: string;
  readonly amount: Money;
  readonly reason: string;
  readonly penaltyId?: string;
  readonly claimed: Act & { readonly on: CivilDate; readonly document?: string };
} & (
  | { readonly state: "claimed" }
  | {
      readonly state: "paid";
      readonly paid: Act & { readonly on: CivilDate; readonly document: string };
    }
  | { readonly state: "withdrawn"; readonly withdrawn: Act & { readonly reason: string } }
);

/**
 * A performance bond 履约保函 on file: a paper of an issuer for an amount, valid on the days from `validFrom` through
 * `validUntil`. One that takes the place of another names it; what is entered in error is withdrawn.
 */
interface BondBase {
  readonly id: string;
  /** The key of the terms' bond. */
  readonly of: string;
  readonly issuer: string;
  readonly number: string;
  readonly amount: Money;
  readonly receivedOn: CivilDate;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate;
  readonly replaces?: string;
  readonly evidence: readonly Evidence[];
  readonly entered: Act;
  readonly claims: readonly BondClaim[];
}

export type Bond = BondBase &
  (
    | { readonly state: "held" }
    | {
        readonly state: "released";
        readonly released: Act & {
          readonly on: CivilDate;
          readonly document?: string;
          readonly reason: string;
        };
      }
    | { readonly state: "withdrawn"; readonly withdrawn: Act & { readonly reason: string } }
  );
