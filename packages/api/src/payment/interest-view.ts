import { type Interest, listInterestDays } from "@luyue/core/interest";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const amount = z.string().meta({ description: "yuan, two decimals" });
const date = z.string().nullable().meta({ description: "civil date in Asia/Shanghai" });

/** Interest on a late payment: what it rests on, and the arithmetic. */
export const interestView = nameSchema(
  "Interest",
  z.object({
    basis: z.enum(["none", "contract", "law"]),
    since: date.meta({ description: "the last day without interest" }),
    through: date,
    days: z.int(),
    rate: z.string().nullable().meta({ description: "for each day" }),
    uncapped: amount,
    cap: amount.nullable(),
    amount,
    why: textView,
    source: textView.nullable(),
  }),
);

/** Interest with the share of each day. */
export const interestDaysView = z.object({
  contractId: z.string(),
  of: z.string(),
  asOf: z.string(),
  interest: interestView,
  days: listOf(
    z.object({
      on: z.string(),
      base: amount.meta({ description: "what the rate is taken of on that day" }),
      amount,
      total: amount.meta({ description: "the shares up to that day" }),
    }),
  ),
});

const released: Interest = {
  basis: "none",
  why: { zh: "合同提前终止，已无需付款", en: "the contract ended early: no longer owed" },
};

/** Without interest to show the payment has been released. */
export function viewInterest(interest: Interest = released): z.infer<typeof interestView> {
  const { why } = interest;
  if (interest.basis === "none") {
    const nothing = { rate: null, uncapped: "0.00", cap: null, amount: "0.00", source: null };
    return { basis: "none", since: null, through: null, days: 0, ...nothing, why };
  }
  const { basis, since, through, days, rate, uncapped, amount: whole, source } = interest;
  const cap = interest.cap ?? null;
  return { basis, since, through, days, rate, uncapped, cap, amount: whole, why, source };
}

export function viewInterestDays(interest: Interest = released) {
  return { interest: viewInterest(interest), days: listInterestDays(interest) };
}
