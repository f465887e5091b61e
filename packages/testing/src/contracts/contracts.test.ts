import { createCalendar } from "@luyue/core/calendar";
import { listTermKeys } from "@luyue/core/contract";
import { type ContractEvent } from "@luyue/core/event";
import { parseCapitals, scaleMoney, sumMoney } from "@luyue/core/money";
import { deriveObligations, findEventFaults, type Obligation } from "@luyue/core/obligation";
import { describe, expect, it } from "vitest";
import { type DemoKey, demoContract, demoContracts } from "./index.ts";

const keyPeriod = (key: string, from: string, to: string) => ({
  key,
  name: { zh: key, en: key },
  from,
  to,
});
const calendar = createCalendar({
  keyPeriods: [
    keyPeriod("labour-day", "2026-05-01", "2026-05-05"),
    keyPeriod("national-day", "2026-10-01", "2026-10-07"),
    keyPeriod("spring-festival", "2027-02-05", "2027-02-12"),
    keyPeriod("later", "2027-10-01", "2027-10-07"),
  ],
});

function derive(key: DemoKey, events: readonly ContractEvent[] = demoContract(key).events): Obligation[] {
  return deriveObligations(demoContract(key).terms, events, calendar);
}

function find(obligations: readonly Obligation[], key: string): Obligation {
  const found = obligations.find((obligation) => obligation.key === key);
  if (found === undefined) throw new Error(`no obligation ${key}`);
  return found;
}

const waitsFor = (obligation: Obligation): string[] =>
  obligation.waitingFor.map(({ event, of }) => (of === undefined ? event : `${event} ${of}`));

const instances = (obligations: readonly Obligation[], key: string): number =>
  obligations.filter((obligation) => obligation.key.startsWith(`${key}.`)).length;

/** A date alone (due) or a window (opens…due) with the amount. */
function dated({ opensOn, dueOn, amount }: Obligation): string {
  return [opensOn, dueOn, amount].filter((part) => part !== undefined).join(" ");
}

const signedOn = (on: string): ContractEvent[] => [{ id: "signed", kind: "signed", on }];

describe("demo contracts as data", () => {
  it("are A to E, with B and D served by one vendor", () => {
    expect(demoContracts.map(({ key }) => key)).toEqual(["A", "B", "C", "D", "E"]);
    expect(demoContract("B").vendor).toEqual(demoContract("D").vendor);
    expect(new Set(demoContracts.map(({ vendor }) => vendor.creditCode)).size).toBe(4);
    expect(new Set(demoContracts.map(({ tenant }) => tenant.slug)).size).toBe(5);
  });

  it.each([
    ["A", "2180000.00", ["1075746.00", "307356.00", "153678.00", "385932.00", "257288.00"]],
    ["B", "1719600.00", ["1203720.00", "515880.00"]],
    ["C", "1495000.00", ["523250.00", "523250.00", "448500.00"]],
    ["D", "1489600.00", ["223440.00", "1266160.00"]],
    ["E", "970000.00", ["97000.00", "582000.00", "291000.00"]],
  ] as const)("%s: tranches add up to the total, capitals agree", (key, total, amounts) => {
    const { price } = demoContract(key).terms;
    const payments = derive(key).filter(({ kind }) => kind === "payment");
    expect(payments.map(({ amount }) => amount)).toEqual(amounts);
    expect(sumMoney(amounts)).toBe(total);
    expect(price.total).toBe(total);
    expect(parseCapitals(price.capitals ?? "")).toBe(total);
  });

  it("has price bases (A), price lines (E) and a bond (B) that agree with the totals", () => {
    expect(sumMoney((demoContract("A").terms.price.bases ?? []).map(({ amount }) => amount))).toBe(
      "2180000.00",
    );
    const lines = demoContract("E").terms.price.lines ?? [];
    expect(lines.map(({ amount }) => amount)).toEqual(["962000.00", "0.00", "0.00", "0.00", "8000.00"]);
    for (const line of lines) expect(scaleMoney(line.unitPrice, line.quantity, 1)).toBe(line.amount);
    expect(sumMoney(lines.map(({ amount }) => amount))).toBe("970000.00");
    expect(demoContract("B").terms.bond?.amount).toBe(scaleMoney("1719600.00", 10, 100));
  });

  it.each([
    ["A", 16, 18, 1],
    ["B", 12 + 6 + 3, 15, 1], // backup has three rhythms, the drill its revision of the plan
    ["C", 18, 0, 0],
    ["D", 18 + 1 + 6, 3, 3],
    ["E", 9, 6, 4],
  ] as const)("%s: has %i services, %i deliverables, %i reports", (key, services, deliverables, reports) => {
    const { terms } = demoContract(key);
    expect(terms.services).toHaveLength(services);
    expect(terms.deliverables ?? []).toHaveLength(deliverables);
    expect(terms.reports ?? []).toHaveLength(reports);
  });

  it("A numbers its deliverables 1 to 19 without 5", () => {
    const numbers = (demoContract("A").terms.deliverables ?? []).map((each) => each.number);
    expect(numbers).toEqual([1, 2, 3, 4, ...Array.from({ length: 14 }, (_, index) => index + 6)].map(String));
  });

  it("refers each deliverable to a service that is there", () => {
    for (const { terms } of demoContracts) {
      const services = new Set((terms.services ?? []).map(({ key }) => key));
      const named = (terms.deliverables ?? []).flatMap(({ service }) => service ?? []);
      expect(named.filter((key) => !services.has(key))).toEqual([]);
    }
  });

  it.each(demoContracts)("$key: every term has a clause and a title in both languages", ({ terms }) => {
    const {
      tranches,
      services = [],
      deliverables = [],
      reports = [],
      acceptances = [],
      notices = [],
      earlyEnds = [],
      penalties = [],
      penaltyBases = [],
      penaltyCaps = [],
      rights = [],
    } = terms;
    const named = [terms.bond, terms.secrecy].filter((each) => each !== undefined);
    const items = [
      ...terms.terms,
      ...tranches,
      ...services,
      ...deliverables,
      ...reports,
      ...acceptances,
      ...notices,
      ...earlyEnds,
      ...penalties,
      ...penaltyBases,
      ...penaltyCaps,
      ...rights,
      ...named,
    ];
    expect(items).toHaveLength(listTermKeys(terms).length);
    expect(items.filter(({ title, clause }) => title.en === undefined || clause === undefined)).toEqual([]);
  });

  it("has events that fit the terms", () => {
    for (const { key, terms, events } of demoContracts) {
      const obligations = new Set(derive(key).map((obligation) => obligation.key));
      for (const event of events) {
        const others = events.filter((other) => other.id !== event.id);
        expect(findEventFaults(event, terms, others, obligations)).toEqual([]);
      }
    }
  });

  it("names invented places only, and nothing that looks like a phone or an account", () => {
    const invented = /^(霁川|岚泊|屿宁|望澜区|汀衡|甲方所在地)/;
    for (const { terms, vendor } of demoContracts) {
      const { parties, thirdParties = [], dispute } = terms;
      const names = [
        parties.buyer.name,
        parties.vendor.name,
        ...thirdParties.map(({ name }) => name),
        dispute?.forum,
      ];
      for (const name of names) expect(name).toMatch(invented);
      // Region 990000 is assigned to no place (GB/T 2260), so the code belongs to nobody.
      expect(vendor.creditCode).toMatch(/^91990000MA0/);
      expect(JSON.stringify({ ...terms, parties: undefined })).not.toMatch(/\d{8,}/);
    }
  });
});

describe("demo contracts derived", () => {
  it("A: five payments, each with its invoice ten working days before", () => {
    const all = derive("A");
    const at = (key: string) => dated(find(all, key));
    expect(at("payment.t1")).toBe("2026-05-27 1075746.00");
    expect(at("invoice.t1")).toBe("2026-05-13 1075746.00");
    expect(at("payment.t2")).toBe("2026-07-01 2026-09-30 307356.00");
    expect(at("invoice.t2")).toBe("2026-09-16 307356.00");
    expect(at("payment.t3")).toBe("2026-10-01 2026-12-31 153678.00");
    expect(at("invoice.t3")).toBe("2026-12-17 153678.00");
    expect(at("payment.t4")).toBe("2027-01-01 2027-03-31 385932.00");
    expect(find(all, "payment.t3").explanation.provisionalYears).toEqual([]);
    expect(find(all, "payment.t4").explanation.provisionalYears).toEqual([2027]);
    expect(find(all, "payment.t5").dueOn).toBeUndefined();
    expect(waitsFor(find(all, "payment.t5"))).toContain("acceptancePassed final");
  });

  it("A: twelve monthly reports and six scans by the end of the term", () => {
    const all = derive("A");
    expect(instances(all, "deliverable.operation-monthly-report")).toBe(12);
    expect(find(all, "service.vulnerability-scan")).toMatchObject({
      opensOn: "2026-04-28",
      dueOn: "2027-04-27",
      quota: { count: 6, unit: "time", done: 0 },
    });
  });

  it("A: duty, a closing summary and daily reports in each key period of the term", () => {
    const all = derive("A");
    const windows = (key: string) =>
      all.filter((each) => each.key.startsWith(`${key}.`)).map(({ opensOn, dueOn }) => `${opensOn} ${dueOn}`);
    const periods = ["2026-05-01 2026-05-05", "2026-10-01 2026-10-07", "2027-02-05 2027-02-12"];
    expect(windows("service.key-period-duty")).toEqual(periods);
    expect(windows("deliverable.key-period-summary")).toEqual(periods);
    expect(instances(all, "report.key-period-daily")).toBe(5 + 7 + 8);
  });

  it.each(["B", "D"] as const)("%s: duty once a key period of the term", (key) => {
    expect(instances(derive(key), "service.special-period-duty")).toBe(3);
  });

  it("B: a report on site for each key period; C: duty waits for signing", () => {
    expect(instances(derive("B"), "deliverable.duty-report")).toBe(3);
    expect(waitsFor(find(derive("C"), "service.key-period-duty"))).toEqual(["signed"]);
    expect(instances(derive("C", signedOn("2026-03-02")), "service.key-period-duty")).toBe(3);
  });

  it("E: at most 30 days of duty at key events, a plan for each training of 30 people", () => {
    const used: ContractEvent = {
      id: "used",
      kind: "performed",
      of: "key-event-duty",
      on: "2026-07-01",
      quantity: 33,
    };
    const duty = find(derive("E", [...signedOn("2026-03-02"), used]), "service.key-event-duty");
    expect(duty).toMatchObject({ shape: "quota", quota: { count: 30, unit: "day", done: 33, atMost: true } });
    expect(duty.fulfilment).toBeUndefined();
    const { services = [] } = demoContract("E").terms;
    expect(services.find(({ key }) => key === "training")).toMatchObject({
      people: 30,
      prior: "training-plan",
    });
    expect(services.find(({ key }) => key === "resident-engineer")).toMatchObject({ people: 1 });
    expect(instances(derive("E", signedOn("2026-03-02")), "deliverable.training-plan")).toBe(4);
  });

  it("B: first payment from the funds, bond, progress reports by the 10th", () => {
    const all = derive("B");
    expect(dated(find(all, "payment.t1"))).toBe("2026-04-14 1203720.00");
    expect(dated(find(all, "invoice.t1"))).toBe("2026-04-14 1203720.00");
    expect(dated(find(all, "bond.bond"))).toBe("2026-04-15 171960.00");
    expect(waitsFor(find(all, "payment.t2"))).toEqual([
      "acceptancePassed stage",
      "fundsAppropriated t2",
      "invoiceReceived t2",
    ]);
    expect(find(all, "report.progress.2026-05").dueOn).toBe("2026-05-11");
    expect(instances(all, "report.progress")).toBe(12);
    expect(instances(all, "service.inspection")).toBe(12);
    expect(instances(all, "score")).toBe(12);
    expect(find(all, "acceptance.stage").dueOn).toBe("2027-04-06");
    expect(find(all, "secrecy.secrecy").dueOn).toBe("2032-03-03");
  });

  it("B: a log analysis report is due a week after each analysis", () => {
    const performed: ContractEvent = {
      id: "pulled",
      kind: "performed",
      of: "log-analysis",
      on: "2026-06-01",
    };
    const all = derive("B", [...demoContract("B").events, performed]);
    expect(find(all, "deliverable.log-analysis-report.pulled").dueOn).toBe("2026-06-08");
  });

  it("C: waits for signing; signed before National Day 2025, the first payment skips it", () => {
    expect(waitsFor(find(derive("C"), "payment.t1"))).toContain("signed");
    const all = derive("C", signedOn("2025-09-30"));
    expect(find(all, "payment.t1").dueOn).toBe("2025-10-21");
    expect(find(all, "payment.t2").dueOn).toBe("2026-04-14");
    expect(find(all, "acceptance.midterm").dueOn).toBe("2026-04-21");
    expect(waitsFor(find(all, "payment.t2"))).toEqual(["satisfied t2", "invoiceReceived t2"]);
  });

  it("D: first payment from signing, acceptance from the closing report's confirmation", () => {
    const all = derive("D");
    expect(dated(find(all, "payment.t1"))).toBe("2026-04-29 223440.00");
    expect(waitsFor(find(all, "acceptance.final"))).toEqual(["milestone closing-report-confirmed"]);
    expect(instances(all, "report.cloud-provider-score")).toBe(12);
    expect(instances(all, "report.cloud-yearly-score")).toBe(1);
    expect(find(all, "secrecy.secrecy").dueOn).toBe("2030-04-14");
  });

  it("D: an early end is possible from one month, or fifteen days, after notice", () => {
    const noticed: ContractEvent = { id: "noticed", kind: "endNoticed", on: "2026-08-10" };
    const all = derive("D", [...demoContract("D").events, noticed]);
    expect(find(all, "notice.end-for-budget.noticed").opensOn).toBe("2026-09-10");
    expect(find(all, "notice.end-for-reasons.noticed").opensOn).toBe("2026-08-25");
  });

  it("E: waits for signing; the assessments stay open until the thirteenth is done", () => {
    expect(waitsFor(find(derive("E"), "payment.t1"))).toEqual(["signed", "invoiceReceived t1"]);
    const signed = derive("E", signedOn("2026-03-02"));
    expect(find(signed, "service.mlps-assessment")).toMatchObject({
      opensOn: "2026-03-02",
      quota: { count: 13, done: 0 },
    });
    expect(find(signed, "service.mlps-assessment").dueOn).toBeUndefined();
    expect(find(signed, "report.resident-daily.2026-03-03").dueAt).toBe("2026-03-03T16:00:00+08:00");
    expect(instances(signed, "service.training")).toBe(4);
    expect(instances(signed, "report.resident-half-yearly")).toBe(2);
    expect(instances(signed, "report.emergency-yearly")).toBe(1);
  });

  it("E: the second payment counts from the reports and the invoice, whichever is later", () => {
    const events: ContractEvent[] = [
      ...signedOn("2026-03-02"),
      {
        id: "reports",
        kind: "deliverableAccepted",
        of: "deliverable.assessment-reports",
        on: "2026-07-01",
        quantity: 13,
      },
      { id: "invoice", kind: "invoiceReceived", of: "t2", on: "2026-07-06" },
    ];
    const payment = find(derive("E", events), "payment.t2");
    expect(dated(payment)).toBe("2026-07-21 582000.00");
    expect(payment.waitingFor).toEqual([]);
  });
});
