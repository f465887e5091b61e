import * as z from "zod";
import type { ContractTerms } from "../contract/index.ts";
import type { NameSubject } from "../date-rule/index.ts";
import { DomainError } from "../error/index.ts";
import { formatMoney, type Money, moneySchema, rateSchema } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import { evaluateTrancheAmounts, type TrancheAmountResult } from "../tranche/index.ts";

/** What a tranche comes to, as a rule and, where it can be worked out, as a sum. */
export interface PrintedAmount {
  readonly sum?: Money;
  readonly text?: Text;
}

/** The amount of each tranche in words, in the order of the terms. */
export function printAmounts(terms: ContractTerms, nameOf: NameSubject): PrintedAmount[] {
  const results = evaluateAmounts(terms);
  return terms.tranches.map(({ key, amount }) => {
    const result = results?.get(key);
    const rule = printAmountRule(amount, nameOf);
    if (result === undefined) return rule === undefined ? {} : { text: rule };
    const text = amount.amount === "fixed" ? rule : result.why;
    return { sum: result.amount, text: text ?? result.why };
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

const amountSchema = z.discriminatedUnion("amount", [
  z.strictObject({ amount: z.literal("fixed"), value: moneySchema }),
  z.strictObject({ amount: z.literal("range"), from: moneySchema, to: moneySchema }),
  z.strictObject({ amount: z.literal("rate"), rate: rateSchema, of: z.string().optional() }),
  z.strictObject({ amount: z.literal("remainder"), of: z.string().optional() }),
]);

/** The rule of an amount in words: of a payment, a penalty, a cap. Nothing for what is no such rule. */
export function printAmountRule(value: unknown, nameOf: NameSubject): Text | undefined {
  const { data } = amountSchema.safeParse(value);
  if (data === undefined) return undefined;
  if (data.amount === "fixed") return asSum("约定金额", "agreed sum", formatMoney(data.value));
  if (data.amount === "range") {
    const [from, to] = [formatMoney(data.from), formatMoney(data.to)];
    return { zh: `${from} 至 ${to}`, en: `${from} to ${to}` };
  }
  const { zh, en } = nameOf(data.of ?? "total");
  return data.amount === "rate"
    ? asSum(zh, en, `× ${data.rate}`)
    : { zh: `${zh}余额`, en: `remainder of ${en}` };
}

function asSum(zh: string, en: string, sum: string): Text {
  return { zh: `${zh} ${sum}`, en: `${en} ${sum}` };
}
