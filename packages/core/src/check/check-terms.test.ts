import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bound, ContractTerms } from "../contract/index.ts";
import { findingsOf, title, verdictsOf } from "./sample-check.ts";

type Score = NonNullable<ContractTerms["score"]>;
const score = (items: readonly { full: number; split: readonly string[] }[]): Score => ({
  period: "month",
  items: items.map(({ full, split }, index) => ({
    key: `i${index}`,
    title,
    full,
    split: split.map((percent, at) => ({ key: `s${at}`, title, percent })),
  })),
});

describe("scoreSplit and scoreTotal", () => {
  it.each([
    [["20", "50", "30"], "passed"],
    [["30", "40", "20"], "failed"],
    [["30", "40", "30.01"], "failed"],
    [["33.3", "33.3", "33.4"], "passed"],
  ])("a split of %j: %s", (split, verdict) => {
    expect(verdictsOf("scoreSplit", { score: score([{ full: 100, split }]) })).toEqual([verdict]);
  });

  it.each([
    [[60, 39], "failed"],
    [[60, 40], "passed"],
    [[60, 41], "failed"],
  ])("full marks of %j: %s", (full, verdict) => {
    const items = full.map((each) => ({ full: each, split: ["100"] }));
    expect(verdictsOf("scoreTotal", { score: score(items) })).toEqual([verdict]);
  });

  it("names each wrong item and its place", () => {
    const items = [
      { full: 50, split: ["100"] },
      { full: 25, split: ["60", "30"] },
      { full: 25, split: ["90"] },
    ];
    const found = findingsOf("scoreSplit", { score: score(items) });
    expect(found.map(({ places }) => places)).toEqual([["/score/items/1/split"], ["/score/items/2/split"]]);
    expect(found[0]?.figures.zh).toBe("第2项“某项”：60% + 30% = 90%，应为100%");
  });

  it("passes a split that shares 100 out, and fails it with a hundredth moved", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9998 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, (some) => {
        const edges = [0, ...some.toSorted((a, b) => a - b), 10_000];
        const parts = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
        const split = (all: readonly number[]) => all.map((part) => (part / 100).toFixed(2));
        const verdicts = (all: readonly number[]) =>
          verdictsOf("scoreSplit", { score: score([{ full: 100, split: split(all) }]) });
        expect(verdicts(parts)).toEqual(["passed"]);
        expect(verdicts(parts.with(0, (parts[0] ?? 0) + 1))).toEqual(["failed"]);
      }),
    );
  });
});

describe("crossReferences", () => {
  const articles = [
    { number: "7", title: { zh: "责任限制", en: "limits of liability" }, about: ["liability-limits"] },
    { number: "8", title: { zh: "保密", en: "secrecy" }, about: ["secrecy"] },
    { number: "附件1", title },
  ];
  const refer = (to: string, about: string) =>
    findingsOf("crossReferences", { articles, references: [{ at: "九、8", to, about }] });
  it("passes what points at its subject", () => {
    expect(refer("8", "secrecy")).toMatchObject([{ verdict: "passed" }]);
    expect(verdictsOf("crossReferences", {})).toEqual(["passed"]);
  });
  it("fails what points at another, and says where the subject is", () => {
    expect(refer("7", "secrecy")).toMatchObject([
      {
        verdict: "failed",
        figures: {
          en: "九、8 points at article 7 (limits of liability); what it means (secrecy) is in article 8 (secrecy)",
        },
        places: ["/references/0", "/articles/0"],
      },
    ]);
    expect(refer("7", "bond")[0]?.figures.zh).toBe(
      "九、8引用第7条“责任限制”，与所指内容不符；所指内容在合同中找不到",
    );
  });
  it("fails what points nowhere, and lacks what an article is about", () => {
    expect(refer("9", "secrecy")).toMatchObject([{ verdict: "failed", places: ["/references/0"] }]);
    expect(refer("附件1", "roster")).toMatchObject([{ verdict: "notEnoughInput", missing: ["articles"] }]);
  });
});

describe("limitsAgree", () => {
  const limit = (bound: Bound["bound"], value: string, unit: Bound["unit"], of?: string) => ({
    measure: "m",
    bound,
    value,
    unit,
    title,
    ...(of === undefined ? {} : { of }),
  });
  it.each([
    ["one value", [limit("atLeast", "99", "percent"), limit("moreThan", "99.0", "percent")], ["passed"]],
    ["two values", [limit("atLeast", "99", "percent"), limit("atLeast", "99.9", "percent")], ["failed"]],
    ["one time in two units", [limit("atMost", "2", "hour"), limit("atMost", "120", "minute")], ["passed"]],
    ["a minute apart", [limit("atMost", "2", "hour"), limit("atMost", "121", "minute")], ["failed"]],
    ["units that do not compare", [limit("atMost", "2", "hour"), limit("atMost", "2", "time")], ["failed"]],
    ["from both sides", [limit("atLeast", "1", "hour"), limit("atMost", "2", "hour")], ["passed"]],
    ["for two services", [limit("atMost", "1", "hour", "a"), limit("atMost", "2", "hour", "b")], ["passed"]],
  ])("%s", (_name, limits, verdicts) => {
    expect(verdictsOf("limitsAgree", { limits })).toEqual(verdicts);
  });

  it("joins clauses, acceptance criteria and response times", () => {
    const decision = { due: { rule: "on", anchor: { anchor: "event", event: "signed" } } } as const;
    const bound = { measure: "m", bound: "atMost", value: "30", unit: "minute" } as const;
    const criteria = [{ title, target: "≤30", limit: bound }];
    const span = { span: "term", term: "main" } as const;
    const limits = [{ key: "respond", title, count: 1, unit: "hour", measure: "m" } as const];
    const schedule = { schedule: "onDemand", span, limits } as const;
    const terms = {
      acceptances: [{ key: "final", title, stage: "final", decision, criteria } as const],
      services: [{ key: "response", title, schedule: { ...schedule, limits: [...limits] } }],
    };
    expect(findingsOf("limitsAgree", terms)).toMatchObject([
      {
        verdict: "failed",
        figures: { en: "item ≤30 min; item ≤1 h" },
        places: ["/acceptances/0/criteria/0", "/services/0/schedule/limits/0"],
      },
    ]);
  });
});

describe("numberedLists", () => {
  const deliverables = (numbers: readonly string[]) =>
    numbers.map((number, index) => ({
      key: `d${index}`,
      title,
      number,
      schedule: { schedule: "throughout", span: { span: "term", term: "main" } } as const,
    }));
  it.each([
    [["1", "2", "3"], "passed"],
    [["3", "1", "2", "2"], "passed"],
    [["1", "2", "4"], "failed"],
    [["2", "3"], "failed"],
    [["2.1", "2.3", "b"], "passed"],
  ])("%j: %s", (numbers, verdict) => {
    expect(verdictsOf("numberedLists", { deliverables: deliverables(numbers) })).toEqual([verdict]);
  });
  it("names every hole, list by list", () => {
    const articles = ["1", "3", "附件1"].map((number) => ({ number, title }));
    const found = findingsOf("numberedLists", { deliverables: deliverables(["1", "4", "6"]), articles });
    expect(found.map(({ figures, places }) => [figures.en, ...places])).toEqual([
      ["deliverables 1 to 6, missing: 2, 3, 5", "/deliverables"],
      ["articles 1 to 3, missing: 2", "/articles"],
    ]);
  });
});
