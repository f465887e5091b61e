import * as z from "zod";
import { civilDateSchema } from "../civil-date/index.ts";
import { dateRuleSchema } from "../date-rule/index.ts";
import { keySchema, subjectSchema } from "../event/index.ts";
import { moneySchema, rateSchema } from "../money/index.ts";
import { holderSchema } from "../party/index.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** An amount in Chinese capitals 大写 as the contract writes it, which may be wrong. */
const capitalsSchema = z.string().min(1).max(100);

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
  capitals: capitalsSchema.optional(),
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

/**
 * What the contract says of an invoice that comes late: the buyer's own delay is then no breach, the buyer may hold the
 * payment, or the payment is due by another rule (which may count from `invoiceReceived`). Without it, nothing is said.
 */
const lateInvoiceSchema = z.discriminatedUnion("late", [
  z.strictObject({ late: z.literal("noBlame") }),
  z.strictObject({ late: z.literal("mayHold") }),
  z.strictObject({ late: z.literal("moves"), due: dateRuleSchema }),
]);
export type LateInvoice = z.infer<typeof lateInvoiceSchema>;

/** A payment 付款 of the price: amount, due rule, gates, and when its invoice has to be in. */
export const trancheSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  amount: trancheAmountSchema,
  capitals: capitalsSchema.optional(),
  due: dateRuleSchema,
  gates: z.array(gateSchema).max(10).optional(),
  invoice: z
    .strictObject({
      due: dateRuleSchema,
      late: lateInvoiceSchema.optional(),
      clause: clauseSchema.optional(),
    })
    .optional(),
  clause: clauseSchema.optional(),
});
export type Tranche = z.infer<typeof trancheSchema>;

/** The performance bond 履约保函: amount, when it has to be handed in, until when it must be valid. */
export const bondSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  amount: moneySchema,
  capitals: capitalsSchema.optional(),
  due: dateRuleSchema,
  coversTerm: keySchema.optional(),
  validThrough: civilDateSchema.optional(),
  clause: clauseSchema.optional(),
});

/**
 * Interest on late payment 逾期付款违约金 as agreed: a rate for each day of the contract total or of what is overdue, from the
 * day after the grace has run out, at most `cap` of the contract total. `excuses`: what the buyer does not answer for.
 */
export const lateInterestSchema = z.strictObject({
  rate: rateSchema,
  of: z.enum(["total", "overdue"]),
  cap: rateSchema.optional(),
  graceDays: z.int().min(0).max(365).optional(),
  excuses: z
    .array(z.enum(["invoice", "funds"]))
    .max(2)
    .optional(),
  clause: clauseSchema.optional(),
});
export type LateInterest = z.infer<typeof lateInterestSchema>;

/** A change of the vendor's bank account is announced so long before a payment; in between it is refused. */
export const accountChangeSchema = z.strictObject({
  count: z.int().min(1).max(365),
  unit: z.enum(["workingDay", "day"]),
  clause: clauseSchema.optional(),
});

/** Service beyond the term 超期服务: each day at the contract total divided by the days of the term. */
export const overrunSchema = z.strictObject({ term: keySchema, clause: clauseSchema.optional() });

/** A ground of early end 提前终止 without breach: how long notice runs; the work done is settled by the time worked of a term. */
export const earlyEndSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  notice: z.strictObject({
    count: z.int().min(0).max(1000),
    unit: z.enum(["workingDay", "day", "week", "month"]),
  }),
  term: keySchema,
  clause: clauseSchema.optional(),
});
