import { describe, expect, it } from "vitest";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { EventFacts } from "../event/index.ts";
import { findEarlyOverrun, findEventFaults } from "./index.ts";
import { calendar, days, signed, wasSigned } from "./sample-derivation.ts";

const terms = sampleTerms({ names: { handover: "交接完成" } });
const known = new Set(["payment.t1", "report.monthly.01"]);
const paths = (event: EventFacts, others: readonly EventFacts[] = []) =>
  findEventFaults(event, terms, others, known).map(({ path }) => path);
const on = "2026-06-01";

describe("an event for a contract", () => {
  it.each<EventFacts>([
    { kind: "signed", on },
    { kind: "paid", of: "t1", on },
    { kind: "serviceStarted", of: "main", on },
    { kind: "fulfilled", of: "report.monthly.01", on },
    { kind: "milestone", of: "handover", on },
  ])("may be %j", (event) => {
    expect(paths(event)).toEqual([]);
  });

  it.each<EventFacts>([
    { kind: "signed", of: "t1", on },
    { kind: "paid", on },
    { kind: "paid", of: "t2", on },
    { kind: "fulfilled", of: "report.monthly.13", on },
    { kind: "fulfilled", of: "t1", on },
    { kind: "milestone", of: "t1", on },
    { kind: "milestone", of: "toString", on },
  ])("cannot be %j", (event) => {
    expect(paths(event)).toEqual(["/of"]);
  });

  it("cannot say that an allowance is fulfilled, only what was used of it", () => {
    const schedule = { schedule: "count", count: 30, unit: "day", bound: "atMost" } as const;
    const span = { span: "term", term: "main" } as const;
    const allowance = sampleTerms({
      services: [{ key: "duty", title: { zh: "值守" }, schedule: { ...schedule, span } }],
    });
    const own = new Set(["service.duty"]);
    const event: EventFacts = { kind: "fulfilled", of: "service.duty", on };
    expect(findEventFaults(event, allowance, [], own)).toMatchObject([
      { path: "/of", reason: { en: expect.stringContaining("record what was used") as string } },
    ]);
    const used: EventFacts = { kind: "performed", of: "duty", on, quantity: 3 };
    expect(findEventFaults(used, allowance, [], own)).toEqual([]);
  });

  it("is performed of a service alone: what is handed in counts by its acceptance", () => {
    const schedule = { schedule: "onDemand", span: { span: "term", term: "main" } } as const;
    const named = (key: string) => [{ key, title: { zh: key }, schedule }];
    const over = { services: named("scan"), deliverables: named("plan"), reports: named("monthly") };
    const found = (of: string) =>
      findEventFaults({ kind: "performed", of, on }, sampleTerms(over), [], known).map(({ path }) => path);
    expect(["scan", "plan", "monthly"].map(found)).toEqual([[], ["/of"], ["/of"]]);
  });

  it("happens once, unless its kind repeats or it is about something else", () => {
    const funds: EventFacts = { kind: "fundsAppropriated", of: "t1", on };
    expect(paths(funds, [{ ...funds, on: "2026-05-01" }])).toEqual(["/kind"]);
    expect(paths(funds, [{ kind: "invoiceReceived", of: "t1", on }])).toEqual([]);
    const paid: EventFacts = { kind: "paid", of: "t1", on };
    expect(paths(paid, [paid])).toEqual([]);
    const help: EventFacts = { kind: "requested", of: "t1", on };
    expect(paths(help, [help, help])).toEqual([]);
  });

  it("says so in both languages", () => {
    expect(findEventFaults({ kind: "paid", on }, terms, [], known)).toEqual([
      { path: "/of", reason: { zh: "“已付款”须指明对象 of", en: "paid must say what it is about (of)" } },
    ]);
  });
});

describe("service beyond the term", () => {
  const agreed = sampleTerms({ overrun: { term: "main" } });
  const started: EventFacts = { kind: "overrunStarted", on: "2027-04-28" };
  const ended: EventFacts = { kind: "overrunEnded", on: "2027-05-27" };
  const faults = (event: EventFacts, others: readonly EventFacts[] = [], of = agreed) =>
    findEventFaults(event, of, others, known);
  const found = (...all: Parameters<typeof faults>) => faults(...all).map(({ path }) => path);

  it("is only for contracts that agree on its price", () => {
    expect(found(started)).toEqual([]);
    expect(found(started, [], terms)).toEqual(["/kind"]);
    expect(found(ended, [started], terms)).toEqual(["/kind"]);
  });

  it("ends after it began, on the same day at the earliest", () => {
    expect(found(ended)).toEqual(["/on"]);
    expect(found(ended, [started])).toEqual([]);
    expect(found({ ...ended, on: "2027-04-28" }, [started])).toEqual([]);
    expect(found({ ...ended, on: "2027-04-27" }, [started])).toEqual(["/on"]);
    expect(found({ kind: "overrunEnded", at: "2027-04-27T23:59:59+08:00" }, [started])).toEqual(["/at"]);
    expect(faults(ended)).toEqual([
      {
        path: "/on",
        reason: { zh: "请先登记超期服务的开始", en: "record first that service beyond the term began" },
      },
    ]);
  });

  it("cannot have begun after it ended, when its beginning is corrected", () => {
    expect(found({ ...started, on: "2027-05-27" }, [ended])).toEqual([]);
    expect(faults({ ...started, on: "2027-05-28" }, [ended])).toEqual([
      {
        path: "/on",
        reason: {
          zh: "超期服务自 2027-05-28 起，不能于 2027-05-27 结束",
          en: "service beyond the term began on 2027-05-28: it cannot end on 2027-05-27",
        },
      },
    ]);
  });

  it("begins after the last day of the term, where that is known", () => {
    const early = (event: EventFacts, of = agreed, events = [wasSigned]) =>
      findEarlyOverrun(event, of, events, calendar).map(({ path }) => path);
    expect(early({ ...started, on: "2027-04-27" })).toEqual(["/on"]);
    expect(early({ kind: "overrunStarted", at: "2027-04-27T23:00:00+08:00" })).toEqual(["/at"]);
    expect(early(started)).toEqual([]);
    expect(early({ ...ended, on: "2026-06-01" })).toEqual([]);
    expect(early({ ...started, on: "2026-06-01" }, terms)).toEqual([]);
    const [main] = agreed.terms;
    if (main === undefined) throw new RangeError("the sample has a term");
    const waiting = { ...agreed, terms: [{ ...main, end: days(30, signed) }] };
    expect(early({ ...started, on: "2026-05-27" }, waiting)).toEqual(["/on"]);
    expect(early({ ...started, on: "2026-05-27" }, waiting, [])).toEqual([]);
    expect(findEarlyOverrun({ ...started, on: "2027-04-27" }, agreed, [], calendar)[0]?.reason).toEqual({
      zh: "服务期至 2027-04-27，超期服务须始于其后",
      en: "the term runs through 2027-04-27: service beyond it begins after that day",
    });
  });
});
