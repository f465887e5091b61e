import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../civil-date/index.ts";
import type { Movement } from "../ledger/index.ts";
import { addMoney, sumMoney } from "../money/index.ts";
import { type BudgetFigures, type PlannedPayment, summariseBudget } from "./index.ts";
import { sampleBalance, samplePayment } from "./sample-payments.ts";

const asOf = "2026-11-20";
const nothing: BudgetFigures = {
  planned: "0.00",
  due: "0.00",
  upcoming: "0.00",
  paid: "0.00",
  deducted: "0.00",
  released: "0.00",
  overpaid: "0.00",
  paidInYear: "0.00",
  refundedInYear: "0.00",
};
const movement = (kind: Movement["kind"], on: string, amount: string): Movement => ({
  kind,
  eventId: `${kind}-${on}`,
  on,
  amount,
});

/** Contract A: five tranches over two budget years; the first paid, the second due with a deduction, the last undated. */
const contractA: PlannedPayment[] = [
  samplePayment("a", {
    fiscalYear: 2026,
    dueOn: "2026-05-27",
    balance: sampleBalance("1075746.00", {
      paid: "1075746.00",
      movements: [movement("paid", "2026-05-20", "1075746.00")],
    }),
  }),
  samplePayment("a", {
    fiscalYear: 2026,
    dueOn: "2026-09-30",
    balance: sampleBalance("307356.00", {
      paid: "100000.00",
      deducted: "21800.00",
      movements: [
        movement("deducted", "2026-09-29", "21800.00"),
        movement("paid", "2026-09-30", "100000.00"),
      ],
    }),
  }),
  samplePayment("a", { fiscalYear: 2026, dueOn: "2026-12-31", balance: sampleBalance("153678.00") }),
  samplePayment("a", { dueOn: "2027-03-31", balance: sampleBalance("385932.00") }),
  samplePayment("a", { balance: sampleBalance("257288.00") }, "closed"),
];

describe("the budget of a contract", () => {
  it("stands by fiscal year, what is undated last", () => {
    const { rows, years, total } = summariseBudget(contractA, asOf);
    expect(rows.map(({ fiscalYear, planned }) => [fiscalYear, planned])).toEqual([
      [2026, "1536780.00"],
      [2027, "385932.00"],
      [null, "257288.00"],
    ]);
    const figures2026 = {
      ...nothing,
      planned: "1536780.00",
      due: "185556.00",
      upcoming: "153678.00",
      paid: "1175746.00",
      deducted: "21800.00",
      paidInYear: "1175746.00",
    };
    expect(rows[0]).toEqual({
      fiscalYear: 2026,
      contractId: "a",
      contractNumber: "N-a",
      contractName: "合同 a",
      vendorName: "示例公司",
      ...figures2026,
    });
    expect(years[0]).toEqual({ fiscalYear: 2026, ...figures2026 });
    expect(total).toEqual({ ...figures2026, planned: "2180000.00", upcoming: "796898.00" });
  });

  it("has what falls on the day itself as due, and the day after as upcoming", () => {
    const on = (dueOn: string) =>
      summariseBudget([samplePayment("a", { dueOn, amount: "10.00" })], asOf).total;
    expect(on(asOf)).toEqual({ ...nothing, planned: "10.00", due: "10.00" });
    expect(on("2026-11-21")).toEqual({ ...nothing, planned: "10.00", upcoming: "10.00" });
  });

  it("has cash in the year in which it moved, whatever it was planned for", () => {
    const balance = sampleBalance("100.00", {
      paid: "130.00",
      refunded: "50.00",
      overpaid: "20.00",
      released: "40.00",
      movements: [
        movement("paid", "2026-12-31", "130.00"),
        movement("refunded", "2027-01-01", "30.00"),
        movement("refunded", "2027-02-01", "20.00"),
      ],
    });
    const { rows } = summariseBudget([samplePayment("a", { fiscalYear: 2025, balance })], asOf);
    expect(rows.map(({ fiscalYear, ...row }) => [fiscalYear, row.planned, row.paid])).toEqual([
      [2025, "100.00", "80.00"],
      [2026, "0.00", "0.00"],
      [2027, "0.00", "0.00"],
    ]);
    expect(rows.map(({ paidInYear, refundedInYear }) => [paidInYear, refundedInYear])).toEqual([
      ["0.00", "0.00"],
      ["130.00", "0.00"],
      ["0.00", "50.00"],
    ]);
    expect(rows[0]).toMatchObject({ released: "40.00", overpaid: "20.00", upcoming: "0.00" });
  });

  it("takes a payment without a balance as owed, or as paid on the day that fulfilled it", () => {
    const owed = samplePayment("a", { dueOn: "2026-12-01", amount: "70.00" });
    const fulfilment = { eventId: "paid", on: "2027-01-04" };
    const paid = samplePayment("a", { dueOn: "2026-10-01", amount: "30.00", fulfilment });
    expect(summariseBudget([owed, paid], asOf).years).toEqual([
      { ...nothing, fiscalYear: 2026, planned: "100.00", upcoming: "70.00", paid: "30.00" },
      { ...nothing, fiscalYear: 2027, paidInYear: "30.00" },
    ]);
  });
});

describe("the budget of a tenant", () => {
  it("is sorted by year and contract number, and adds up by year and over all", () => {
    const of = (id: string, dueOn: string | undefined, amount: string) =>
      samplePayment(id, { ...(dueOn === undefined ? {} : { dueOn }), amount });
    const payments = [
      of("b", undefined, "5.00"),
      of("b", "2027-01-01", "4.00"),
      of("c", "2026-01-01", "3.00"),
      of("b", "2026-01-01", "2.00"),
      of("a", undefined, "1.00"),
    ];
    const { rows, years, total } = summariseBudget(payments, asOf);
    expect(rows.map(({ fiscalYear, contractId, planned }) => [fiscalYear, contractId, planned])).toEqual([
      [2026, "b", "2.00"],
      [2026, "c", "3.00"],
      [2027, "b", "4.00"],
      [null, "a", "1.00"],
      [null, "b", "5.00"],
    ]);
    expect(years.map(({ fiscalYear, planned }) => [fiscalYear, planned])).toEqual([
      [2026, "5.00"],
      [2027, "4.00"],
      [null, "6.00"],
    ]);
    expect(total.planned).toBe("15.00");
  });

  it("can be that of one year, while what is needed next stays whole", () => {
    const { rows, years, total, needs } = summariseBudget(contractA, asOf, 2027);
    expect([rows.length, years.length, total.planned]).toEqual([1, 1, "385932.00"]);
    expect(needs).toEqual(summariseBudget(contractA, asOf).needs);
  });

  it("is empty without contracts", () => {
    expect(summariseBudget([], asOf)).toMatchObject({ asOf, rows: [], years: [], total: nothing });
  });
});

const fen = (value: number): string => `${Math.floor(value / 100)}.${`${value % 100}`.padStart(2, "0")}`;

/** Payments whose balances hold, with cash in two or three movements. */
const somePayments = fc.array(
  fc
    .record({
      contract: fc.constantFrom("a", "b", "c"),
      parts: fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 5 }),
      dueIn: fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined }),
      fiscalYear: fc.option(fc.integer({ min: 2025, max: 2028 }), { nil: undefined }),
      paidIn: fc.tuple(fc.integer({ min: -800, max: 0 }), fc.integer({ min: -800, max: 0 })),
    })
    .map(({ contract, parts, dueIn, fiscalYear, paidIn }) => {
      const [kept = 0, refunded = 0, deducted = 0, released = 0, rest = 0] = parts;
      const settled = kept + deducted + released;
      const overpaid = rest === 0 ? Math.min(kept, 100) : 0;
      const balance = sampleBalance(fen(settled + rest - overpaid), {
        paid: fen(kept + refunded),
        refunded: fen(refunded),
        deducted: fen(deducted),
        released: fen(released),
        overpaid: fen(overpaid),
        movements: [
          movement("paid", addDays(asOf, paidIn[0]), fen(kept)),
          movement("paid", addDays(asOf, paidIn[1]), fen(refunded)),
          movement("refunded", addDays(asOf, paidIn[1]), fen(refunded)),
          movement("deducted", asOf, fen(deducted)),
        ],
      });
      return samplePayment(contract, {
        balance,
        ...(dueIn === undefined ? {} : { dueOn: addDays(asOf, dueIn) }),
        ...(fiscalYear === undefined ? {} : { fiscalYear }),
      });
    }),
  { maxLength: 12 },
);

describe("whatever was agreed and paid", () => {
  it("every row, year and total adds up", () => {
    fc.assert(
      fc.property(somePayments, (payments) => {
        const { rows, years, total } = summariseBudget(payments, asOf);
        for (const each of [...rows, ...years, total]) {
          const { paid, deducted, released, due, upcoming } = each;
          expect(sumMoney([paid, deducted, released, due, upcoming])).toBe(
            addMoney(each.planned, each.overpaid),
          );
        }
        const names = ["planned", "due", "upcoming", "paid", "paidInYear", "refundedInYear"] as const;
        for (const name of names) {
          expect(sumMoney(rows.map((row) => row[name]))).toBe(total[name]);
          expect(sumMoney(years.map((year) => year[name]))).toBe(total[name]);
        }
      }),
    );
  });

  it("all cash is in some year, and nothing planned is lost", () => {
    fc.assert(
      fc.property(somePayments, (payments) => {
        const { total } = summariseBudget(payments, asOf);
        const all = payments.flatMap(({ obligation: { balance } }) => balance ?? []);
        expect(total.planned).toBe(sumMoney(all.map(({ amount }) => amount)));
        expect(total.paidInYear).toBe(sumMoney(all.map(({ paid }) => paid)));
        expect(addMoney(total.paid, total.refundedInYear)).toBe(total.paidInYear);
      }),
    );
  });

  it("what is needed by when makes up what is not paid yet", () => {
    fc.assert(
      fc.property(somePayments, (payments) => {
        const { total, needs } = summariseBudget(payments, asOf);
        const { overdue, within90, later, undated, byMonth } = needs;
        const whole = [overdue, within90, later, undated];
        expect(sumMoney(whole.map(({ amount }) => amount))).toBe(addMoney(total.due, total.upcoming));
        expect(sumMoney(byMonth.map(({ amount }) => amount))).toBe(within90.amount);
        expect(byMonth.reduce((sum, month) => sum + month.payments, 0)).toBe(within90.payments);
      }),
    );
  });
});
