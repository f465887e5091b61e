import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deduction } from "../deduction/index.ts";
import { addMoney, compareMoney, type Money, sumMoney } from "../money/index.ts";
import { listOpenDeductions, type Payment, planPayment } from "./index.ts";
import { act, approvedDeduction, paidPayment, requestedPayment } from "./sample-payment.ts";

const setOff = (deductionId: string, amount: Money) => ({
  deductionId,
  title: `扣款 ${deductionId}`,
  amount,
});
const hour = (at: number) => `2026-05-01T${String(at).padStart(2, "0")}:00:00+08:00`;

describe("a payment with deductions", () => {
  it("sets off those that were approved first, and leaves the rest to be paid", () => {
    const deductions = [
      approvedDeduction("d1", "300.00", hour(12)),
      approvedDeduction("d2", "200.00", hour(10)),
      approvedDeduction("d0", "5.50", hour(12)),
    ];
    expect(planPayment({ rest: "1000.00" }, deductions, [])).toEqual({
      rest: "1000.00",
      setOffs: [setOff("d2", "200.00"), setOff("d0", "5.50"), setOff("d1", "300.00")],
      payable: "494.50",
    });
  });

  it("compares the instants of decision, whatever offset they are written in", () => {
    const deductions = [
      approvedDeduction("late", "1.00", "2026-05-01T02:30:00Z"),
      approvedDeduction("early", "1.00", "2026-05-01T09:00:00+08:00"),
    ];
    expect(listOpenDeductions(deductions, []).map(({ deduction }) => deduction.id)).toEqual([
      "early",
      "late",
    ]);
  });

  it("never sets off more than is owed; the next payment takes what is left over", () => {
    const deductions = [
      approvedDeduction("d1", "300.00", hour(10)),
      approvedDeduction("d2", "200.00", hour(11)),
      approvedDeduction("d3", "1.00", hour(12)),
    ];
    const first = planPayment({ rest: "400.00" }, deductions, []);
    expect(first).toEqual({
      rest: "400.00",
      setOffs: [setOff("d1", "300.00"), setOff("d2", "100.00")],
      payable: "0.00",
    });
    const paid = paidPayment("p1", first.payable, "2026-05-10", first.setOffs);
    expect(planPayment({ rest: "1000.00" }, deductions, [paid])).toEqual({
      rest: "1000.00",
      setOffs: [setOff("d2", "100.00"), setOff("d3", "1.00")],
      payable: "899.00",
    });
    const second = paidPayment("p2", "899.00", "2026-06-10", [setOff("d2", "100.00"), setOff("d3", "1.00")]);
    expect(listOpenDeductions(deductions, [paid, second])).toEqual([]);
    expect(planPayment({ rest: "0.00" }, deductions, [paid])).toMatchObject({ setOffs: [], payable: "0.00" });
  });

  it("leaves out what is not approved", () => {
    const { decided: _decided, ...facts } = { decided: act, ...approvedDeduction("d1", "300.00") };
    const reason = { ...act, reason: "证据不足" };
    const others: Deduction[] = [
      { ...facts, state: "proposed" },
      { ...facts, state: "rejected", decided: reason },
      { ...facts, state: "withdrawn", decided: reason },
    ];
    expect(planPayment({ rest: "400.00" }, others, [])).toEqual({
      rest: "400.00",
      setOffs: [],
      payable: "400.00",
    });
  });

  it("counts what a payment under way has taken, and no more once that is refused", () => {
    const deductions = [approvedDeduction("d1", "300.00")];
    const asked = requestedPayment("p1", "100.00", [setOff("d1", "250.00")]);
    const open = (payment: Payment) => listOpenDeductions(deductions, [payment]).map((each) => each.open);
    expect(open(asked)).toEqual(["50.00"]);
    expect(open({ ...asked, state: "approved", approved: act })).toEqual(["50.00"]);
    const decided = { ...act, reason: "撤回" };
    expect(open({ ...asked, state: "rejected", decided })).toEqual(["300.00"]);
    expect(open({ ...asked, state: "withdrawn", decided })).toEqual(["300.00"]);
  });
});

const inFen = (fen: number): Money => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const anyFen = fc.integer({ min: 0, max: 100_000 }).map(inFen);
const anyDeductions = fc
  .array(fc.tuple(anyFen, fc.integer({ min: 0, max: 23 })), { maxLength: 8 })
  .map((all) => all.map(([amount, at], index) => approvedDeduction(`d${index}`, amount, hour(at))));

describe("whatever has been deducted", () => {
  it("what is owed is what may be paid and what is set off, none of it for nothing", () => {
    fc.assert(
      fc.property(anyFen, anyDeductions, (rest, deductions) => {
        const { payable, setOffs } = planPayment({ rest }, deductions, []);
        expect(addMoney(payable, sumMoney(setOffs.map(({ amount }) => amount)))).toBe(rest);
        expect(setOffs.every(({ amount }) => amount !== "0.00")).toBe(true);
        expect(new Set(setOffs.map(({ deductionId }) => deductionId)).size).toBe(setOffs.length);
        const open = listOpenDeductions(deductions, []);
        if (payable !== "0.00") expect(setOffs).toHaveLength(open.length);
        expect(setOffs.map(({ deductionId }) => deductionId)).toEqual(
          open.slice(0, setOffs.length).map(({ deduction }) => deduction.id),
        );
      }),
    );
  });

  it("payment after payment sets off all of it once, as far as the payments go", () => {
    fc.assert(
      fc.property(fc.array(anyFen, { maxLength: 6 }), anyDeductions, (rests, deductions) => {
        const payments: Payment[] = [];
        for (const [index, rest] of rests.entries()) {
          const { payable, setOffs } = planPayment({ rest }, deductions, payments);
          payments.push(paidPayment(`p${index}`, payable, "2026-05-10", setOffs));
        }
        const owed = sumMoney(deductions.map(({ amount }) => amount));
        const most = sumMoney(rests);
        const taken = sumMoney(payments.flatMap(({ setOffs }) => setOffs.map(({ amount }) => amount)));
        expect(taken).toBe(compareMoney(owed, most) > 0 ? most : owed);
        const open = listOpenDeductions(deductions, payments).map((each) => each.open);
        expect(addMoney(taken, sumMoney(open))).toBe(owed);
      }),
    );
  });
});
