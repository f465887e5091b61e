import type { ContractTerms, Tranche } from "../contract/index.ts";
import { titleText } from "../contract/index.ts";
import { DomainError } from "../error/index.ts";
import {
  compareMoney,
  formatMoney,
  type Money,
  type Rate,
  rateOf,
  rateToDecimal,
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

/**
 * The amount of each tranche by its key. A rate is rounded half-up to the fen; where the rates of a base make up 100 %
 * of it, its last tranche takes what rounding leaves. A remainder is what the other tranches leave of a named base, or
 * of the total. Throws `invalid` where they take more than there is, or a base has two remainders.
 */
export function evaluateTrancheAmounts(terms: ContractTerms): Map<string, TrancheAmountResult> {
  const { price, tranches } = terms;
  const bases = new Map<string, Base>([
    ["total", { title: { zh: "合同总价", en: "contract total" }, amount: price.total }],
  ]);
  for (const base of price.bases ?? []) {
    bases.set(base.key, { title: titleText(base.title), amount: base.amount });
  }
  const results = new Map<string, TrancheAmountResult>();
  const closing = listClosing(tranches);
  const isLeft = (tranche: Tranche) => tranche.amount.amount === "remainder" || closing.has(tranche.key);
  for (const tranche of tranches) {
    if (!isLeft(tranche)) results.set(tranche.key, evaluateDirect(tranche, bases));
  }
  // What is left of the total counts every other tranche, so it comes last.
  const left = tranches.filter(isLeft);
  const ofBase = left.filter((tranche) => baseKey(tranche) !== "total" || closing.has(tranche.key));
  for (const tranche of [...ofBase, ...left.filter((each) => !ofBase.includes(each))]) {
    results.set(tranche.key, evaluateLeft(tranche, tranches, bases, results, closing));
  }
  return results;
}

/** The last tranche of each base that rates alone share out in full. */
function listClosing(tranches: readonly Tranche[]): ReadonlySet<string> {
  const keys = new Set(tranches.map(baseKey));
  const closing = [...keys].flatMap((key) => {
    const shares = tranches.filter((tranche) => baseKey(tranche) === key);
    const rates = shares.flatMap(({ amount }) => (amount.amount === "rate" ? amount.rate : []));
    return rates.length === shares.length && isWhole(rates) ? (shares.at(-1)?.key ?? []) : [];
  });
  return new Set(closing);
}

/** Whether rates add up to exactly 100 %; a rate has at most twelve decimals. */
function isWhole(rates: readonly Rate[]): boolean {
  const units = rates.map((rate) => {
    const [whole = "", decimals = ""] = rateToDecimal(rate).split(".");
    return BigInt(whole + decimals.padEnd(12, "0"));
  });
  return units.reduce((sum, each) => sum + each, 0n) === 10n ** 12n;
}

function evaluateDirect(tranche: Tranche, bases: ReadonlyMap<string, Base>): TrancheAmountResult {
  const { amount } = tranche;
  if (amount.amount === "fixed") {
    return { amount: amount.value, why: { zh: "约定金额", en: "agreed sum" } };
  }
  const base = baseOf(tranche, bases);
  const rate = amount.amount === "rate" ? amount.rate : "0%";
  const value = rateOf(base.amount, rate);
  const sum = `${formatMoney(base.amount)} × ${rate} = ${formatMoney(value)}`;
  return { amount: value, why: { zh: `${base.title.zh} ${sum}`, en: `${base.title.en} ${sum}` } };
}

function evaluateLeft(
  tranche: Tranche,
  all: readonly Tranche[],
  bases: ReadonlyMap<string, Base>,
  known: ReadonlyMap<string, TrancheAmountResult>,
  closing: ReadonlySet<string>,
): TrancheAmountResult {
  const base = baseOf(tranche, bases);
  const of = baseKey(tranche);
  const wide = of === "total" && !closing.has(tranche.key);
  const others = all.filter((each) => each.key !== tranche.key && (wide || baseKey(each) === of));
  const taken = sumMoney(others.map((each) => known.get(each.key)?.amount ?? "0.00"));
  const twice = others.some((each) => each.amount.amount === "remainder" && baseKey(each) === of);
  if (twice || compareMoney(taken, base.amount) > 0) throw noRemainder(tranche);
  const amount = subtractMoney(base.amount, taken);
  const direct = tranche.amount.amount === "rate" ? evaluateDirect(tranche, bases) : undefined;
  if (direct?.amount === amount) return direct;
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
