import { describe, expect, it } from "vitest";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { EventFacts } from "../event/index.ts";
import { findEventFaults } from "./index.ts";

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
