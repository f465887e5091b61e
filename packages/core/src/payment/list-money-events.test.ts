import { describe, expect, it } from "vitest";
import type { Invoice } from "../invoice/index.ts";
import { groupMoney, listMoneyEvents, type MoneyEntry, type Payment } from "./index.ts";
import { act, approvedDeduction, paidPayment, requestedPayment } from "./sample-payment.ts";

const reason = { ...act, reason: "金额有误" };
function invoice(id: string): Omit<Invoice, "state" | "decided"> {
  const days = { issuedOn: "2026-05-01", receivedOn: "2026-05-04" };
  const submitted = { ...act, side: "vendor" as const };
  return { id, of: "t1", number: `N${id}`, ...days, amount: "100.00", evidence: [], submitted };
}

describe("the events that money stands for", () => {
  it("an invoice is handed in, or received, on the day on which it came; refused or taken back it is nothing", () => {
    const invoices: Invoice[] = [
      { ...invoice("i1"), state: "submitted" },
      { ...invoice("i2"), state: "accepted", decided: { ...act, at: "2026-05-20T09:00:00+08:00" } },
      { ...invoice("i3"), state: "rejected", decided: reason },
      { ...invoice("i4"), state: "withdrawn", decided: reason },
    ];
    const facts = { of: "t1", on: "2026-05-04", amount: "100.00" };
    expect(listMoneyEvents(invoices, [])).toEqual([
      { id: "i1", kind: "invoiceSubmitted", ...facts },
      { id: "i2", kind: "invoiceReceived", ...facts },
    ]);
  });

  it("a payment that was made: what went out, what it set off, what came back, each on its day", () => {
    const setOffs = [
      { deductionId: "d1", title: "甲", amount: "5.00" },
      { deductionId: "d2", title: "乙", amount: "6.00" },
    ];
    const refund = { ...act, id: "r1", on: "2026-06-02", amount: "7.00", reason: "多付" };
    const events = listMoneyEvents([], [paidPayment("p1", "89.00", "2026-05-10", setOffs, [refund])]);
    expect(events.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: "p1", kind: "paid", of: "t1", on: "2026-05-10", amount: "89.00" },
      { id: "p1_d1", kind: "deducted", of: "t1", on: "2026-05-10", amount: "5.00" },
      { id: "p1_d2", kind: "deducted", of: "t1", on: "2026-05-10", amount: "6.00" },
      { id: "r1", kind: "refunded", of: "t1", on: "2026-06-02", amount: "7.00" },
    ]);
  });

  it("a payment that was not made is nothing yet", () => {
    const asked = requestedPayment("p1", "89.00");
    const payments: Payment[] = [
      asked,
      { ...asked, state: "approved", approved: act },
      { ...asked, state: "rejected", decided: reason },
      { ...asked, state: "withdrawn", decided: reason },
    ];
    expect(listMoneyEvents([], payments)).toEqual([]);
  });
});

describe("the money of a contract", () => {
  it("is its entries by kind, in their order", () => {
    const account = {
      holder: "公司",
      bank: "银行",
      number: "622200001111",
      noticedOn: "2026-04-01",
      changed: act,
    };
    const submitted: Invoice = { ...invoice("i1"), state: "submitted" };
    const [first, second] = [requestedPayment("p2", "1.00"), requestedPayment("p1", "2.00")] as const;
    const deduction = approvedDeduction("d1", "3.00");
    const entries: MoneyEntry[] = [
      { kind: "payment", id: "p2", payment: first },
      { kind: "account", id: "account", account },
      { kind: "invoice", id: "i1", invoice: submitted },
      { kind: "payment", id: "p1", payment: second },
      { kind: "deduction", id: "d1", deduction },
    ];
    expect(groupMoney(entries)).toEqual({
      invoices: [submitted],
      payments: [first, second],
      deductions: [deduction],
      account,
    });
    expect(groupMoney([])).toEqual({ invoices: [], payments: [], deductions: [] });
  });
});
