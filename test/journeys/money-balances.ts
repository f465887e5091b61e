import { expect } from "vitest";
import type { Steps } from "./steps.ts";

/** A's payments as they were agreed. */
const amounts = {
  t1: "1075746.00",
  t2: "307356.00",
  t3: "153678.00",
  t4: "385932.00",
  t5: "257288.00",
} as const;

/** Of each payment: paid, set off, still owed. */
export type Balances = Readonly<
  Record<keyof typeof amounts, readonly [paid: string, deducted: string, rest: string]>
>;

export const untouched: Balances = {
  t1: ["0.00", "0.00", "1075746.00"],
  t2: ["0.00", "0.00", "307356.00"],
  t3: ["0.00", "0.00", "153678.00"],
  t4: ["0.00", "0.00", "385932.00"],
  t5: ["0.00", "0.00", "257288.00"],
};

interface Owed {
  readonly key: string;
  readonly amount: string;
  readonly rest: string;
}

/** Every figure of every payment, and their sums, as the agency, its list of obligations and the vendor see them. */
export async function expectBalances(
  { sees }: Steps,
  balances: Balances,
  sums: Balances["t1"],
): Promise<void> {
  const lines = Object.entries(amounts).map(([of, amount]) => {
    const [paid, deducted, rest] = balances[of as keyof typeof amounts];
    return {
      of,
      balance: { amount, paid, refunded: "0.00", deducted, released: "0.00", rest, overpaid: "0.00" },
    };
  });
  const [paid, deducted, rest] = sums;
  const none = { refunded: "0.00", released: "0.00", overpaid: "0.00", refundOwed: "0.00" };
  const whole = { items: lines, totals: { planned: "2180000.00", paid, deducted, rest, ...none } };
  expect(await sees("auditor", "/payments")).toMatchObject(whole);
  expect(await sees("vendor", "/payments")).toMatchObject(whole);
  const details = await Promise.all(lines.map(({ of }) => sees("finance", `/payments/${of}`)));
  expect(details).toMatchObject(lines);
  expect(await stored(sees)).toEqual(lines.map(({ of, balance }) => [of, balance.amount, balance.rest]));
}

/** The payments as they are stored among the obligations. */
async function stored(sees: Steps["sees"]) {
  const { items } = await sees<{ items: Owed[] }>("auditor", "/obligations?kind=payment");
  return items
    .map(({ key, amount, rest }) => [key.replace("payment.", ""), amount, rest])
    .toSorted(([x = ""], [y = ""]) => (x < y ? -1 : 1));
}
