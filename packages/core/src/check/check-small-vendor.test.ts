import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { addDays } from "../civil-date/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Anchor, DateRule, PeriodUnit } from "../date-rule/index.ts";
import { findLoanPrimeRate } from "./loan-prime-rates.ts";
import { longestStretch } from "./longest-stretch.ts";
import { publishedLoanPrimeRates } from "./published-loan-prime-rates.ts";
import { runChecks } from "./run-checks.ts";
import { findingsOf, on, signed, title, tranche, verdictsOf } from "./sample-check.ts";

const passedFinal = { anchor: "event", event: "acceptancePassed", of: "final" } as const;
const within = (count: number, unit: PeriodUnit, after: Anchor): DateRule => ({
  rule: "within",
  count,
  unit,
  after,
});
const acceptances = [
  { key: "final", title, stage: "final", decision: { due: within(1, "month", signed) } },
] as const;
const paid = (due: DateRule) => ({
  acceptances: [...acceptances],
  tranches: [tranche("t1", { amount: "rate", rate: "100%" }, { due })],
});

describe("the rules for small and medium enterprises", () => {
  it.each(["paymentPeriod", "paymentCondition", "lateInterest"])("%s: by the vendor's size", (check) => {
    const terms = { lateInterest: { rate: "0.00001%", of: "overdue" } } as const;
    const size = (vendorSize: "large" | "medium" | "micro") =>
      findingsOf(check, terms, { vendorSize, events: [on("signed", "2026-03-03")] });
    expect(size("large")).toMatchObject([
      { verdict: "passed", figures: { en: "the vendor is a large enterprise: does not apply" } },
    ]);
    expect(size("micro")).toEqual(size("medium"));
    expect(size("medium")).not.toEqual(size("large"));
  });

  it("lack the vendor's size where it is not given", () => {
    const facts = { events: [], calendar: createCalendar(), loanPrimeRates: publishedLoanPrimeRates };
    const lacking = runChecks(sampleTerms(), facts).filter(
      (result) => result.verdict === "notEnoughInput" && result.missing.includes("vendorSize"),
    );
    expect(lacking.map(({ check }) => check)).toEqual(["paymentPeriod", "paymentCondition", "lateInterest"]);
  });
});

describe("longestStretch", () => {
  const calendar = createCalendar();
  it.each([
    [30, "day", 30],
    [8, "week", 56],
    [1, "month", 31],
    [2, "month", 62],
    [1, "year", 366],
    [1, "workingDay", 10], // the day before Spring Festival 2026, which has nine days off
    [20, "workingDay", 36],
  ] as const)("%i %s: %i days", (count, unit, days) => {
    expect(longestStretch(calendar, count, unit)).toBe(days);
  });

  it("counts a tenant's closing days", () => {
    const closingDays = [{ from: "2026-10-08", to: "2026-10-16", name: title }];
    expect(longestStretch(createCalendar({ closingDays }), 20, "workingDay")).toBeGreaterThan(36);
  });
});

const oneOf = (rule: "later" | "earlier"): DateRule => ({
  rule,
  of: [within(30, "day", passedFinal), within(61, "day", passedFinal)],
});

describe("paymentPeriod", () => {
  it.each([
    ["60 days after acceptance", within(60, "day", passedFinal), "passed"],
    ["61 days after acceptance", within(61, "day", passedFinal), "failed"],
    ["one month", within(1, "month", passedFinal), "passed"],
    ["two months, 62 days in summer", within(2, "month", passedFinal), "failed"],
    ["35 working days", within(35, "workingDay", passedFinal), "passed"],
    ["40 working days", within(40, "workingDay", passedFinal), "failed"],
    ["no period", { rule: "from", anchor: passedFinal } as const, "passed"],
    ["on the day", { rule: "on", anchor: passedFinal } as const, "passed"],
    [
      "30 days after another 31",
      within(30, "day", { anchor: "rule", rule: within(31, "day", passedFinal) }),
      "failed",
    ],
    [
      "60 days after six months of service",
      within(60, "day", { anchor: "rule", rule: within(6, "month", signed) }),
      "passed",
    ],
    [
      "61 days after six months of service",
      within(61, "day", { anchor: "rule", rule: within(6, "month", signed) }),
      "failed",
    ],
    ["the later of 30 and 61 days", oneOf("later"), "failed"],
    ["the earlier of 30 and 61 days", oneOf("earlier"), "passed"],
    [
      "61 days after the later of two",
      within(61, "day", { anchor: "lastOf", of: [signed, passedFinal] }),
      "failed",
    ],
    ["a window before the term's end", { rule: "window", window: "2027-Q1" } as const, "passed"],
    ["a window within 60 days of it", { rule: "window", window: "2027-05" } as const, "passed"],
    ["a window later than that", { rule: "window", window: "2027-Q2" } as const, "failed"],
  ])("%s", (_name, due, verdict) => {
    expect(verdictsOf("paymentPeriod", paid(due))).toEqual([verdict]);
  });

  it("lets a payment ahead of delivery come 61 days after signing", () => {
    const facts = { events: [on("signed", "2026-04-27")] };
    expect(verdictsOf("paymentPeriod", paid(within(61, "day", signed)), facts)).toEqual(["passed"]);
  });

  it("compares what is long after signing with the term's end, once the day is known", () => {
    const due = within(400, "day", signed);
    expect(findingsOf("paymentPeriod", paid(due))).toMatchObject([
      { verdict: "notEnoughInput", missing: ["dueDate"] },
    ]);
    const signedOn = (date: string) =>
      verdictsOf("paymentPeriod", paid(due), { events: [on("signed", date)] });
    const last = addDays("2027-04-27", 60 - 400); // counted back; 2027-06-26 is a Saturday and moves to Monday
    expect(signedOn(addDays(last, -2))).toEqual(["passed"]);
    expect(signedOn(addDays(last, 1))).toEqual(["failed"]);
  });
});

describe("paymentCondition", () => {
  const funds = { anchor: "event", event: "fundsAppropriated", of: "t1" } as const;
  it("warns of funds in the rule, in the gates and as an excuse, each in its place", () => {
    const due = within(10, "day", { anchor: "lastOf", of: [signed, funds] });
    expect(findingsOf("paymentCondition", paid(due))).toMatchObject([
      { verdict: "warning", places: ["/tranches/0/due/after/of/1"] },
    ]);
    const gated = tranche("t1", { amount: "rate", rate: "100%" }, { gates: [{ gate: "fundsAppropriated" }] });
    expect(findingsOf("paymentCondition", { tranches: [gated] })).toMatchObject([
      { verdict: "warning", places: ["/tranches/0/gates/0"] },
    ]);
    const lateInterest = { rate: "5‱", of: "overdue" } as const;
    const excused = (excuses: ("invoice" | "funds")[]) =>
      verdictsOf("paymentCondition", { lateInterest: { ...lateInterest, excuses } });
    expect([excused(["funds"]), excused(["invoice"])]).toEqual([["warning"], ["passed"]]);
  });
});

describe("lateInterest", () => {
  const agreed = (rate: string, date: string) =>
    findingsOf("lateInterest", { lateInterest: { rate, of: "overdue" } }, { events: [on("signed", date)] });
  it.each([
    // 0.0082 % × 365 = 2.993 %; 0.00822 % × 365 = 3.0003 %; 0.0085 % × 365 = 3.1025 %
    ["0.0082%", "2026-02-10", "failed"],
    ["0.00822%", "2026-02-10", "passed"],
    ["0.00822%", "2025-05-19", "failed"],
    ["0.0085%", "2025-05-19", "passed"],
    ["0.5‰", "2024-01-02", "passed"],
  ])("%s a day, signed on %s: %s", (rate, date, verdict) => {
    expect(agreed(rate, date)).toMatchObject([{ verdict }]);
  });

  it("lacks the day of signing, or a rate that is not on record; a draft is compared by the day of the look", () => {
    const terms = { lateInterest: { rate: "0.5‰", of: "total" } } as const;
    expect(findingsOf("lateInterest", terms)).toMatchObject([{ missing: ["signed"] }]);
    expect(agreed("0.5‰", "2031-01-02")).toMatchObject([{ missing: ["loanPrimeRate"] }]);
    expect(findingsOf("lateInterest", terms, { asOf: "2025-10-01" })[0]?.figures.en).toBe(
      "0.5‰ × 365 = 18.25% ≥ 3.00% (the LPR on 2025-10-01)",
    );
  });

  it("names the law's rate where none is agreed", () => {
    expect(findingsOf("lateInterest", {})[0]?.figures.en).toContain("0.05 % a day applies by law");
  });

  it("takes a rate from the day of its publication until the next can come", () => {
    const rateOn = (day: string) => findLoanPrimeRate(publishedLoanPrimeRates, day);
    expect(
      ["2023-08-20", "2023-08-21", "2024-07-21", "2024-07-22", "2024-10-21", "2025-05-19", "2025-05-20"].map(
        rateOn,
      ),
    ).toEqual([undefined, "3.45", "3.45", "3.35", "3.10", "3.10", "3.00"]);
    expect([rateOn("2026-03-19"), rateOn("2026-03-20")]).toEqual(["3.00", undefined]);
  });
});
