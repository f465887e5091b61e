import { describe, expect, it } from "vitest";
import type { ContractTerms, PenaltyRule, Tier } from "../contract/index.ts";
import { findingsOf, title, verdictsOf } from "./sample-check.ts";

const amount = { amount: "rate", rate: "1%" } as const;
const growing = (penalty: "once" | "perOccurrence" | "perPersonTime" | "perDay", over = {}): PenaltyRule => ({
  penalty,
  key: "breach",
  title,
  amount,
  ...over,
});
const caps = (penalty: PenaltyRule, over: Partial<ContractTerms> = {}) =>
  verdictsOf("penaltyCaps", { penalties: [penalty], ...over });

describe("penaltyCaps", () => {
  it.each(["perOccurrence", "perPersonTime", "perDay"] as const)("%s grows, unless it has a cap", (kind) => {
    expect(caps(growing(kind))).toEqual(["warning"]);
    expect(caps(growing(kind, { cap: { amount: "rate", rate: "20%" } }))).toEqual(["passed"]);
    const shared = {
      key: "all",
      title,
      covers: ["breach"],
      cap: { amount: "fixed", value: "5.00" },
    } as const;
    expect(caps(growing(kind), { penaltyCaps: [{ ...shared, covers: [...shared.covers] }] })).toEqual([
      "passed",
    ]);
  });
  it("what is owed once, or for a number of days, is bounded", () => {
    expect(caps(growing("once"))).toEqual(["passed"]);
    expect(caps(growing("perDay", { from: 3 }))).toEqual(["warning"]);
    expect(caps(growing("perDay", { until: 30 }))).toEqual(["passed"]);
  });
  it("names all of them in one warning", () => {
    const penalties = [
      growing("once"),
      growing("perDay", { key: "late" }),
      growing("perOccurrence", { key: "each" }),
    ];
    expect(findingsOf("penaltyCaps", { penalties })).toMatchObject([
      {
        figures: { en: "without a cap: item (per day); item (per occurrence)" },
        places: ["/penalties/1", "/penalties/2"],
      },
    ]);
  });
});

describe("penaltyTiers", () => {
  const tier = (from: string, to?: string, over: Partial<Tier> = {}): Tier => ({
    from,
    ...(to === undefined ? {} : { to }),
    amount,
    ...over,
  });
  const open = { fromExclusive: true } as const;
  const closed = { toInclusive: true } as const;
  it.each([
    ["each starts where the other ends", [tier("30", "60"), tier("60", "120")], []],
    ["in any order", [tier("60", "120"), tier("30", "60")], []],
    ["the border in the lower one", [tier("30", "60", closed), tier("60", "120", open)], []],
    ["the last one open", [tier("30", "60"), tier("60")], []],
    ["the border in neither", [tier("30", "60"), tier("60", "120", open)], ["warning"]],
    ["the border in both", [tier("30", "60", closed), tier("60", "120")], ["failed"]],
    ["a gap", [tier("30", "60"), tier("60.5", "120")], ["failed"]],
    ["an overlap", [tier("30", "60"), tier("59.999999", "120")], ["failed"]],
    ["an open one in the middle", [tier("30"), tier("60", "120")], ["failed"]],
    ["a gap and a border", [tier("1", "2"), tier("2", "3", open), tier("4", "5")], ["failed", "warning"]],
  ])("%s", (_name, tiers, verdicts) => {
    const penalty: PenaltyRule = {
      penalty: "tiers",
      key: "slow",
      title,
      measure: "m",
      unit: "minute",
      tiers,
    };
    const found = verdictsOf("penaltyTiers", { penalties: [penalty] });
    expect(found).toEqual(verdicts.length === 0 ? ["passed"] : verdicts);
  });
  it("names the values and the two tiers", () => {
    const tiers = [tier("60", "120"), tier("0", "30")];
    const penalty: PenaltyRule = {
      penalty: "tiers",
      key: "slow",
      title,
      measure: "m",
      unit: "minute",
      tiers,
    };
    expect(findingsOf("penaltyTiers", { penalties: [penalty] })).toMatchObject([
      {
        figures: { zh: "某项：30 至 60 之间为空档" },
        places: ["/penalties/0/tiers/1", "/penalties/0/tiers/0"],
      },
    ]);
  });
});
