import { describe, expect, it } from "vitest";
import type { ContractTerms, LateInvoice, Tranche } from "../contract/index.ts";
import { renderExplanation } from "../date-rule/index.ts";
import { assess, assessOne, happened } from "./sample-assessment.ts";
import { calendar, days, onSigned, sampleTranche, signed, title, wasSigned } from "./sample-derivation.ts";

const t1 = sampleTranche();
const invoiceDue = {
  rule: "before",
  count: 3,
  unit: "workingDay",
  before: { anchor: "due", of: "payment.t1" },
} as const;
/** Due on 2026-05-13; its invoice on 2026-05-09, a make-up working day. */
const withInvoice = (late?: LateInvoice, more: Partial<Tranche> = {}): Partial<ContractTerms> => ({
  tranches: [
    {
      ...t1,
      gates: [{ gate: "invoiceReceived" }],
      invoice: { due: invoiceDue, ...(late === undefined ? {} : { late }) },
      ...more,
    },
  ],
});
const received = (on: string, amount?: string) => happened("invoiceReceived", on, "t1", amount);
const interest = { rate: "1‰", of: "total" } as const;

describe("whether a payment can be made today", () => {
  it("names what is missing, who has to act, and by when", () => {
    const found = assessOne(withInvoice(), [wasSigned], "2026-05-06");
    expect(found).toMatchObject({
      payableToday: false,
      missing: [{ holder: "vendor", by: "2026-05-09", label: { zh: "收到“全款”的发票" } }],
      line: { of: "t1", rest: "100000.00" },
    });
    expect(found).not.toHaveProperty("notBefore");
    const ready = assessOne(withInvoice(), [wasSigned, received("2026-05-06")], "2026-05-06");
    expect(ready).toMatchObject({ payableToday: true, missing: [], obligation: { dueOn: "2026-05-13" } });
  });

  it("says from when, while its window has not come", () => {
    const tranches = [{ ...t1, due: { rule: "window", window: "2026-Q3" } as const }];
    expect(assessOne({ tranches }, [wasSigned], "2026-06-30")).toMatchObject({
      payableToday: false,
      missing: [],
      notBefore: "2026-07-01",
    });
    const open = assessOne({ tranches }, [wasSigned], "2026-07-01");
    expect(open.payableToday).toBe(true);
    expect(open).not.toHaveProperty("notBefore");
  });

  it("is no longer asked once all is paid, and is asked of the rest while it is not", () => {
    const events = [wasSigned, received("2026-05-06"), happened("paid", "2026-05-08", "t1", "60000.00")];
    expect(assessOne(withInvoice(), events, "2026-05-10")).toMatchObject({
      payableToday: true,
      line: { paid: "60000.00", rest: "40000.00" },
      obligation: { balance: { rest: "40000.00" } },
    });
    const all = [...events, happened("deducted", "2026-05-09", "t1", "40000.00")];
    const done = assessOne(withInvoice(), all, "2026-05-10");
    expect(done).toMatchObject({ payableToday: false, missing: [] });
    expect(done.obligation.fulfilment).toEqual({ eventId: "deducted-2026-05-09", on: "2026-05-09" });
    const back = [...all, happened("refunded", "2026-05-20", "t1", "1.00")];
    expect(assessOne(withInvoice(), back, "2026-05-21")).toMatchObject({
      payableToday: true,
      line: { rest: "1.00" },
    });
  });

  it("goes through the payments in the order of the contract", () => {
    const half = { amount: "rate", rate: "50%" } as const;
    const tranches = [
      { ...t1, key: "t2", amount: half },
      { ...t1, amount: half },
    ];
    expect(assess({ tranches }, [wasSigned], "2026-05-06").map(({ line }) => line.of)).toEqual(["t2", "t1"]);
  });
});

describe("an invoice that comes late", () => {
  const on = (late: LateInvoice | undefined, today: string, ...invoices: ReturnType<typeof received>[]) =>
    assessOne({ ...withInvoice(late), lateInterest: interest }, [wasSigned, ...invoices], today);

  it("is one that is not wholly in on its day", () => {
    expect(on(undefined, "2026-05-09").invoice).toEqual({ dueOn: "2026-05-09", late: false });
    expect(on(undefined, "2026-05-10").invoice).toEqual({ dueOn: "2026-05-09", late: true });
    expect(on(undefined, "2026-05-20", received("2026-05-09")).invoice).toMatchObject({ late: false });
    const part = received("2026-05-08", "50000.00");
    const rest = received("2026-05-11", "50000.00");
    expect(on(undefined, "2026-05-20", part).invoice).toMatchObject({ late: true });
    expect(on(undefined, "2026-05-20", part, rest).invoice).toMatchObject({
      receivedOn: "2026-05-11",
      late: true,
    });
  });

  it("takes the blame from the buyer, or holds it off, as the contract says", () => {
    const late = received("2026-05-18");
    expect(on({ late: "noBlame" }, "2026-05-23", late)).toMatchObject({
      invoice: { late: true, consequence: "noBlame" },
      interest: { basis: "none" },
    });
    expect(on({ late: "mayHold" }, "2026-05-23", late).interest).toMatchObject({
      since: "2026-05-18",
      days: 5,
    });
    expect(on({ late: "mayHold" }, "2026-05-23").interest.basis).toBe("none");
    // Said or not: for the days on which the invoice was still to come, the buyer was not late (民法典 526).
    expect(on(undefined, "2026-05-23", late).interest).toMatchObject({ since: "2026-05-18", days: 5 });
    expect(on(undefined, "2026-05-23").interest).toMatchObject({
      basis: "none",
      why: { zh: "付款条件尚待乙方具备，不计逾期（民法典第五百二十六条）" },
    });
    expect(on(undefined, "2026-05-13").interest).toMatchObject({ basis: "none", why: { zh: "没有逾期" } });
    const inTime = received("2026-05-09");
    expect(on({ late: "noBlame" }, "2026-05-23", inTime).interest).toMatchObject({
      days: 10,
      amount: "1000.00",
    });
    expect(on({ late: "mayHold" }, "2026-05-23", inTime).interest).toMatchObject({ days: 10 });
  });

  it("excuses the buyer where the agreement on interest says so, whatever the payment says", () => {
    const terms = { ...withInvoice(), lateInterest: { ...interest, excuses: ["invoice" as const] } };
    const events = [wasSigned, received("2026-05-18")];
    expect(assessOne(terms, events, "2026-05-23").interest.basis).toBe("none");
    const inTime = [wasSigned, received("2026-05-09")];
    expect(assessOne(terms, inTime, "2026-05-23").interest).toMatchObject({ days: 10 });
  });

  const moves: LateInvoice = {
    late: "moves",
    due: days(30, { anchor: "event", event: "invoiceReceived", of: "t1" }),
  };

  it("moves the payment where the contract says so, never to an earlier day, and says why", () => {
    const dueOn = (invoiceOn: string, late = moves) =>
      on(late, "2026-07-01", received(invoiceOn)).obligation.dueOn;
    expect(dueOn("2026-05-09")).toBe("2026-05-13");
    expect(dueOn("2026-05-10")).toBe("2026-06-09");
    const soon: LateInvoice = {
      ...moves,
      due: days(1, { anchor: "event", event: "invoiceReceived", of: "t1" }),
    };
    expect(dueOn("2026-05-10", soon)).toBe("2026-05-13");
    const { obligation, interest: owed } = on(moves, "2026-06-20", received("2026-05-10"));
    const { zh, en } = renderExplanation(obligation.explanation, calendar);
    expect(zh).toContain("自 2026-05-10 次日起算30日：2026-06-09");
    expect(zh).toContain("取最后者 2026-06-09");
    expect(en).toContain("the last of these, 2026-06-09");
    expect(owed).toMatchObject({ since: "2026-06-09", days: 11 });
    expect(on(moves, "2026-06-20").interest.basis).toBe("none");
  });

  it("cannot be late where no last day is agreed", () => {
    const open = { due: { rule: "from", anchor: signed } as const, late: moves };
    const terms = withInvoice(undefined, { invoice: open });
    const found = assessOne(terms, [wasSigned, received("2026-06-01")], "2026-06-02");
    expect(found.invoice).toEqual({ receivedOn: "2026-06-01", late: false, consequence: "moves" });
    expect(found.obligation.dueOn).toBe("2026-05-13");
  });
});

describe("what else a payment brings", () => {
  it("names the budget year of its base", () => {
    const bases = [{ key: "y2026", title, amount: "100000.00", fiscalYear: 2026 }];
    const tranches = [{ ...t1, amount: { amount: "rate", rate: "100%", of: "y2026" } as const }];
    const price = { total: "100000.00", bases };
    expect(assessOne({ price, tranches }, [], "2026-05-01").obligation.fiscalYear).toBe(2026);
    expect(assessOne({}, [], "2026-05-01").obligation).not.toHaveProperty("fiscalYear");
  });

  it("counts interest by law from the law's day, and stops when all is paid", () => {
    const gates = [{ gate: "acceptancePassed", of: "final" } as const];
    const acceptances = [{ key: "final", title, stage: "final" as const, decision: { due: onSigned } }];
    const due = {
      rule: "from",
      anchor: { anchor: "event", event: "acceptancePassed", of: "final" },
    } as const;
    const terms = { acceptances, tranches: [{ ...t1, gates, due }] };
    const passed = happened("acceptancePassed", "2026-04-27", "final");
    const events = [wasSigned, passed];
    expect(assessOne(terms, events, "2026-06-08", "micro")).toMatchObject({
      obligation: { statutory: { dueOn: "2026-05-27" } },
      interest: { basis: "law", days: 12, amount: "600.00" },
    });
    const paid = [...events, happened("paid", "2026-06-01", "t1")];
    expect(assessOne(terms, paid, "2026-06-08", "micro").interest).toMatchObject({
      days: 5,
      amount: "250.00",
    });
    expect(assessOne(terms, events, "2026-06-08", "large").interest.basis).toBe("none");
    expect(assessOne(terms, events, "2026-06-08").interest.basis).toBe("none");
  });

  it("counts no interest for days on which the vendor itself kept the payment from being due", () => {
    const bond = { key: "bond", title, amount: "1000.00", due: onSigned };
    const terms = {
      bond,
      lateInterest: interest,
      tranches: [{ ...t1, gates: [{ gate: "bondInForce" } as const] }],
    };
    const came = happened("bondReceived", "2026-06-01", "bond");
    expect(assessOne(terms, [wasSigned], "2026-06-11").interest.basis).toBe("none");
    expect(assessOne(terms, [wasSigned, came], "2026-06-11").interest).toMatchObject({
      since: "2026-06-01",
      days: 10,
      amount: "1000.00",
    });
    const early = happened("bondReceived", "2026-05-01", "bond");
    expect(assessOne(terms, [wasSigned, early], "2026-06-11").interest).toMatchObject({
      since: "2026-05-13",
    });
  });

  it("waits again once a bond has run out, until another one is there; what was paid waits for nothing", () => {
    const bond = { key: "bond", title, amount: "1000.00", due: onSigned };
    const terms = { bond, tranches: [{ ...t1, gates: [{ gate: "bondInForce" } as const] }] };
    const lasting = (id: string, on: string, until: string) => ({
      ...happened("bondReceived", on, "bond"),
      id,
      until,
    });
    const first = lasting("b1", "2026-05-01", "2026-05-20");
    expect(assessOne(terms, [wasSigned, first], "2026-05-20").payableToday).toBe(true);
    expect(assessOne(terms, [wasSigned, first], "2026-05-21")).toMatchObject({
      payableToday: false,
      missing: [{ holder: "vendor", label: { zh: "保函已于 2026-05-20 到期，须续期" } }],
      gates: [{ gate: "bondInForce", open: false }],
      obligation: { dueOn: "2026-05-13" },
    });
    const both = [wasSigned, first, lasting("b2", "2026-05-22", "2027-05-20")];
    expect(assessOne(terms, both, "2026-05-23")).toMatchObject({ payableToday: true, missing: [] });
    const paid = [wasSigned, first, happened("paid", "2026-05-13", "t1", "100000.00")];
    expect(assessOne(terms, paid, "2026-05-21").missing).toEqual([]);
  });

  it("owes nothing where a payment has come to nothing, unless it had been paid before", () => {
    const nothing = { tranches: [{ ...t1, amount: { amount: "fixed", value: "0.00" } as const }] };
    expect(assess(nothing, [wasSigned], "2026-06-11")).toEqual([]);
    const paid = assessOne(nothing, [wasSigned, happened("paid", "2026-05-13", "t1", "5.00")], "2026-06-11");
    expect(paid.line).toMatchObject({ amount: "0.00", paid: "5.00", overpaid: "5.00", rest: "0.00" });
    expect(paid.obligation.fulfilment).toBeDefined();
  });
});

describe("a payment that rests on an acceptance", () => {
  const decision = { due: days(10, signed) };
  const terms: Partial<ContractTerms> = {
    tranches: [{ ...t1, gates: [{ gate: "acceptancePassed", of: "final" }] }],
    acceptances: [{ key: "final", title, stage: "final", decision }],
    lateInterest: interest,
  };
  const applied = happened("acceptanceApplied", "2026-05-06", "final");
  const failed = happened("acceptanceFailed", "2026-05-08", "final");
  const again = happened("acceptanceApplied", "2026-05-18", "final");
  const on = (...events: readonly ReturnType<typeof happened>[]) =>
    assessOne(terms, [wasSigned, ...events], "2026-05-23").interest;

  it("is not late after a failure until the vendor applies again, nor for those days afterwards (民法典 526)", () => {
    expect(on(applied)).toMatchObject({ since: "2026-05-13", days: 10 });
    expect(on(applied, failed).basis).toBe("none");
    expect(on(applied, failed, again)).toMatchObject({ since: "2026-05-18", days: 5 });
    const passed = happened("acceptancePassed", "2026-05-20", "final");
    expect(on(applied, failed, again, passed)).toMatchObject({ since: "2026-05-18", days: 5 });
    expect(on(applied, passed)).toMatchObject({ since: "2026-05-13", days: 10 });
  });
});
