import type { ContractTerms } from "@luyue/core/contract";
import { moneySchema, toCapitals } from "@luyue/core/money";
import { computeTranches } from "../../entry/compute-terms.ts";

/**
 * The terms as they were changed, with capitals 大写 that follow the figures: those of a sum that was changed are written
 * anew, those of a sum that stays are left as the contract has them, faults of its text included.
 */
export function withCapitals(before: ContractTerms, after: ContractTerms): ContractTerms {
  const [old, now] = [amountsOf(before), amountsOf(after)];
  const capitalsOf = (written: string | undefined, was: string | undefined, is: string | undefined) => {
    if (written === undefined || is === undefined || was === is || !moneySchema.safeParse(is).success)
      return {};
    return { capitals: toCapitals(is) };
  };
  const { price, bond } = after;
  return {
    ...after,
    price: { ...price, ...capitalsOf(price.capitals, before.price.total, price.total) },
    tranches: after.tranches.map((each) => ({
      ...each,
      ...capitalsOf(each.capitals, old.get(each.key), now.get(each.key)),
    })),
    ...(bond === undefined
      ? {}
      : { bond: { ...bond, ...capitalsOf(bond.capitals, before.bond?.amount, bond.amount) } }),
  };
}

/** What each payment comes to; none while a figure is being typed. */
function amountsOf(terms: ContractTerms): ReadonlyMap<string, string> {
  return new Map([...computeTranches(terms).amounts].map(([key, { amount }]) => [key, amount]));
}

/** Whether two versions say the same. */
export function isSame(one: ContractTerms, other: ContractTerms): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export interface Signing {
  readonly number: string;
  readonly signedOn: string;
  readonly document: string | undefined;
  readonly reason: string;
}

/** By what the terms were changed, as the record keeps it: the supplement's number, its day, its document and why. */
export function reasonOf({ number, signedOn, document, reason }: Signing): string {
  const paper = document === undefined ? "" : `，${document}`;
  return `${number}（${signedOn}签订${paper}）：${reason}`;
}
