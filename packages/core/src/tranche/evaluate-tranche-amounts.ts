import type { ContractTerms, Tranche } from "../contract/index.ts";
import { titleText } from "../contract/index.ts";
import { DomainError } from "../error/index.ts";
import {
  compareMoney,
  decimalOfRate,
  ExactDecimal,
  formatMoney,
  type Money,
  type Rate,
  rateOf,
  splitMoney,
  subtractMoney,
  sumMoney,
} from "../money/index.ts";
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

type Bases = ReadonlyMap<string, Base>;
type Results = ReadonlyMap<string, TrancheAmountResult>;

/**
 * The amount of each tranche by its key. A rate is rounded half-up to the fen; where the rates of a base make up 100 %
 * of it, its last tranche takes what rounding leaves. A remainder is what the other tranches leave of a named base, or
 * of the total. Throws `invalid` where they take more than there is, or a base has two remainders.
 */
export function evaluateTrancheAmounts(terms: ContractTerms): Map<string, TrancheAmountResult> {
  const { tranches } = terms;
  const bases = listBases(terms);
  const results = new Map<string, TrancheAmountResult>();
  const shares = listShares(tranches, bases);
  for (const tranche of tranches) {
    const { key, amount } = tranche;
    if (amount.amount === "fixed") results.set(key, agreedSum(amount.value));
    if (amount.amount === "rate") {
      const base = baseOf(tranche, bases);
      results.set(key, evaluateRate(base, amount.rate, shares.get(key) ?? rateOf(base.amount, amount.rate)));
    }
  }
  const remainders = tranches.filter(({ amount }) => amount.amount === "remainder");
  // What is left of the total counts every other tranche, so it comes last.
  for (const tranche of remainders.toSorted((one, other) => orderOf(one) - orderOf(other))) {
    results.set(tranche.key, evaluateRemainder(tranche, tranches, baseOf(tranche, bases), results));
  }
  return results;
}

function listBases({ price }: ContractTerms): Bases {
  const named = (price.bases ?? []).map(({ key, title, amount }): [string, Base] => [
    key,
    { title: titleText(title), amount },
  ]);
  const total: Base = { title: { zh: "合同总价", en: "contract total" }, amount: price.total };
  return new Map([["total", total], ...named]);
}

/** The amounts of tranches whose rates alone share a base out in full: together they are the base, to the fen. */
function listShares(tranches: readonly Tranche[], bases: Bases): ReadonlyMap<string, Money> {
  const shares = new Map<string, Money>();
  for (const key of new Set(tranches.map(baseKey))) {
    const ofBase = tranches.filter((tranche) => baseKey(tranche) === key);
    const rates = ofBase.flatMap(({ amount }) => (amount.amount === "rate" ? amount.rate : []));
    const base = bases.get(key);
    if (base === undefined || rates.length < ofBase.length || !isWhole(rates)) continue;
    for (const [at, amount] of splitMoney(base.amount, rates).entries()) {
      shares.set(ofBase[at]?.key ?? "", amount);
    }
  }
  return shares;
}

/** Whether rates add up to exactly 100 %. */
function isWhole(rates: readonly Rate[]): boolean {
  return ExactDecimal.sum(0, ...rates.map(decimalOfRate)).equals(1);
}

function agreedSum(amount: Money): TrancheAmountResult {
  return { amount, why: { zh: "约定金额", en: "agreed sum" } };
}

function evaluateRate(base: Base, rate: Rate, amount: Money): TrancheAmountResult {
  const exact = amount === rateOf(base.amount, rate);
  const sum = `${formatMoney(base.amount)} × ${rate} = ${formatMoney(amount)}`;
  return {
    amount,
    why: {
      zh: `${base.title.zh} ${sum}${exact ? "" : "（含尾差）"}`,
      en: `${base.title.en} ${sum}${exact ? "" : " (with what rounding leaves)"}`,
    },
  };
}

function orderOf(tranche: Tranche): number {
  return baseKey(tranche) === "total" ? 1 : 0;
}

function evaluateRemainder(
  tranche: Tranche,
  all: readonly Tranche[],
  base: Base,
  known: Results,
): TrancheAmountResult {
  const of = baseKey(tranche);
  const others = all.filter((each) => each.key !== tranche.key && (of === "total" || baseKey(each) === of));
  const taken = sumMoney(others.map((each) => known.get(each.key)?.amount ?? "0.00"));
  const twice = others.some((each) => each.amount.amount === "remainder" && baseKey(each) === of);
  if (twice || compareMoney(taken, base.amount) > 0) throw noRemainder(tranche);
  const amount = subtractMoney(base.amount, taken);
  const sum = `${formatMoney(base.amount)} − ${formatMoney(taken)} = ${formatMoney(amount)}`;
  return { amount, why: { zh: `${base.title.zh}余额 ${sum}`, en: `remainder of ${base.title.en} ${sum}` } };
}

function noRemainder({ key, title }: Tranche): DomainError {
  return new DomainError("invalid", {
    zh: `付款“${title.zh}”的余额无法计算：同一基数只能有一个余额，且其余各期不得超过基数`,
    en: `no remainder for tranche ${key}: a base has one remainder, and the others may not take more than it`,
  });
}

function baseKey(tranche: Tranche): string {
  return tranche.amount.amount === "fixed" ? "total" : (tranche.amount.of ?? "total");
}

function baseOf(tranche: Tranche, bases: Bases): Base {
  const base = bases.get(baseKey(tranche));
  if (base === undefined) {
    throw new DomainError("invalid", {
      zh: `找不到计算基数 ${baseKey(tranche)}`,
      en: `there is no base ${baseKey(tranche)}`,
    });
  }
  return base;
}
