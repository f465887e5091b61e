import { describe, expect, it } from "vitest";
import type { Anchor, DateRule, Span } from "./date-rule.ts";
import { fakeContext, fixedOn } from "./fake-context.ts";
import { waitFor } from "./resolve-anchor.ts";
import { countsFirstDay, resolveSpan } from "./resolve-span.ts";

const signed: Anchor = { anchor: "event", event: "signed" };
const on = (date: string): Anchor => ({ anchor: "date", on: date });
const context = fakeContext({
  events: [{ kind: "signed", on: "2026-03-03" }],
  terms: {
    "main start": fixedOn("2026-04-28"),
    "main end": fixedOn("2027-04-27"),
    "open start": fixedOn("2026-04-28"),
    "open end": waitFor("serviceEnded", "open", fakeContext()),
    "new start": waitFor("signed", undefined, fakeContext()),
    "new end": fixedOn("2027-04-27"),
  },
});
const agreed = () => true;

describe("a span", () => {
  it.each([
    [{ span: "window", window: "2026-Q3" }, "2026-07-01", "2026-09-30", true],
    [{ span: "term", term: "main" }, "2026-04-28", "2027-04-27", true],
    [{ span: "between", from: on("2026-05-01"), to: on("2026-05-31") }, "2026-05-01", "2026-05-31", true],
    // The day of an event is not counted (Civil Code 201), nor is the last day of what went before.
    [{ span: "between", from: signed, to: on("2026-05-31") }, "2026-03-03", "2026-05-31", false],
    [
      { span: "between", from: { anchor: "term", term: "main", edge: "start" }, to: on("2026-05-31") },
      "2026-04-28",
      "2026-05-31",
      true,
    ],
    [
      { span: "between", from: { anchor: "term", term: "main", edge: "end" }, to: on("2027-05-31") },
      "2027-04-27",
      "2027-05-31",
      false,
    ],
  ] satisfies [Span, string, string, boolean][])("%j", (span, from, to, firstDayCounts) => {
    expect(resolveSpan(span, context, agreed)).toMatchObject({ state: "fixed", from, to, firstDayCounts });
  });

  it("asks its term how it counts", () => {
    const span: Span = { span: "term", term: "main" };
    expect(resolveSpan(span, context, () => false)).toMatchObject({ firstDayCounts: false });
  });

  it("with an open end says what the end waits for, and waits itself without a start", () => {
    const open = resolveSpan({ span: "term", term: "open" }, context, agreed);
    expect(open).toMatchObject({
      state: "fixed",
      from: "2026-04-28",
      endWaitsFor: [{ event: "serviceEnded", of: "open" }],
    });
    expect(open).not.toHaveProperty("to");
    expect(resolveSpan({ span: "term", term: "new" }, context, agreed)).toMatchObject({
      state: "waiting",
      waitingFor: [{ event: "signed" }],
    });
  });
});

describe("countsFirstDay", () => {
  const start = (anchor: Anchor): DateRule => ({ rule: "on", anchor });

  it.each([
    [start(on("2026-04-28")), true],
    [{ rule: "from", anchor: on("2026-04-28") }, true],
    [start(signed), false],
    [{ rule: "from", anchor: signed }, false],
    [start({ anchor: "term", term: "main", edge: "start" }), true],
    [start({ anchor: "term", term: "main", edge: "end" }), false],
    [start({ anchor: "rule", rule: start(on("2026-04-28")) }), true],
    [start({ anchor: "lastOf", of: [on("2026-04-28"), on("2026-05-01")] }), true],
    [start({ anchor: "lastOf", of: [on("2026-04-28"), signed] }), false],
    [{ rule: "within", count: 1, unit: "year", after: on("2026-04-28") }, false],
  ] satisfies [DateRule, boolean][])("%j: %s", (rule, counts) => {
    expect(countsFirstDay(rule, agreed)).toBe(counts);
  });
});
