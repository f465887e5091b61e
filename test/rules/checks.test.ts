import { createCalendar } from "@luyue/core/calendar";
import { type CheckFacts, type CheckResult, publishedLoanPrimeRates, runChecks } from "@luyue/core/check";
import type { ContractTerms } from "@luyue/core/contract";
import { type DemoKey, demoContract, demoContracts } from "@luyue/testing/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEvents } from "./random-events.ts";

const nationalDay = {
  key: "national-day-2026",
  name: { zh: "2026年国庆", en: "National Day 2026" },
  from: "2026-10-01",
  to: "2026-10-07",
};
const calendar = createCalendar({ keyPeriods: [nationalDay] });

function check(
  key: DemoKey,
  facts: Partial<CheckFacts> = {},
  over: Partial<ContractTerms> = {},
): CheckResult[] {
  const { terms, events } = demoContract(key);
  return runChecks(
    { ...terms, ...over },
    { events, calendar, loanPrimeRates: publishedLoanPrimeRates, ...facts },
  );
}

/** Every check with its verdicts, those that only passed left out. */
function notPassed(results: readonly CheckResult[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const result of results) {
    if (result.verdict !== "passed") (found[result.check] ??= []).push(result.verdict);
  }
  return found;
}

const all = [
  "trancheSum",
  "tranchePercentages",
  "priceLines",
  "capitals",
  "bondAmount",
  "bondValidity",
  "signedInTime",
  "publishedInTime",
  "filedInTime",
  "paymentPeriod",
  "paymentCondition",
  "lateInterest",
  "scoreSplit",
  "scoreTotal",
  "keyPeriodsKnown",
  "crossReferences",
  "limitsAgree",
  "numberedLists",
  "penaltyCaps",
  "penaltyTiers",
];
const lacks = ["notEnoughInput"];
const dates = { signedInTime: lacks, publishedInTime: lacks, filedInTime: lacks };
const size = { paymentPeriod: lacks, paymentCondition: lacks, lateInterest: lacks };
const wrong: Record<DemoKey, Record<string, string[]>> = {
  A: { crossReferences: ["failed"], numberedLists: ["failed"], penaltyCaps: ["warning"] },
  B: {
    scoreSplit: ["failed"],
    limitsAgree: ["failed", "failed"],
    // The annexes leave the border itself to no tier: more than 30 and less than 60, then more than 60.
    penaltyTiers: ["warning", "warning", "warning", "warning", "warning"],
  },
  // Not signed: which key periods lie in its term is open.
  C: { keyPeriodsKnown: ["notEnoughInput"] },
  D: {},
  E: {},
};
const ofSmallVendor: Partial<Record<DemoKey, Record<string, string[]>>> = {
  B: { paymentCondition: ["warning", "warning"] },
  C: { paymentCondition: ["warning"], lateInterest: lacks },
};

describe.each(demoContracts)("the checks on contract $key", ({ key, terms }) => {
  it("run all of them, and find exactly what is wrong", () => {
    const results = check(key);
    expect([...new Set(results.map((result) => result.check))]).toEqual(all);
    expect(notPassed(results)).toEqual({ ...dates, ...size, ...wrong[key] });
  });

  it("know the rules for a small vendor, and that they are none of a large one's", () => {
    expect(notPassed(check(key, { vendorSize: "small" }))).toEqual({
      ...dates,
      ...wrong[key],
      ...ofSmallVendor[key],
    });
    expect(notPassed(check(key, { vendorSize: "large" }))).toEqual({ ...dates, ...wrong[key] });
  });

  it("give figures and a source in both languages, and places that are there", () => {
    for (const { title, figures, source, places } of check(key, { vendorSize: "micro" })) {
      for (const text of [title, figures, source]) expect(text.zh.length * text.en.length).toBeGreaterThan(0);
      for (const place of places) expect([place, at(terms, place)]).not.toEqual([place, undefined]);
    }
  });

  it("answer whatever has happened, each check at least once", () => {
    fc.assert(
      fc.property(anyEvents(terms), (events) => {
        const results = check(key, { events, vendorSize: "small" });
        expect([...new Set(results.map((result) => result.check))]).toEqual(all);
        expect(check(key, { events: events.toReversed(), vendorSize: "small" })).toEqual(results);
      }),
      { numRuns: 15 },
    );
  });
});

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (held, part) => (typeof held === "object" && held !== null ? Reflect.get(held, part) : undefined),
      value,
    );
}

const only = (results: readonly CheckResult[], id: string) => results.filter((result) => result.check === id);

describe("the traps", () => {
  it("A: the secrecy penalty points at article 7, secrecy is article 8; number 5 of 19 is missing", () => {
    const [reference] = only(check("A"), "crossReferences");
    expect(reference?.figures.en).toContain("points at article 7 (limits of liability)");
    expect(reference?.figures.en).toContain("is in article 8 (secrecy)");
    expect(only(check("A"), "numberedLists")[0]?.figures.zh).toBe("交付物 1 至 19，缺 5");
  });

  it("A: the penalties without a cap are named", () => {
    const [caps] = only(check("A"), "penaltyCaps");
    expect(caps?.figures.en).toContain("rectification late after acceptance failed (per day)");
    expect(caps?.figures.en).toContain("staff swapped, absent or not replaced in time (per person and time)");
  });

  it("B: availability 99 % or 99.9 %, response in one hour or two, item 2 of the score at 90 %", () => {
    const [response, availability] = only(check("B"), "limitsAgree").map(({ figures }) => figures.en);
    expect(response).toMatch(/≤1 h .*≤2 h/);
    expect(availability).toMatch(/≥99\.9% .*>99% /);
    expect(only(check("B"), "scoreSplit")[0]?.figures.en).toBe(
      "item 2, weakness check: 30% + 40% + 20% = 90%, not 100%",
    );
  });

  it("mended, none of them is found", () => {
    const a = demoContract("A").terms;
    const references = (a.references ?? []).map((reference) => ({ ...reference, to: "8" }));
    const deliverables = (a.deliverables ?? []).map((each, index) => ({
      ...each,
      number: String(index + 1),
    }));
    expect(notPassed(check("A", {}, { references, deliverables }))).toEqual({
      ...dates,
      ...size,
      penaltyCaps: ["warning"],
    });
    expect(notPassed(check("B", {}, { limits: [] }))).not.toHaveProperty("limitsAgree");
  });
});

describe("with what is missing", () => {
  it("a calendar without key periods lacks them for the four contracts with duty, and fails none", () => {
    const bare = createCalendar();
    const found = demoContracts.map(({ key }) => only(check(key, { calendar: bare }), "keyPeriodsKnown"));
    expect(found.map((results) => results.map(({ verdict }) => verdict))).toEqual([
      lacks,
      lacks,
      lacks,
      lacks,
      ["passed"],
    ]);
    expect(found[0]?.[0]).toMatchObject({
      missing: ["keyPeriods"],
      places: ["/services/5/schedule", "/deliverables/5/schedule", "/reports/0/schedule"],
      figures: {
        zh: "缺少：单位的重保时期，涉及“重保安全值守”、“重要时期安全值守工作总结”、“重保值守日报”；请管理员在单位设置中填写名称与起止日期",
      },
    });
  });

  it("signing, publication and filing pass in time and fail late", () => {
    const { events } = demoContract("B");
    const on = (kind: "awarded" | "published" | "filed", date: string) => ({ id: kind, kind, on: date });
    const inTime = [on("awarded", "2026-02-06"), on("published", "2026-03-05"), on("filed", "2026-03-12")];
    const late = [on("awarded", "2026-01-30"), on("published", "2026-03-06"), on("filed", "2026-03-13")];
    expect(notPassed(check("B", { events: [...events, ...inTime] }))).not.toHaveProperty("signedInTime");
    expect(notPassed(check("B", { events: [...events, ...late] }))).toMatchObject({
      signedInTime: ["failed"],
      publishedInTime: ["failed"],
      filedInTime: ["failed"],
    });
  });

  it("C, signed: 0.5‰ a day is 18.25 % a year, above the LPR", () => {
    const events = [{ id: "signed", kind: "signed", on: "2025-09-30" } as const];
    const [interest] = only(check("C", { events, vendorSize: "medium" }), "lateInterest");
    expect(interest).toMatchObject({
      verdict: "passed",
      figures: { en: "0.5‰ × 365 = 18.25% ≥ 3.00% (the LPR on 2025-09-30)" },
    });
  });
});
