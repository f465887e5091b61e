import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeOf, yearScore } from "./year-score.ts";

const grades = (["60 pass", "90 excellent", "0 fail", "80 good"] as const).map((each) => {
  const [from = "", key = ""] = each.split(" ");
  return { key, title: { zh: key }, from };
});

describe("yearScore", () => {
  it("is the mean of the months that have one", () => {
    expect(yearScore(["90.00", "89.99", "89.99"], grades)).toMatchObject({
      score: "89.99",
      grade: { key: "good" },
      why: { en: "mean of the periods: (90.00 + 89.99 + 89.99) ÷ 3 = 89.99" },
    });
    expect(yearScore(["90.00", "90.01"], grades)).toMatchObject({
      score: "90.01",
      grade: { key: "excellent" },
    });
    expect(yearScore(["59.99"])).toEqual({
      score: "59.99",
      why: { zh: "各期得分的平均值：59.99", en: "mean of the periods: 59.99" },
    });
    expect(yearScore([], grades)).toBeUndefined();
  });

  it("is nowhere but between the lowest and the highest", () => {
    const anyScore = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(anyScore, { minLength: 1, maxLength: 60 }), (scores) => {
        const mean = Number(yearScore(scores)?.score);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores.map(Number)));
        expect(mean).toBeLessThanOrEqual(Math.max(...scores.map(Number)));
      }),
    );
  });
});

describe("gradeOf", () => {
  it.each([
    ["100.00", "excellent"],
    ["90.00", "excellent"],
    ["89.99", "good"],
    ["80.00", "good"],
    ["79.99", "pass"],
    ["60.00", "pass"],
    ["59.99", "fail"],
    ["0.00", "fail"],
  ])("%s is %s", (score, key) => expect(gradeOf(score, grades)?.key).toBe(key));

  it("is none below the lowest, and none without grades", () => {
    expect(
      gradeOf(
        "59.99",
        grades.filter(({ from }) => from !== "0"),
      ),
    ).toBeUndefined();
    expect(gradeOf("100.00")).toBeUndefined();
  });
});
