import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { LateInterest } from "../contract/index.ts";
import type { Balance, Movement } from "../ledger/index.ts";
import { addMoney, compareMoney, type Money, subtractMoney, sumMoney } from "../money/index.ts";
import { accrueInterest, type Interest, type LatePayment, listInterestDays } from "./index.ts";

/** C's: 0.5 ‰ of the total a day, at most 20 %. */
const ofTotal: LateInterest = { rate: "0.5‰", of: "total", cap: "20%", clause: "违约条款" };
const ofOverdue: LateInterest = { rate: "5‱", of: "overdue" };
const dueOn = "2026-03-02";

function balance(amount: Money, movements: readonly Omit<Movement, "eventId">[] = []): Balance {
  const moved = movements.map((movement, index) => ({ ...movement, eventId: `e${index}` }));
  const sum = (kind: Movement["kind"]) =>
    sumMoney(moved.filter((each) => each.kind === kind).map((each) => each.amount));
  const settled = subtractMoney(addMoney(sum("paid"), sum("deducted")), sum("refunded"));
  const rest = compareMoney(amount, settled) > 0 ? subtractMoney(amount, settled) : "0.00";
  const overpaid = compareMoney(amount, settled) > 0 ? "0.00" : subtractMoney(settled, amount);
  const sums = { paid: sum("paid"), refunded: sum("refunded"), deducted: sum("deducted") };
  return { amount, ...sums, released: "0.00", rest, overpaid, invoiced: "0.00", movements: moved };
}
const paid = (on: CivilDate, amount: Money) => ({ kind: "paid", on, amount }) as const;

function late(through: CivilDate, more: Partial<LatePayment> = {}): Interest {
  return accrueInterest({ balance: balance("523250.00"), dueOn, total: "1495000.00", through, ...more });
}
const agreed = (through: CivilDate, more: Partial<LatePayment> = {}) =>
  late(through, { agreed: ofTotal, ...more });
const amountOf = (interest: Interest): Money | undefined =>
  interest.basis === "none" ? undefined : interest.amount;
const daysLate = (days: number) => addDays(dueOn, days);

describe("interest as the contract agrees", () => {
  it("C: 12 days late are 8 970.00, with the sum in both languages and where it is agreed", () => {
    const interest = agreed(daysLate(12));
    expect(interest).toMatchObject({
      basis: "contract",
      rate: "0.5‰",
      since: dueOn,
      through: "2026-03-14",
      days: 12,
      uncapped: "8970.00",
      cap: "299000.00",
      amount: "8970.00",
      source: { zh: "合同约定 违约条款", en: "as agreed 违约条款" },
      periods: [{ from: "2026-03-03", through: "2026-03-14", days: 12, base: "1495000.00" }],
    });
    const sum = "1,495,000.00 × 0.5‰ × 12 = 8,970.00";
    expect(interest.why).toEqual({ zh: sum, en: sum });
  });

  it("C: comes to its cap of 299 000.00 on day 400, and to no more on day 401", () => {
    expect(amountOf(agreed(daysLate(399)))).toBe("298252.50");
    expect(agreed(daysLate(400))).toMatchObject({ uncapped: "299000.00", amount: "299000.00" });
    const over = agreed(daysLate(401));
    expect(over).toMatchObject({ uncapped: "299747.50", amount: "299000.00", days: 401 });
    expect(over.why.zh).toContain("以 299,000.00 为限");
    expect(over.why.en).toContain("at most 299,000.00");
    expect(agreed(daysLate(400)).why.zh).not.toContain("为限");
    expect(agreed(daysLate(401), { agreed: { rate: "0.5‰", of: "total" } })).toMatchObject({
      amount: "299747.50",
    });
  });

  it("begins on the day after the payment was due, after the days of grace", () => {
    expect(agreed(dueOn)).toMatchObject({ basis: "none", why: { zh: "没有逾期", en: "not late" } });
    expect(amountOf(agreed(daysLate(1)))).toBe("747.50");
    const grace = { agreed: { ...ofTotal, graceDays: 5 } };
    expect(agreed(daysLate(5), grace).basis).toBe("none");
    expect(agreed(daysLate(6), grace)).toMatchObject({ since: "2026-03-07", days: 1, amount: "747.50" });
    expect(agreed(daysLate(9), { dueOn: undefined })).toMatchObject({
      basis: "none",
      why: { en: "not due yet" },
    });
  });

  it("stops with the day of payment, which still counts", () => {
    const settled = balance("523250.00", [paid(daysLate(12), "523250.00")]);
    for (const through of [daysLate(12), daysLate(13), daysLate(90)]) {
      expect(agreed(through, { balance: settled })).toMatchObject({
        through: daysLate(12),
        days: 12,
        amount: "8970.00",
      });
    }
    const inTime = balance("523250.00", [paid(dueOn, "523250.00")]);
    expect(agreed(daysLate(90), { balance: inTime }).basis).toBe("none");
  });

  it("of the total goes on in full while anything is owed; of what is overdue it falls with each payment", () => {
    const partly = balance("523250.00", [paid(daysLate(10), "500000.00")]);
    expect(amountOf(agreed(daysLate(20), { balance: partly }))).toBe("14950.00");
    const interest = late(daysLate(20), { agreed: ofOverdue, balance: partly });
    // 523 250.00 × 0.0005 × 10 + 23 250.00 × 0.0005 × 10
    expect(interest).toMatchObject({
      amount: "2732.50",
      periods: [
        { from: daysLate(1), through: daysLate(10), days: 10, base: "523250.00" },
        { from: daysLate(11), through: daysLate(20), days: 10, base: "23250.00" },
      ],
    });
    expect(interest).not.toHaveProperty("cap");
  });

  it("does not begin before the funds came where they excuse the buyer, and only there", () => {
    const fundsOn = daysLate(10);
    const terms: LateInterest = { ...ofTotal, excuses: ["funds"] };
    const excused = { agreed: terms, fundsOn };
    expect(agreed(daysLate(12), excused)).toMatchObject({ since: fundsOn, days: 2 });
    expect(agreed(daysLate(12), { fundsOn })).toMatchObject({ since: dueOn, days: 12 });
    expect(agreed(daysLate(12), { ...excused, fundsOn: daysLate(-5) })).toMatchObject({ since: dueOn });
    expect(agreed(daysLate(12), { ...excused, fundsOn: daysLate(20) }).basis).toBe("none");
  });

  it("is not owed at all, or not before the invoice came, where that was late", () => {
    const lifted = agreed(daysLate(12), { invoice: { blame: "lifted", receivedOn: daysLate(1) } });
    expect(lifted.basis).toBe("none");
    expect(lifted.why.zh).toContain("发票");
    expect(lifted.why.en).toContain("invoice");
    const held = { blame: "held", receivedOn: daysLate(4) } as const;
    expect(agreed(daysLate(12), { invoice: held })).toMatchObject({ since: daysLate(4), days: 8 });
    expect(agreed(daysLate(12), { invoice: { blame: "held" } }).basis).toBe("none");
    const early = { blame: "held", receivedOn: daysLate(-3) } as const;
    expect(agreed(daysLate(12), { invoice: early })).toMatchObject({ since: dueOn, days: 12 });
  });

  it("is owed again from the day after a refund", () => {
    const moves = [
      paid(dueOn, "523250.00"),
      { kind: "refunded", on: daysLate(5), amount: "1000.00" } as const,
    ];
    expect(late(daysLate(7), { agreed: ofOverdue, balance: balance("523250.00", moves) })).toMatchObject({
      days: 2,
      amount: "1.00",
      periods: [{ from: daysLate(6), base: "1000.00" }],
    });
  });
});

describe("interest by law", () => {
  const small = { vendorSize: "small" } as const;

  it("is 0.05 % a day of what is overdue, for each size that the law protects", () => {
    for (const vendorSize of ["medium", "small", "micro"] as const) {
      expect(late(daysLate(12), { vendorSize })).toMatchObject({
        basis: "law",
        rate: "0.05%",
        amount: "3139.50",
        source: {
          zh: "《保障中小企业款项支付条例》第十七条",
          en: "Regulations on Payments to SMEs, article 17",
        },
      });
    }
  });

  it("falls with each payment and each deduction, and has no cap", () => {
    const moves = [
      paid(daysLate(10), "500000.00"),
      { kind: "deducted", on: daysLate(10), amount: "3250.00" } as const,
    ];
    const interest = late(daysLate(20), { ...small, balance: balance("523250.00", moves) });
    expect(interest).toMatchObject({ periods: [{ base: "523250.00" }, { base: "20000.00" }] });
    // 523 250.00 × 0.0005 × 10 + 20 000.00 × 0.0005 × 10
    expect(amountOf(interest)).toBe("2716.25");
    expect(interest.why.en).toBe("523,250.00 × 0.05% × 10 + 20,000.00 × 0.05% × 10 = 2,716.25");
    // 523 250.00 × 0.0005 × 4 000: more than the payment itself.
    expect(amountOf(late(daysLate(4_000), small))).toBe("1046500.00");
  });

  it("counts from the law's day where that is earlier, or where the contract has none", () => {
    const statutoryOn = daysLate(-10);
    expect(late(daysLate(2), { ...small, statutoryOn })).toMatchObject({ since: statutoryOn, days: 12 });
    expect(late(daysLate(2), { ...small, statutoryOn, dueOn: undefined })).toMatchObject({ days: 12 });
    expect(late(daysLate(2), { ...small, statutoryOn: daysLate(10) })).toMatchObject({ since: dueOn });
    expect(agreed(daysLate(2), { vendorSize: "large", statutoryOn })).toMatchObject({ since: dueOn });
  });

  it("is none for a large vendor, nor for one whose size is not known, and says so", () => {
    const large = late(daysLate(12), { vendorSize: "large" });
    expect(large.basis).toBe("none");
    expect(large.why.en).toContain("large enterprise");
    const unknown = late(daysLate(12));
    expect(unknown.basis).toBe("none");
    expect(unknown.why.en).toContain("size is not on file");
  });

  it("gives way to what the contract agrees", () => {
    expect(agreed(daysLate(12), small)).toMatchObject({ basis: "contract", amount: "8970.00" });
  });
});

const inFen = (fen: number): Money => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const anyLate: fc.Arbitrary<LatePayment> = fc
  .record({
    fen: fc.integer({ min: 1, max: 99_999_999 }),
    moves: fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 5,
    }),
    through: fc.integer({ min: 1, max: 60 }),
    terms: fc.constantFrom<LateInterest | undefined>(
      ofTotal,
      { ...ofTotal, cap: "0.37%", graceDays: 3 },
      ofOverdue,
      { ...ofOverdue, rate: "0.0333%" },
      undefined,
    ),
  })
  .map(({ fen, moves, through, terms }) => {
    const parts = moves.map(([day, percent]) =>
      paid(daysLate(day), inFen(Math.floor((fen * percent) / 100))),
    );
    return {
      balance: balance(inFen(fen), parts),
      dueOn,
      total: "1234567.89",
      agreed: terms,
      vendorSize: "small",
      through: daysLate(through),
    };
  });

describe("the interest of each day", () => {
  it("adds up to the interest of every day on the way", () => {
    fc.assert(
      fc.property(anyLate, (payment) => {
        const whole = accrueInterest(payment);
        const days = listInterestDays(whole);
        expect(sumMoney(days.map(({ amount }) => amount))).toBe(amountOf(whole) ?? "0.00");
        if (whole.basis === "none") return;
        expect(days).toHaveLength(whole.days);
        expect(days.at(-1)?.on).toBe(whole.through);
        for (const [index, { on, total }] of days.entries()) {
          const until = accrueInterest({ ...payment, through: on });
          expect(total).toBe(amountOf(until));
          expect(sumMoney(days.slice(0, index + 1).map(({ amount }) => amount))).toBe(total);
        }
      }),
    );
  });

  it("is nothing once the cap is reached", () => {
    const days = listInterestDays(agreed(daysLate(402)));
    expect(days.slice(398).map(({ amount }) => amount)).toEqual(["747.50", "747.50", "0.00", "0.00"]);
    expect(days[0]).toEqual({ on: daysLate(1), base: "1495000.00", amount: "747.50", total: "747.50" });
    expect(listInterestDays(agreed(dueOn))).toEqual([]);
  });
});
