import type { ContractTerms, TrancheAmount } from "../contract/index.ts";
import type { NameSubject } from "../date-rule/index.ts";
import { DomainError } from "../error/index.ts";
import { formatMoney, type Money } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import { evaluateTrancheAmounts, type TrancheAmountResult } from "../tranche/index.ts";

/** What a tranche comes to, as a rule and, where it can be worked out, as a sum. */
export interface PrintedAmount {
  readonly sum?: Money;
  readonly text: Text;
}

/** The amount of each tranche in words, in the order of the terms. */
export function printAmounts(terms: ContractTerms, nameOf: NameSubject): PrintedAmount[] {
  const results = evaluateAmounts(terms);
  return terms.tranches.map(({ key, amount }) => {
    const result = results?.get(key);
    if (result === undefined) return { text: printRate(amount, nameOf) };
    const { zh, en } = result.why;
    const sum = formatMoney(result.amount);
    const fixed = amount.amount === "fixed";
    return {
      sum: result.amount,
      text: fixed ? { zh: `${zh} ${sum}`, en: `${en} ${sum}` } : result.why,
    };
  });
}

/** A draft whose amounts cannot be worked out still has rules to show. */
function evaluateAmounts(terms: ContractTerms): ReadonlyMap<string, TrancheAmountResult> | undefined {
  try {
    return evaluateTrancheAmounts(terms);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function printRate(amount: TrancheAmount, nameOf: NameSubject): Text {
  if (amount.amount === "fixed") return { zh: `约定金额 ${amount.value}`, en: `agreed sum ${amount.value}` };
  const { zh, en } = nameOf(amount.of ?? "total");
  return amount.amount === "rate"
    ? { zh: `${zh} × ${amount.rate}`, en: `${en} × ${amount.rate}` }
    : { zh: `${zh}余额`, en: `remainder of ${en}` };
}
