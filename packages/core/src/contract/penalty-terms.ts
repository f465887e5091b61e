import * as z from "zod";
import { keySchema, subjectSchema } from "../event/index.ts";
import { compareMoney, moneySchema, rateSchema } from "../money/index.ts";
import { sideSchema } from "../party/index.ts";
import { decimalSchema } from "./decimal.ts";
import { measureUnitSchema } from "./limit-terms.ts";
import { counterSchema } from "./right-terms.ts";
import { clauseSchema, titleSchema } from "./title.ts";

/** A share of the contract total or, with `of`, of a tranche, of a base of the price or of a penalty base. */
const shareSchema = z.strictObject({
  amount: z.literal("rate"),
  rate: rateSchema,
  of: keySchema.optional(),
});
const sumSchema = z.strictObject({ amount: z.literal("fixed"), value: moneySchema });

/** What a penalty costs: a sum, a range that a decision picks from, or a share of a base. */
const penaltyAmountSchema = z.discriminatedUnion("amount", [
  sumSchema,
  z
    .strictObject({ amount: z.literal("range"), from: moneySchema, to: moneySchema })
    .refine(({ from, to }) => compareMoney(from, to) <= 0, {
      path: ["to"],
      message: "区间上限低于下限 / the range ends below its start",
    }),
  shareSchema,
]);
export type PenaltyAmount = z.infer<typeof penaltyAmountSchema>;

const capSchema = z.discriminatedUnion("amount", [sumSchema, shareSchema]);
export type PenaltyCapAmount = z.infer<typeof capSchema>;

/** A step of a scale over a measured value: from (itself included unless `fromExclusive`) to (left out unless `toInclusive`). */
const tierSchema = z
  .strictObject({
    from: decimalSchema,
    fromExclusive: z.literal(true).optional(),
    to: decimalSchema.optional(),
    toInclusive: z.literal(true).optional(),
    amount: penaltyAmountSchema,
  })
  .refine(({ from, to }) => to === undefined || Number(from) <= Number(to), {
    path: ["to"],
    message: "档位上限低于下限 / the tier ends below its start",
  });
export type Tier = z.infer<typeof tierSchema>;

/**
 * What a penalty is owed for, where the record shows it: an incident of a class (or of any, by its kind), an absence, days
 * by which one of the obligations is late (each on its own), a counter, or the exercise of a right. Tiers follow from what
 * was measured, and scores name their penalties themselves. Without it, a person says that it is owed.
 */
const occasionTermsSchema = z.discriminatedUnion("when", [
  z.strictObject({
    when: z.literal("incident"),
    classes: z.array(keySchema).min(1).max(20).optional(),
    kinds: z.array(keySchema).min(1).max(20).optional(),
  }),
  z.strictObject({ when: z.literal("absence") }),
  z.strictObject({ when: z.literal("late"), of: z.array(subjectSchema).min(1).max(200) }),
  z.strictObject({ when: z.literal("counted"), any: z.array(counterSchema).min(1).max(10) }),
  z.strictObject({ when: z.literal("right"), right: keySchema }),
]);

const named = {
  key: keySchema,
  title: titleSchema,
  debtor: sideSchema.optional(),
  on: occasionTermsSchema.optional(),
  cap: capSchema.optional(),
  refund: z.literal(true).optional(),
  clause: clauseSchema.optional(),
};

const dayCountSchema = z.int().min(1).max(10_000);

/**
 * A penalty rule 违约金: owed once, for each occurrence, for each person and time, for each day of a delay (from its day
 * `from` through its day `until`), or by the tier that a measured value falls in. Owed by the vendor unless `debtor` says
 * otherwise; `refund`: what has been paid is given back besides.
 */
export const penaltySchema = z.discriminatedUnion("penalty", [
  z.strictObject({ penalty: z.literal("once"), ...named, amount: penaltyAmountSchema }),
  z.strictObject({ penalty: z.literal("perOccurrence"), ...named, amount: penaltyAmountSchema }),
  z.strictObject({ penalty: z.literal("perPersonTime"), ...named, amount: penaltyAmountSchema }),
  z.strictObject({
    penalty: z.literal("perDay"),
    ...named,
    amount: penaltyAmountSchema,
    from: dayCountSchema.optional(),
    until: dayCountSchema.optional(),
  }),
  z.strictObject({
    penalty: z.literal("tiers"),
    ...named,
    measure: keySchema,
    unit: measureUnitSchema,
    tiers: z.array(tierSchema).min(1).max(50),
  }),
]);
export type PenaltyRule = z.infer<typeof penaltySchema>;

/** A base that only penalties are taken of, as far as the contract bounds it: at most 10 % of the award price. */
export const penaltyBaseSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  atMost: capSchema,
  clause: clauseSchema.optional(),
});

/** A cap that several penalties share: what they come to together, over the whole contract. */
export const penaltyCapSchema = z.strictObject({
  key: keySchema,
  title: titleSchema,
  covers: z.array(keySchema).min(1).max(200),
  cap: capSchema,
  clause: clauseSchema.optional(),
});
