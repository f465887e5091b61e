import { addMoney, compareMoney, type Money, subtractMoney, sumMoney } from "../money/index.ts";
import type { Bond, BondClaim } from "./bond.ts";

/** What may still be claimed on a bond: its amount less the claims that stand. */
export function openOfBond({ amount, claims }: Pick<Bond, "amount" | "claims">): Money {
  const claimed = sumMoney(claims.filter(isLiveClaim).map((claim) => claim.amount));
  return compareMoney(claimed, amount) >= 0 ? "0.00" : subtractMoney(amount, claimed);
}

/** Whether a claim stands: made or paid, not taken back. */
export function isLiveClaim({ state }: Pick<BondClaim, "state">): boolean {
  return state !== "withdrawn";
}

/** What the issuer has paid on a bond. */
export function paidOnBond({ claims }: Pick<Bond, "claims">): Money {
  return claims.reduce((sum, claim) => (claim.state === "paid" ? addMoney(sum, claim.amount) : sum), "0.00");
}

/** The bond with one of its claims put in the place of the one with its id, or added. */
export function withClaim<B extends Bond>(bond: B, claim: BondClaim): B {
  const at = bond.claims.findIndex(({ id }) => id === claim.id);
  return { ...bond, claims: at < 0 ? [...bond.claims, claim] : bond.claims.with(at, claim) };
}
