import { describe, expect, it } from "vitest";
import { type ContractTerms, contractTermsSchema } from "./contract-terms.ts";
import { sampleTerms } from "./sample-terms.ts";

const title = { zh: "某项", en: "item" };

function pathsOf(over: object): string[] {
  const parsed = contractTermsSchema.safeParse({ ...sampleTerms(), ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

const rate = (of?: string) => ({ amount: "rate", rate: "1%", ...(of === undefined ? {} : { of }) });
const once = (key: string, amount: object) => ({ penalty: "once", key, title, amount });
const penaltyBases = [{ key: "award", title, atMost: rate() }];

describe("penalties and scores", () => {
  it("take every shape", () => {
    const penalties: NonNullable<ContractTerms["penalties"]> = [
      { penalty: "once", key: "p1", title, amount: { amount: "fixed", value: "500.00" }, refund: true },
      { penalty: "perOccurrence", key: "p2", title, amount: { amount: "range", from: "1.00", to: "2.00" } },
      { penalty: "perPersonTime", key: "p3", title, amount: { amount: "rate", rate: "1%", of: "t1" } },
      {
        penalty: "perDay",
        key: "p4",
        title,
        debtor: "buyer",
        amount: { amount: "rate", rate: "0.5‰" },
        cap: { amount: "rate", rate: "20%", of: "total" },
        from: 4,
        until: 30,
      },
      {
        penalty: "tiers",
        key: "p5",
        title,
        measure: "recovery",
        unit: "minute",
        tiers: [
          { from: "30", to: "60", toInclusive: true, amount: { amount: "rate", rate: "10%", of: "award" } },
          { from: "60", fromExclusive: true, amount: { amount: "fixed", value: "9.00" } },
        ],
      },
    ];
    const cap = { amount: "rate", rate: "5%" };
    const penaltyCaps = [{ key: "all", title, covers: ["p2", "p3"], cap }];
    expect(pathsOf({ penalties, penaltyBases, penaltyCaps })).toEqual([]);
  });

  it("name only bases and penalties that are there", () => {
    const cap = rate("b9");
    const tiers = [{ from: "1", amount: rate("b8") }];
    const penalties = [
      once("p1", rate("b7")),
      { penalty: "tiers", key: "p2", title, measure: "m", unit: "hour", tiers, cap },
    ];
    expect(
      pathsOf({
        penalties,
        penaltyBases: [{ key: "award", title, atMost: rate("b6") }],
        penaltyCaps: [{ key: "all", title, covers: ["p1", "p3"], cap: rate() }],
      }),
    ).toEqual([
      "penalties.0.amount.of",
      "penalties.1.tiers.0.amount.of",
      "penalties.1.cap.of",
      "penaltyBases.0.atMost.of",
      "penaltyCaps.0.covers.1",
    ]);
  });

  it("share the contract's keys, and refuse ranges and tiers upside down", () => {
    expect(pathsOf({ penalties: [once("t1", rate())] })).toEqual(["penalties.0.key"]);
    expect(pathsOf({ penalties: [once("p1", { amount: "range", from: "2.00", to: "1.99" })] })).toEqual([
      "penalties.0.amount.to",
    ]);
    const tiers = [{ from: "2", to: "1.9", amount: rate() }];
    expect(
      pathsOf({ penalties: [{ penalty: "tiers", key: "p1", title, measure: "m", unit: "hour", tiers }] }),
    ).toEqual(["penalties.0.tiers.0.to"]);
  });

  it("score items name services that are there, and no key twice", () => {
    const split = [{ key: "quality", title, percent: "100" }];
    const item = { key: "one", title, full: 100, split };
    const score = (items: object[], grades?: object[]) => ({ score: { period: "month", items, grades } });
    expect(pathsOf(score([item]))).toEqual([]);
    expect(pathsOf(score([{ ...item, services: ["scan"] }]))).toEqual(["score.items.0.services.0"]);
    expect(pathsOf(score([item, { ...item, split: [...split, ...split] }]))).toEqual([
      "score.items.1.key",
      "score.items.1.split.1.key",
    ]);
    const grade = { key: "good", title, from: "80" };
    expect(pathsOf(score([item], [grade, grade]))).toEqual(["score.grades.1.key"]);
  });

  it("a score names a term and penalties that are there, and no trigger twice", () => {
    const split = [{ key: "quality", title, percent: "100" }];
    const items = [{ key: "one", title, full: 100, split }];
    const trigger = { key: "low", title, below: "60", inARow: 3 };
    const score = (more: object) => ({
      penalties: [once("p1", rate())],
      score: { period: "month", items, ...more },
    });
    expect(pathsOf(score({ term: "main", triggers: [{ ...trigger, penalty: "p1" }] }))).toEqual([]);
    expect(pathsOf(score({ term: "main2", triggers: [{ ...trigger, penalty: "p2" }] }))).toEqual([
      "score.term",
      "score.triggers.0.penalty",
    ]);
    expect(pathsOf(score({ triggers: [trigger, trigger] }))).toEqual(["score.triggers.1.key"]);
    expect(pathsOf(score({ triggers: [{ ...trigger, inARow: 0 }] }))).toEqual(["score.triggers.0.inARow"]);
    const days = { count: 5, unit: "workingDay" };
    expect(pathsOf(score({ propose: days, answer: { ...days, unit: "day" } }))).toEqual([]);
    expect(pathsOf(score({ answer: { ...days, unit: "week" }, propose: { ...days, count: 0 } }))).toEqual([
      "score.propose.count",
      "score.answer.unit",
    ]);
  });
});
