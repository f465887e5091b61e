import { describe, expect, it } from "vitest";
import { findingsOf, on, signed, title, verdictsOf } from "./sample-check.ts";

describe("signing, publication and filing", () => {
  it.each([
    ["signedInTime", "awarded", "2026-03-27", "signed", "2026-04-26", "passed"],
    ["signedInTime", "awarded", "2026-03-23", "signed", "2026-04-22", "passed"],
    ["signedInTime", "awarded", "2026-03-23", "signed", "2026-04-23", "failed"],
    // 26 April 2026 is a Sunday: the last day moves to Monday, the 27th.
    ["signedInTime", "awarded", "2026-03-27", "signed", "2026-04-27", "passed"],
    ["signedInTime", "awarded", "2026-03-27", "signed", "2026-04-28", "failed"],
    ["signedInTime", "awarded", "2026-03-27", "signed", "2026-03-26", "failed"],
    ["publishedInTime", "signed", "2026-04-29", "published", "2026-05-06", "passed"],
    ["publishedInTime", "signed", "2026-04-29", "published", "2026-05-07", "failed"],
    ["filedInTime", "signed", "2026-04-27", "filed", "2026-05-09", "passed"],
    ["filedInTime", "signed", "2026-04-27", "filed", "2026-05-11", "failed"],
  ] as const)("%s: %s %s, %s %s is %s", (check, from, start, to, end, verdict) => {
    expect(verdictsOf(check, {}, { events: [on(from, start), on(to, end)] })).toEqual([verdict]);
  });

  it("says which date is missing, and warns where the last day has passed", () => {
    const events = [on("signed", "2026-04-29")];
    expect(findingsOf("signedInTime", {}, { events })).toMatchObject([
      { verdict: "notEnoughInput", missing: ["awarded"] },
    ]);
    expect(findingsOf("publishedInTime", {})).toMatchObject([{ missing: ["signed", "published"] }]);
    expect(findingsOf("publishedInTime", {}, { events, asOf: "2026-05-06" })).toMatchObject([
      { verdict: "notEnoughInput", missing: ["published"] },
    ]);
    expect(verdictsOf("publishedInTime", {}, { events, asOf: "2026-05-07" })).toEqual(["warning"]);
  });

  it("leaves out what happened after the day of the look", () => {
    const events = [on("signed", "2026-04-29"), on("published", "2026-05-20")];
    expect(verdictsOf("publishedInTime", {}, { events })).toEqual(["failed"]);
    expect(verdictsOf("publishedInTime", {}, { events, asOf: "2026-05-06" })).toEqual(["notEnoughInput"]);
    expect(verdictsOf("publishedInTime", {}, { events, asOf: "2026-05-20" })).toEqual(["failed"]);
  });
});

describe("bondValidity", () => {
  const onSigned = { rule: "on", anchor: signed } as const;
  const bond = (over: object) => ({ key: "bond", title, amount: "100.00", due: onSigned, ...over });
  it.each([
    ["2027-04-26", "failed"],
    ["2027-04-27", "passed"],
    ["2027-04-28", "passed"],
  ])("valid through %s, the term ends on 2027-04-27: %s", (validThrough, verdict) => {
    expect(verdictsOf("bondValidity", { bond: bond({ validThrough }) })).toEqual([verdict]);
  });

  it("is enough where it is agreed to cover the term, and unknown where nothing is said", () => {
    expect(verdictsOf("bondValidity", {})).toEqual(["passed"]);
    expect(verdictsOf("bondValidity", { bond: bond({ coversTerm: "main" }) })).toEqual(["passed"]);
    expect(findingsOf("bondValidity", { bond: bond({}) })).toMatchObject([{ missing: ["bondValidity"] }]);
  });

  it("compares with the later of two terms, once its end is known", () => {
    const within = { rule: "within", count: 1, unit: "year", after: signed, roll: "none" } as const;
    const term = (key: string, count: number) => ({ key, title, start: onSigned, end: { ...within, count } });
    const terms = [term("short", 1), term("long", 2)];
    const facts = { events: [on("signed", "2026-03-03")] };
    const verdicts = (coversTerm: string) =>
      verdictsOf("bondValidity", { terms, bond: bond({ coversTerm }) }, facts);
    expect(verdicts("short")).toEqual(["failed"]);
    expect(verdicts("long")).toEqual(["passed"]);
    expect(findingsOf("bondValidity", { terms, bond: bond({ validThrough: "2029-01-01" }) })).toMatchObject([
      { verdict: "notEnoughInput", missing: ["termEnd"] },
    ]);
  });
});
