import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Recurrence } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations, type Obligation } from "../obligation/index.ts";
import { derive, find, main, onSigned, title, wasSigned } from "../obligation/sample-derivation.ts";
import { obligationsInForce } from "./index.ts";

const from = "2026-10-01";
const report = (over: Pick<Recurrence, "period"> & Partial<Recurrence>): Partial<ContractTerms> => ({
  reports: [{ key: "progress", title, schedule: { schedule: "every", span: main, ...over } }],
});
const monthly = report({ period: "month", from: "calendar" });
const quarterly = report({ period: "quarter", from: "calendar" });
const keys = (all: readonly Obligation[], prefix = "report.progress.") =>
  all.flatMap(({ key }) => (key.startsWith(prefix) ? key.slice(prefix.length) : [])).toSorted();

const merge = (first: Partial<ContractTerms>, second: Partial<ContractTerms>, events: ContractEvent[] = []) =>
  obligationsInForce([{ obligations: derive(first, events) }, { obligations: derive(second, events), from }]);

describe("obligationsInForce", () => {
  it("monthly reports become quarterly: months before stay, no month after, no quarter before", () => {
    expect(keys(merge(monthly, quarterly))).toEqual([
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-Q4",
      "2027-Q1",
      "2027-Q2",
    ]);
  });

  it("the day of change belongs to the new version, the day before to the old one", () => {
    const daily = report({ period: "day" });
    const all = merge(daily, { ...daily, names: { x: "某节点" } });
    const sets = merge(daily, report({ period: "day", byTime: "16:00" }));
    expect(keys(all)).toEqual(keys(derive(daily)));
    expect(find(sets, "report.progress.2026-09-30").dueAt).toBeUndefined();
    expect(find(sets, "report.progress.2026-10-01").dueAt).toBe("2026-10-01T16:00:00+08:00");
  });

  it("takes all that is no series from the last version, and what it no longer has goes", () => {
    const bond = { key: "bond", title, amount: "1000.00", due: onSigned };
    const [tranche] = derive({}).filter(({ kind }) => kind === "payment");
    const all = merge({ ...monthly, bond }, { ...monthly, price: { total: "105000.00" } }, [wasSigned]);
    expect(tranche?.amount).toBe("100000.00");
    expect(find(all, "payment.t1").amount).toBe("105000.00");
    expect(keys(all, "bond.")).toEqual([]);
  });

  it("a key period belongs to the terms of its own first day", () => {
    const calendar = createCalendar({
      keyPeriods: [
        { key: "event", name: title, from: "2026-09-28", to: "2026-10-08" },
        { key: "later", name: title, from: "2026-12-01", to: "2026-12-02" },
      ],
    });
    const duty = (over: object): Obligation[] => {
      const schedule = { schedule: "keyPeriods", span: main, each: "period", ...over } as const;
      return deriveObligations(sampleTerms({ services: [{ key: "duty", title, schedule }] }), [], calendar);
    };
    const within = { count: 5, unit: "day" };
    const all = obligationsInForce([{ obligations: duty({}) }, { obligations: duty({ within }), from }]);
    expect(find(all, "service.duty.event").dueOn).toBe("2026-10-08");
    expect(find(all, "service.duty.later").dueOn).toBe("2026-12-07");
    expect(keys(all, "service.duty.")).toEqual(["event", "later"]);
  });

  it("keeps what an earlier version has as fulfilled", () => {
    const bond = { key: "bond", title, amount: "1000.00", due: onSigned };
    const done: ContractEvent[] = [
      wasSigned,
      { id: "bond", kind: "bondReceived", of: "bond", on: "2026-05-04" },
      { id: "early", kind: "fulfilled", of: "report.progress.2026-11", on: "2026-09-20" },
    ];
    const all = merge({ ...monthly, bond }, quarterly, done);
    expect(find(all, "bond.bond").fulfilment?.eventId).toBe("bond");
    expect(find(all, "report.progress.2026-11").fulfilment?.eventId).toBe("early");
    expect(keys(all)).not.toContain("2026-10");
  });

  it("takes a series that waits from the last version, and leaves the dated past", () => {
    const open = { span: "between", from: onSigned.anchor, to: { anchor: "event", event: "ended" } } as const;
    const waiting = report({ period: "month", from: "calendar", span: open });
    expect(keys(merge(waiting, monthly))).toEqual(keys(merge({}, monthly)));
    const all = merge(monthly, waiting);
    expect(keys(all)).toEqual(["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]);
    expect(find(all, "report.progress").waitingFor).not.toEqual([]);
  });

  it("follows three versions, in whatever order they come", () => {
    const versions = [
      { obligations: derive(quarterly), from },
      { obligations: derive(report({ period: "halfYear", from: "calendar" })), from: "2027-01-01" },
      { obligations: derive(monthly) },
    ];
    const expected = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-Q4", "2027-H1"];
    expect(keys(obligationsInForce(versions))).toEqual(expected);
    expect(keys(obligationsInForce(versions.toReversed()))).toEqual(expected);
  });

  it("of two versions from the same day, the later one is in force", () => {
    const versions = [{ obligations: derive(monthly) }, { obligations: derive(monthly), from }];
    const all = obligationsInForce([...versions, { obligations: derive(quarterly), from }]);
    expect(keys(all)).toEqual(keys(merge(monthly, quarterly)));
  });

  it("gives one version as it is, and nothing for none", () => {
    const obligations = derive(monthly, [wasSigned]);
    const byKey = (all: readonly Obligation[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    expect(byKey(obligationsInForce([{ obligations }]))).toEqual(byKey(obligations));
    expect(obligationsInForce([])).toEqual([]);
  });
});

describe("a series counted from the start of its span", () => {
  const months = report({ period: "month" });
  const quarters = report({ period: "quarter" });

  it("owes both where a number comes again for another time, each key once", () => {
    const done: ContractEvent = { id: "june", kind: "fulfilled", of: "report.progress.03", on: "2026-07-20" };
    const all = merge(months, quarters, [done]);
    expect(keys(all)).toEqual(["01", "02", "03", "03.2026-10-01", "04", "04.2026-10-01", "05", "06"]);
    expect(find(all, "report.progress.03")).toMatchObject({
      period: "month",
      fulfilment: { eventId: "june" },
    });
    const quarter = find(all, "report.progress.03.2026-10-01");
    expect(quarter).toMatchObject({ period: "quarter", opensOn: "2026-10-28" });
    expect(quarter.fulfilment).toBeUndefined();
    expect(quarter.fulfilledBy.map(({ of }) => of)).toEqual([quarter.key, quarter.key]);
  });

  it("is fulfilled by what is recorded under the key that it was given", () => {
    const spans = (period: "month" | "quarter") => report({ period, from: "span" });
    const renamed = "report.progress.03.2026-10-01";
    const done: ContractEvent = { id: "done", kind: "fulfilled", of: renamed, on: "2027-01-20" };
    const versions = [
      { obligations: derive(spans("month"), [done]) },
      { obligations: derive(spans("quarter"), [done]), from },
    ];
    expect(find(obligationsInForce(versions, []), renamed).fulfilment).toBeUndefined();
    expect(find(obligationsInForce(versions, [done]), renamed).fulfilment?.eventId).toBe("done");
  });

  it("waits for the check of what is handed in under that key, and no other instance does", () => {
    const renamed = "report.progress.03.2026-10-01";
    const submitted: ContractEvent = {
      id: "s1",
      kind: "deliverableSubmitted",
      of: renamed,
      on: "2027-01-20",
    };
    const versions = [{ obligations: derive(months) }, { obligations: derive(quarters), from }];
    const waits = (events: ContractEvent[], key: string) =>
      find(obligationsInForce(versions, events), key).waitingFor.map(({ event, of }) => `${event} ${of}`);
    expect(waits([submitted], renamed)).toEqual([`deliverableAccepted ${renamed}`]);
    expect(waits([submitted], "report.progress.03")).toEqual([]);
    const accepted: ContractEvent = { ...submitted, id: "s1_accepted", kind: "deliverableAccepted" };
    expect(waits([submitted, accepted], renamed)).toEqual([]);
  });

  it("has no month of a quarter that the earlier version still covers", () => {
    expect(keys(merge(quarters, months))).toEqual(["01", "02", "07", "08", "09", "10", "11", "12"]);
  });

  it("has an instance once that the change moves across its day, from the last version", () => {
    const start = (on: string): Partial<ContractTerms> => ({
      terms: [{ key: "main", title, start: onDay(on), end: onDay("2027-04-27") }],
    });
    const earlier = merge({ ...months, ...start("2026-05-05") }, { ...months, ...start("2026-04-25") });
    expect(find(earlier, "report.progress.06").opensOn).toBe("2026-09-25");
    expect(keys(earlier)).toHaveLength(13);
    const later = merge({ ...months, ...start("2026-04-25") }, { ...months, ...start("2026-05-05") });
    expect(find(later, "report.progress.06").opensOn).toBe("2026-10-05");
    expect(keys(later)).toHaveLength(12);
  });
});

function onDay(on: string) {
  return { rule: "on", anchor: { anchor: "date", on } } as const;
}
