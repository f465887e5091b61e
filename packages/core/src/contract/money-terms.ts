import * as z from "zod";
import { civilDateSchema } from "../civil-date/index.ts";
import { dateRuleSchema } from "../date-rule/index.ts";
import { keySchema, subjectSchema } from "../event/index.ts";
import { moneySchema, rateSchema } from "../money/index.ts";
import { holderSchema } from "../party/index.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** A price line 分项报价: quantity × unit price. */
const priceLineSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: moneySchema,
  amount: moneySchema,
});

/** A named base that rates refer to, such as one year's approved budget 年度预算批复资金. */
const budgetBaseSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  amount: moneySchema,
  fiscalYear: z.int().min(2000).max(2100).optional(),
});

/** The price 合同价款: total in figures and in capitals 大写, price lines, bases for rates. */
export const priceSchema = z.strictObject({
  total: moneySchema,
  capitals: z.string().min(1).max(100).optional(),
  lines: z.array(priceLineSchema).max(500).optional(),
  bases: z.array(budgetBaseSchema).max(20).optional(),
  clause: clauseSchema.optional(),
});

/** What a tranche comes to: a fixed sum, a rate of a base, or what the other tranches leave of a base. `of` defaults to the total. */
const trancheAmountSchema = z.discriminatedUnion("amount", [
  z.strictObject({ amount: z.literal("fixed"), value: moneySchema }),
  z.strictObject({ amount: z.literal("rate"), rate: rateSchema, of: subjectSchema.optional() }),
  z.strictObject({ amount: z.literal("remainder"), of: subjectSchema.optional() }),
]);
export type TrancheAmount = z.infer<typeof trancheAmountSchema>;

/** A condition that must hold before a tranche may be paid, and who has to act for it where that is not the usual holder. */
const gateSchema = z.discriminatedUnion("gate", [
  z.strictObject({
    gate: z.enum([
      "effective",
      "fundsAppropriated",
      "invoiceReceived",
      "acceptancePassed",
      "deliverablesAccepted",
      "bondInForce",
      "satisfied",
    ]),
    of: subjectSchema.optional(),
    holder: holderSchema.optional(),
  }),
  z.strictObject({ gate: z.literal("monthsServed"), months: z.int().min(1).max(600), term: keySchema }),
]);
export type Gate = z.infer<typeof gateSchema>;

/** A payment 付款 of the price: amount, due rule, gates, and when its invoice has to be in. */
export const trancheSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  amount: trancheAmountSchema,
  due: dateRuleSchema,
  gates: z.array(gateSchema).max(10).optional(),
  invoice: z.strictObject({ due: dateRuleSchema, clause: clauseSchema.optional() }).optional(),
  clause: clauseSchema.optional(),
});
export type Tranche = z.infer<typeof trancheSchema>;

/** The performance bond 履约保函: amount, when it has to be handed in, until when it must be valid. */
export const bondSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  amount: moneySchema,
  due: dateRuleSchema,
  coversTerm: keySchema.optional(),
  validThrough: civilDateSchema.optional(),
  clause: clauseSchema.optional(),
});
