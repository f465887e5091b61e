import { findAccountWindow } from "@luyue/core/account";
import { createCalendar } from "@luyue/core/calendar";
import { addDays, type CivilDate } from "@luyue/core/civil-date";
import { renderExplanation } from "@luyue/core/date-rule";
import type { ContractEvent } from "@luyue/core/event";
import { listInterestDays } from "@luyue/core/interest";
import { evaluateLedger } from "@luyue/core/ledger";
import {
  assessOverrun,
  assessPayments,
  deriveObligations,
  type PaymentAssessment,
  proposeSettlement,
} from "@luyue/core/obligation";
import type { VendorSize } from "@luyue/core/vendor";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";

const calendar = createCalendar();

const on = (kind: ContractEvent["kind"], date: CivilDate, of?: string, amount?: string): ContractEvent => ({
  id: `${kind}-${of ?? ""}-${date}`,
  kind,
  on: date,
  ...(of === undefined ? {} : { of }),
  ...(amount === undefined ? {} : { amount }),
});

function pay(
  key: DemoKey,
  of: string,
  today: CivilDate,
  events: readonly ContractEvent[] = [],
  vendorSize?: VendorSize,
): PaymentAssessment {
  const { terms, events: known } = demoContract(key);
  const options = { now: `${today}T09:00:00+08:00`, vendorSize };
  const all = assessPayments(terms, [...known, ...events], calendar, options);
  const found = all.find(({ line }) => line.of === of);
  if (found === undefined) throw new Error(`no payment ${of} of contract ${key}`);
  return found;
}

function statutoryOf(key: DemoKey, of: string, events: readonly ContractEvent[], size: VendorSize = "small") {
  return pay(key, of, "2026-05-01", events, size).obligation.statutory;
}

describe("the ledger of the contracts", () => {
  it.each<[DemoKey, string[]]>([
    ["A", ["1075746.00", "307356.00", "153678.00", "385932.00", "257288.00"]],
    ["B", ["1203720.00", "515880.00"]],
    ["C", ["523250.00", "523250.00", "448500.00"]],
    ["D", ["223440.00", "1266160.00"]],
    ["E", ["97000.00", "582000.00", "291000.00"]],
  ])("%s: its payments, all of them open", (key, amounts) => {
    const { terms } = demoContract(key);
    const { lines, refundOwed } = evaluateLedger(terms, []);
    expect(lines.map(({ amount }) => amount)).toEqual(amounts);
    expect(lines.map(({ rest }) => rest)).toEqual(amounts);
    expect(refundOwed).toBe("0.00");
  });

  it("A: paid in two parts with a deduction set off, the first payment is done with the second part", () => {
    const invoice = on("invoiceReceived", "2026-05-12", "t1");
    const first = on("paid", "2026-05-20", "t1", "1000000.00");
    const { line, payableToday } = pay("A", "t1", "2026-05-21", [invoice, first]);
    expect(line).toMatchObject({ paid: "1000000.00", rest: "75746.00" });
    expect(payableToday).toBe(true);
    const rest = [on("deducted", "2026-05-26", "t1", "21800.00"), on("paid", "2026-05-26", "t1", "53946.00")];
    const done = pay("A", "t1", "2026-05-28", [invoice, first, ...rest]);
    expect(done.line).toMatchObject({ paid: "1053946.00", deducted: "21800.00", rest: "0.00" });
    expect(done.obligation.fulfilment?.on).toBe("2026-05-26");
    expect([1, 2, 5].map((n) => pay("A", `t${n}`, "2026-05-28").obligation.fiscalYear)).toEqual([
      2026, 2026, 2027,
    ]);
  });
});

describe("the gates of the contracts", () => {
  it("A: the first payment waits for the vendor's invoice, by ten working days before it", () => {
    const waiting = pay("A", "t1", "2026-05-06");
    expect(waiting).toMatchObject({
      payableToday: false,
      obligation: { dueOn: "2026-05-27" },
      gates: [
        { gate: "effective", open: true, openedOn: "2026-04-27" },
        { gate: "invoiceReceived", open: false, by: "2026-05-13" },
      ],
      missing: [{ holder: "vendor", by: "2026-05-13" }],
      invoice: { dueOn: "2026-05-13", late: false, consequence: "noBlame" },
    });
    const handedIn = on("invoiceSubmitted", "2026-05-06", "t1");
    expect(pay("A", "t1", "2026-05-06", [handedIn]).missing).toMatchObject([
      { holder: "buyer", by: "2026-05-13" },
    ]);
    const received = on("invoiceReceived", "2026-05-06", "t1");
    expect(pay("A", "t1", "2026-05-06", [received])).toMatchObject({ payableToday: true, missing: [] });
  });

  it("A: the last payment has no day of its own, before acceptance and after", () => {
    const applied = on("acceptanceApplied", "2027-05-10", "final");
    const [acceptance, invoice] = pay("A", "t5", "2027-05-11", [applied]).gates;
    expect(acceptance).toMatchObject({ gate: "acceptancePassed", open: false });
    expect(acceptance).not.toHaveProperty("by");
    expect(invoice).not.toHaveProperty("by");
    const passed = on("acceptancePassed", "2027-05-12", "final");
    const open = pay("A", "t5", "2027-06-20", [applied, passed]);
    expect(open.missing).toMatchObject([{ holder: "vendor" }]);
    expect(open.missing[0]).not.toHaveProperty("by");
    expect(open.invoice).toMatchObject({ late: false });
  });

  it("B: funds lie with the buyer, the invoice with the vendor by the day of the payment", () => {
    const passed = on("acceptancePassed", "2027-03-20", "stage");
    expect(pay("B", "t2", "2027-04-01", [passed]).missing).toMatchObject([
      { holder: "buyer" },
      { holder: "vendor" },
    ]);
    expect(pay("B", "t1", "2026-04-01").missing).toMatchObject([{ holder: "vendor", by: "2026-04-14" }]);
  });

  it("E: the second payment waits for the reports, which the vendor owes", () => {
    const signed = on("signed", "2026-03-02");
    expect(pay("E", "t2", "2026-05-01", [signed]).gates).toMatchObject([
      { gate: "deliverablesAccepted", open: false, waitingFor: [{ holder: "vendor" }] },
      { gate: "invoiceReceived", open: false, waitingFor: [{ holder: "vendor" }] },
    ]);
  });
});

describe("late invoices", () => {
  const dueOfD = (invoiceOn: CivilDate) =>
    pay("D", "t1", "2026-06-20", [on("invoiceReceived", invoiceOn, "t1")]).obligation.dueOn;

  it("D: move the payment to 30 days after they came, and never to an earlier day", () => {
    expect(pay("D", "t1", "2026-04-20").obligation.dueOn).toBe("2026-04-29");
    expect(dueOfD("2026-04-20")).toBe("2026-04-29");
    expect(dueOfD("2026-04-29")).toBe("2026-04-29");
    expect(dueOfD("2026-04-30")).toBe("2026-06-01");
    // 2026-06-07 is a Sunday.
    expect(dueOfD("2026-05-08")).toBe("2026-06-08");
    const { obligation } = pay("D", "t1", "2026-06-20", [on("invoiceReceived", "2026-05-08", "t1")]);
    const { zh, en } = renderExplanation(obligation.explanation, calendar, obligation.clause);
    expect(zh).toContain("收到“第一期付款”的发票：2026-05-08");
    expect(zh).toContain("自 2026-05-08 次日起算30日：2026-06-07");
    expect(zh).toContain("顺延至 2026-06-08");
    expect(en).toContain("so it ends on 2026-06-08");
  });

  it("D: the moved day is the one that interest by law counts from", () => {
    const late = [on("invoiceReceived", "2026-05-08", "t1")];
    expect(pay("D", "t1", "2026-06-08", late, "small").interest.basis).toBe("none");
    // 223 440.00 × 0.0005 × 2
    expect(pay("D", "t1", "2026-06-10", late, "small").interest).toMatchObject({ days: 2, amount: "223.44" });
  });

  it("C: lift the blame; one in time does not", () => {
    const signed = on("signed", "2026-03-02");
    const late = [signed, on("invoiceReceived", "2026-03-10", "t1")];
    expect(pay("C", "t1", "2026-03-28", late)).toMatchObject({
      invoice: { dueOn: "2026-03-09", late: true, consequence: "noBlame" },
      interest: { basis: "none" },
    });
    const inTime = [signed, on("invoiceReceived", "2026-03-09", "t1")];
    expect(pay("C", "t1", "2026-03-28", inTime).interest).toMatchObject({ basis: "contract", days: 12 });
  });

  it("B: the buyer may hold the payment until they come", () => {
    const late = [on("invoiceReceived", "2026-04-20", "t1")];
    expect(pay("B", "t1", "2026-04-24", late, "medium")).toMatchObject({
      obligation: { dueOn: "2026-04-14" },
      invoice: { consequence: "mayHold", late: true },
      interest: { basis: "law", since: "2026-04-20", days: 4 },
    });
    expect(pay("B", "t1", "2026-04-24", [], "medium").interest.basis).toBe("none");
  });
});

describe("the law's latest days", () => {
  it("B, C, D: 60 days after acceptance, or after the buyer was satisfied", () => {
    expect(statutoryOf("B", "t2", [on("acceptancePassed", "2027-03-19", "stage")])?.dueOn).toBe("2027-05-18");
    const satisfied = [on("signed", "2026-03-02"), on("satisfied", "2026-09-07", "t2")];
    expect(statutoryOf("C", "t2", satisfied)?.dueOn).toBe("2026-11-06");
    expect(statutoryOf("D", "t2", [on("acceptancePassed", "2027-05-12", "final")])?.dueOn).toBe("2027-07-12");
  });

  it("A: 30 days after acceptance, for which no period of payment is agreed", () => {
    const applied = on("acceptanceApplied", "2027-05-10", "final");
    const passed = on("acceptancePassed", "2027-05-12", "final");
    const statutory = statutoryOf("A", "t5", [applied, passed]);
    expect(statutory?.dueOn).toBe("2027-06-11");
    if (statutory === undefined) throw new Error("there is a day");
    const { zh, en } = renderExplanation(statutory.explanation, calendar);
    expect(zh).toContain("自 2027-05-12 次日起算30日：2027-06-11");
    expect(en).toContain("30 days counted from the day after 2027-05-12: 2027-06-11");
  });

  it("none for a large vendor, and none for what hangs on nothing delivered", () => {
    expect(statutoryOf("B", "t2", [], "large")).toBeUndefined();
    for (const [key, of] of [
      ["A", "t1"],
      ["A", "t2"],
      ["B", "t1"],
      ["C", "t1"],
      ["D", "t1"],
      ["E", "t1"],
    ] as const) {
      expect([key, of, statutoryOf(key, of, [])]).toEqual([key, of, undefined]);
    }
  });

  it("D: an acceptance later than agreed counts from the agreed day, unless it had failed before", () => {
    const confirmed = on("milestone", "2027-04-20", "closing-report-confirmed");
    const late = on("acceptancePassed", "2027-06-10", "final");
    expect(statutoryOf("D", "t2", [confirmed, late])?.dueOn).toBe("2027-07-19");
    const failed = on("acceptanceFailed", "2027-05-10", "final");
    expect(statutoryOf("D", "t2", [confirmed, failed, late])?.dueOn).toBe("2027-08-09");
  });
});

describe("interest", () => {
  const signed = on("signed", "2026-03-02");
  const inTime = [signed, on("invoiceReceived", "2026-03-09", "t1")];

  it("C: 12 days late are 8 970.00; the cap of 299 000.00 is reached on day 400", () => {
    const dueOn = pay("C", "t1", "2026-03-10", inTime).obligation.dueOn ?? "";
    expect(dueOn).toBe("2026-03-16");
    const after = (days: number) => pay("C", "t1", addDays(dueOn, days), inTime).interest;
    expect(after(0).basis).toBe("none");
    expect(after(12)).toMatchObject({ basis: "contract", amount: "8970.00", days: 12 });
    expect(after(399)).toMatchObject({ amount: "298252.50" });
    expect(after(400)).toMatchObject({ amount: "299000.00", uncapped: "299000.00" });
    expect(after(401)).toMatchObject({ amount: "299000.00", uncapped: "299747.50" });
    expect(listInterestDays(after(401)).at(-1)).toMatchObject({ amount: "0.00", total: "299000.00" });
  });

  it("C: stops on the day of payment, and does not begin before the funds came", () => {
    const paid = [...inTime, on("paid", "2026-03-28", "t1")];
    expect(pay("C", "t1", "2026-06-01", paid).interest).toMatchObject({ amount: "8970.00" });
    const funds = [...inTime, on("fundsAppropriated", "2026-03-26", "t1")];
    expect(pay("C", "t1", "2026-03-28", funds).interest).toMatchObject({ days: 2, amount: "1495.00" });
  });

  it("C: may be looked at through a later day than today", () => {
    const { terms } = demoContract("C");
    const options = { now: "2026-03-20T09:00:00+08:00", interestThrough: "2026-03-28" };
    const [first] = assessPayments(terms, inTime, calendar, options);
    expect(first?.interest).toMatchObject({ through: "2026-03-28", amount: "8970.00" });
  });

  it("B: a small vendor's by law, on what is overdue after each part", () => {
    const events = [on("invoiceReceived", "2026-04-10", "t1"), on("paid", "2026-04-24", "t1", "1000000.00")];
    // 1 203 720.00 × 0.0005 × 10 + 203 720.00 × 0.0005 × 6
    expect(pay("B", "t1", "2026-04-30", events, "small").interest).toMatchObject({
      basis: "law",
      amount: "6629.76",
    });
    expect(pay("B", "t1", "2026-04-30", events, "large").interest.basis).toBe("none");
  });
});

describe("the end of the contracts", () => {
  it("B: service beyond the term at 1 719 600.00 ÷ 365 a day", () => {
    const { terms, events } = demoContract("B");
    const started = on("overrunStarted", "2027-03-04");
    const after = (today: CivilDate) => assessOverrun(terms, [...events, started], calendar, today);
    expect(after("2027-03-04")).toMatchObject({ days: 1, termDays: 365, amount: "4711.23" });
    expect(after("2027-04-02")).toMatchObject({ days: 30, amount: "141336.99" });
    expect(after("2028-03-02")).toMatchObject({ days: 365, amount: "1719600.00" });
    const ended = [started, on("overrunEnded", "2027-04-02")];
    expect(pay("B", "overrun", "2027-04-03", ended)).toMatchObject({
      line: { amount: "141336.99", rest: "141336.99" },
      payableToday: true,
    });
  });

  it("D: the work done by an early end is settled by the time worked", () => {
    const { terms, events } = demoContract("D");
    const noticed = on("endNoticed", "2026-06-15");
    const propose = (ground: string, endOn: CivilDate) =>
      proposeSettlement(terms, [...events, noticed], calendar, ground, endOn);
    // 1 489 600.00 × 92 ÷ 365
    expect(propose("budget-change", "2026-07-15")).toMatchObject({
      days: 92,
      termDays: 365,
      price: "375460.82",
      possibleFrom: "2026-07-15",
    });
    expect(propose("special-reasons", "2026-06-30")).toMatchObject({ days: 77, possibleFrom: "2026-06-30" });
    expect(propose("budget-change", "2027-04-14").price).toBe("1489600.00");
  });

  it("D: only secrecy, hand-back and the settlement are left, and secrecy counts from the end", () => {
    const { terms, events } = demoContract("D");
    const paid = on("paid", "2026-04-29", "t1");
    const ended = on("ended", "2026-07-15", undefined, "375460.82");
    const back = on("handBackDemanded", "2026-07-20");
    const all = deriveObligations(terms, [...events, paid, ended, back], calendar);
    const open = all.filter(({ fulfilment }) => fulfilment === undefined);
    expect(open.map(({ kind }) => kind)).toEqual(["payment", "secrecy", "handBack"]);
    expect(open).toMatchObject([
      { key: "payment.settlement", amount: "152020.82" },
      { dueOn: "2029-07-15" },
      { dueOn: "2026-07-27" },
    ]);
    const early = evaluateLedger(terms, [...events, paid, on("ended", "2026-04-30", undefined, "65296.44")]);
    expect(early.refundOwed).toBe("158143.56");
  });
});

describe("a change of the vendor's account", () => {
  const find = (key: DemoKey, noticedOn: CivilDate, ...more: ContractEvent[]) => {
    const { terms, events } = demoContract(key);
    const obligations = deriveObligations(terms, [...events, ...more], calendar);
    const found = findAccountWindow(noticedOn, obligations, terms, calendar);
    return found === undefined ? undefined : [found.payment.key, found.lastDay, found.possibleFrom];
  };

  it("A: five working days before a payment, else not before the day after it", () => {
    expect(find("A", "2026-05-20")).toBeUndefined();
    expect(find("A", "2026-05-21")).toEqual(["payment.t1", "2026-05-20", "2026-05-28"]);
    expect(find("A", "2026-05-27")).toEqual(["payment.t1", "2026-05-20", "2026-05-28"]);
    expect(find("A", "2026-05-28")).toBeUndefined();
    expect(find("A", "2026-05-21", on("paid", "2026-05-20", "t1"))).toBeUndefined();
  });

  it("C: fifteen working days before a payment", () => {
    const signed = on("signed", "2026-03-02");
    // The second payment is due on 2026-09-16: six months, then ten working days.
    const paid = on("paid", "2026-03-10", "t1");
    expect(find("C", "2026-08-26", signed, paid)).toBeUndefined();
    expect(find("C", "2026-08-27", signed, paid)).toEqual(["payment.t2", "2026-08-26", "2026-09-17"]);
  });

  it("B: at any time, for the contract sets none", () => {
    expect(find("B", "2026-04-14")).toBeUndefined();
  });
});
