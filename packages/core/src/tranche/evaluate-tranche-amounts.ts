import type { ContractTerms, Tranche } from "../contract/index.ts";
import { titleText } from "../contract/index.ts";
import { DomainError } from "../error/index.ts";
import { compareMoney, formatMoney, type Money, rateOf, subtractMoney, sumMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";

/** What a tranche comes to, in yuan, and the arithmetic that gave it. */
export interface TrancheAmountResult {
  readonly amount: Money;
  readonly why: Text;
}

interface Base {
  readonly title: Text;
  readonly amount: Money;
}

/**
 * The amount of each tranche by its key. A rate is rounded half-up to the fen; a remainder is what the other
 * tranches of the same base leave of it. Throws `invalid` where they take more than the base.
 */
export function evaluateTrancheAmounts(terms: ContractTerms): Map<string, TrancheAmountResult> {
  const bases = new Map<string, Base>([
    ["total", { title: { zh: "合同总价", en: "contract total" }, amount: terms.price.total }],
  ]);
  for (const base of terms.price.bases ?? []) {
    bases.set(base.key, { title: titleText(base.title), amount: base.amount });
  }
  const results = new Map<string, TrancheAmountResult>();
  for (const tranche of terms.tranches) {
    if (tranche.amount.amount !== "remainder") results.set(tranche.key, evaluateDirect(tranche, bases));
  }
  for (const tranche of terms.tranches) {
    if (tranche.amount.amount === "remainder") {
      results.set(tranche.key, evaluateRemainder(tranche, terms.tranches, bases, results));
    }
  }
  return results;
}

function evaluateDirect(tranche: Tranche, bases: ReadonlyMap<string, Base>): TrancheAmountResult {
  const { amount } = tranche;
  if (amount.amount === "fixed") {
    return { amount: amount.value, why: { zh: "约定金额", en: "agreed sum" } };
  }
  const base = baseOf(tranche, bases);
  const rate = amount.amount === "rate" ? amount.rate : "0%";
  const value = rateOf(base.amount, rate);
  return {
    amount: value,
    why: {
      zh: `${base.title.zh} ${formatMoney(base.amount)} × ${rate} = ${formatMoney(value)}`,
      en: `${base.title.en} ${formatMoney(base.amount)} × ${rate} = ${formatMoney(value)}`,
    },
  };
}

function evaluateRemainder(
  tranche: Tranche,
  all: readonly Tranche[],
  bases: ReadonlyMap<string, Base>,
  known: ReadonlyMap<string, TrancheAmountResult>,
): TrancheAmountResult {
  const base = baseOf(tranche, bases);
  const of = baseKey(tranche);
  const others = all.filter((each) => each.key !== tranche.key && baseKey(each) === of);
  const taken = sumMoney(others.map((each) => known.get(each.key)?.amount ?? "0.00"));
  if (others.some((each) => each.amount.amount === "remainder") || compareMoney(taken, base.amount) > 0) {
    throw new DomainError("invalid", {
      zh: `付款“${tranche.title.zh}”的余额无法计算：同一基数只能有一个余额，且其余各期不得超过基数`,
      en: `no remainder for tranche ${tranche.key}: a base has one remainder, and the others may not take more than it`,
    });
  }
  const amount = subtractMoney(base.amount, taken);
  const sum = `${formatMoney(base.amount)} − ${formatMoney(taken)} = ${formatMoney(amount)}`;
  return { amount, why: { zh: `${base.title.zh}余额 ${sum}`, en: `remainder of ${base.title.en} ${sum}` } };
}

function baseKey(tranche: Tranche): string {
  return tranche.amount.amount === "fixed" ? "total" : (tranche.amount.of ?? "total");
}

function baseOf(tranche: Tranche, bases: ReadonlyMap<string, Base>): Base {
  const base = bases.get(baseKey(tranche));
  if (base === undefined) {
    throw new DomainError("invalid", {
      zh: `找不到计算基数 ${baseKey(tranche)}`,
      en: `there is no base ${baseKey(tranche)}`,
    });
  }
  return base;
}
