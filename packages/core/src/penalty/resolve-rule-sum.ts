import {
  type ContractTerms,
  type PenaltyAmount,
  type PenaltyCapAmount,
  type PenaltyRule,
  type Tier,
  titleText,
} from "../contract/index.ts";
import { type Fraction, keepsTo } from "../measurement/index.ts";
import { formatMoney, type Money, rateOf, scaleMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import { evaluateTrancheAmounts } from "../tranche/index.ts";
import type { PenaltySum } from "./penalty.ts";

/** How much of it there is: days late, people and times, or a value measured in the rule's unit, exact. */
export interface RuleQuantity {
  readonly days?: number;
  readonly times?: number;
  readonly measured?: Fraction;
}

/** What a rule comes to, with its arithmetic in both languages. */
export interface RuleSum {
  readonly sum: PenaltySum;
  readonly why: Text;
}

interface Base {
  readonly title: Text;
  readonly amount: Money;
}

/**
 * What a penalty rule comes to for a quantity, half-up to the fen and before any cap. None where nothing is owed: a measured
 * value that no tier has, a delay that ends before the rule's first day. A rate is of the contract total unless the terms
 * name another base. Throws `RangeError` where the quantity that the rule asks for is missing.
 */
export function resolveRuleSum(
  rule: PenaltyRule,
  terms: ContractTerms,
  quantity: RuleQuantity = {},
): RuleSum | undefined {
  switch (rule.penalty) {
    case "once":
    case "perOccurrence":
      return resolveAmount(rule.amount, terms);
    case "perPersonTime": {
      const times = demand(quantity.times, "times");
      return resolveAmount(rule.amount, terms, {
        count: times,
        zh: `${times}人次`,
        en: `${times} person-times`,
      });
    }
    case "perDay": {
      const days = countDays(rule, demand(quantity.days, "days"));
      if (days === 0) return undefined;
      return resolveAmount(rule.amount, terms, { count: days, zh: `${days}日`, en: `${days} days` });
    }
    case "tiers": {
      const measured = demand(quantity.measured, "measured");
      const tier = rule.tiers.find((each) => isInTier(measured, each));
      return tier === undefined ? undefined : resolveAmount(tier.amount, terms);
    }
  }
}

/** Whether a measured value lies in a tier, by its exact borders. */
export function isInTier(value: Fraction, { from, fromExclusive, to, toInclusive }: Tier): boolean {
  const above = keepsTo(value, { bound: fromExclusive === true ? "moreThan" : "atLeast", value: from });
  if (to === undefined) return above;
  return above && keepsTo(value, { bound: toInclusive === true ? "atMost" : "lessThan", value: to });
}

function demand<T>(given: T | undefined, what: string): T {
  if (given === undefined) throw new RangeError(`the rule asks for ${what}`);
  return given;
}

/** Days from the rule's first through its last day, of a delay of so many. */
function countDays(rule: Extract<PenaltyRule, { penalty: "perDay" }>, late: number): number {
  const { from = 1, until = late } = rule;
  return Math.max(0, Math.min(late, until) - from + 1);
}

interface Times {
  readonly count: number;
  readonly zh: string;
  readonly en: string;
}

function resolveAmount(amount: PenaltyAmount, terms: ContractTerms, times?: Times): RuleSum {
  if (amount.amount === "range") {
    const [from, to] = [multiply(amount.from, times), multiply(amount.to, times)];
    const range = `${formatMoney(from)} – ${formatMoney(to)}`;
    return { sum: { from, to }, why: { zh: `约定区间 ${range}`, en: `agreed range ${range}` } };
  }
  const one = resolveShare(amount, terms);
  if (times === undefined) return { sum: { amount: one.amount }, why: one.why };
  const total = multiplyShare(amount, one, times, terms);
  return {
    sum: { amount: total },
    why: {
      zh: `${one.plain.zh} × ${times.zh} = ${formatMoney(total)}`,
      en: `${one.plain.en} × ${times.en} = ${formatMoney(total)}`,
    },
  };
}

function multiply(amount: Money, times: Times | undefined): Money {
  return times === undefined ? amount : scaleMoney(amount, times.count, 1);
}

/** A rate of a base for so many is rounded once: base × rate × count. */
function multiplyShare(amount: PenaltyCapAmount, one: Share, { count }: Times, terms: ContractTerms): Money {
  if (amount.amount === "fixed") return scaleMoney(one.amount, count, 1);
  return rateOf(scaleMoney(baseOf(amount.of, terms).amount, count, 1), amount.rate);
}

interface Share {
  readonly amount: Money;
  /** What it is of, without the result. */
  readonly plain: Text;
  readonly why: Text;
}

/** A sum, or a share of a base, with its arithmetic. Throws `RangeError` for a base that the terms do not have. */
export function resolveShare(amount: PenaltyCapAmount, terms: ContractTerms): Share {
  if (amount.amount === "fixed") {
    const sum = formatMoney(amount.value);
    const plain = { zh: `约定金额 ${sum}`, en: `agreed sum ${sum}` };
    return { amount: amount.value, plain, why: plain };
  }
  const base = baseOf(amount.of, terms);
  const share = rateOf(base.amount, amount.rate);
  const plain = {
    zh: `${base.title.zh} ${formatMoney(base.amount)} × ${amount.rate}`,
    en: `${base.title.en} ${formatMoney(base.amount)} × ${amount.rate}`,
  };
  const equals = ` = ${formatMoney(share)}`;
  return { amount: share, plain, why: { zh: plain.zh + equals, en: plain.en + equals } };
}

function baseOf(of: string | undefined, terms: ContractTerms): Base {
  const { price, tranches, penaltyBases = [] } = terms;
  if (of === undefined || of === "total") {
    return { title: { zh: "合同总价", en: "contract total" }, amount: price.total };
  }
  const own = penaltyBases.find(({ key }) => key === of);
  if (own !== undefined) {
    return { title: titleText(own.title), amount: resolveShare(own.atMost, terms).amount };
  }
  const budget = price.bases?.find(({ key }) => key === of);
  if (budget !== undefined) return { title: titleText(budget.title), amount: budget.amount };
  const tranche = tranches.find(({ key }) => key === of);
  const result = tranche === undefined ? undefined : evaluateTrancheAmounts(terms).get(of);
  if (tranche === undefined || result === undefined) throw new RangeError(`no base ${of}`);
  return { title: titleText(tranche.title), amount: result.amount };
}
