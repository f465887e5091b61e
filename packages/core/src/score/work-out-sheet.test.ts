import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { giveAll, sampleScore } from "./sample-score.ts";
import { workOutSheet } from "./work-out-sheet.ts";

/** B's eighteen items; the second one's split sums to 90 %. */
const annex = sampleScore([
  [10, "20/50/30"],
  [5, "30/40/20"],
  [5, "40/40/20"],
  [5, "20/40/40"],
  [5, "20/50/30"],
  [5, "30/40/30"],
  [5, "30/50/20"],
  [5, "50/30/20"],
  [10, "30/50/20"],
  [5, "30/50/20"],
  [5, "40/40/20"],
  [5, "30/40/30"],
  [5, "30/60/10"],
  [5, "40/50/10"],
  [5, "50/40/10"],
  [5, "40/50/10"],
  [5, "50/40/10"],
  [5, "40/50/10"],
]);

describe("workOutSheet", () => {
  it("a split of 90 % counts as written: a perfect month is 99.50, and 100.00 without that item", () => {
    expect(workOutSheet(annex, giveAll(annex, "100"))).toMatchObject({
      score: "99.50",
      points: "99.5",
      full: 100,
    });
    expect(workOutSheet(annex, giveAll(annex, "100", ["i2", "i9"]))).toMatchObject({
      score: "100.00",
      points: "85",
      full: 85,
    });
  });

  it("says how each part and the whole came about", () => {
    const marks = [{ item: "i1", parts: [{ part: "p1", given: "87.5" }], note: "迟交" }];
    const sheet = workOutSheet(sampleScore([[10, "20/80"]]), marks);
    expect(sheet.items).toMatchObject([{ full: 10, points: "1.75", note: "迟交" }]);
    expect(sheet.items[0]?.parts[0]).toMatchObject({
      full: "2",
      points: "1.75",
      why: { zh: "某项：10 × 20% × 87.5% = 1.75", en: "item: 10 × 20% × 87.5% = 1.75" },
    });
    expect(sheet.why).toEqual({
      zh: "得分合计 ÷ 已安排项满分：1.75 ÷ 10 × 100 = 17.50",
      en: "points ÷ full marks scheduled: 1.75 ÷ 10 × 100 = 17.50",
    });
  });

  it.each([
    ["84.995", "85.00"],
    ["84.99", "84.99"],
    ["0.004", "0.00"],
    ["0.005", "0.01"],
  ])("rounds once, half-up: %s points of 100 are %s", (given, score) => {
    const terms = sampleScore([[100, "100"]]);
    expect(workOutSheet(terms, giveAll(terms, given)).score).toBe(score);
  });

  it("does not add up what was rounded: three thirds of items are no more than they are", () => {
    const terms = sampleScore([
      [3, "100"],
      [3, "100"],
      [3, "100"],
    ]);
    const marks = giveAll(terms, "33.34");
    expect(workOutSheet(terms, marks).score).toBe("33.34");
    expect(workOutSheet(terms, marks.slice(0, 1)).points).toBe("1.0002");
  });

  it("wants an item, and knows only those of the terms", () => {
    expect(() => workOutSheet(annex, [])).toThrow(RangeError);
    expect(() => workOutSheet(annex, [{ item: "x", parts: [] }])).toThrow(RangeError);
    expect(() => workOutSheet(annex, [{ item: "i1", parts: [{ part: "x", given: "1" }] }])).toThrow(
      RangeError,
    );
  });
});

const anyGiven = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
const anySplit = fc
  .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 0, max: 99 }))
  .map(([one, more]) => {
    const two = Math.min(more, 99 - one);
    return `${one}/${two}/${100 - one - two}`;
  });
const anyScore = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 1000 }), anySplit), { minLength: 1, maxLength: 20 })
  .map(sampleScore);
const anySome = fc.tuple(anyScore, fc.infiniteStream(fc.boolean())).map(([terms, left]) => {
  const keys = terms.items.map(({ key }) => key).filter((_key, at) => at > 0 && left.next().value === true);
  return { terms, left: keys };
});

describe("a score, whatever is scheduled", () => {
  it("is 100.00 where everything is given in full, and 0.00 where nothing is", () => {
    fc.assert(
      fc.property(anySome, ({ terms, left }) => {
        expect(workOutSheet(terms, giveAll(terms, "100", left)).score).toBe("100.00");
        expect(workOutSheet(terms, giveAll(terms, "0", left)).score).toBe("0.00");
      }),
    );
  });

  it("never falls when more is given for a part", () => {
    fc.assert(
      fc.property(anySome, anyGiven, anyGiven, fc.nat(), ({ terms, left }, one, other, at) => {
        const [low, high] = [one, other].toSorted((a, b) => Number(a) - Number(b));
        const marks = giveAll(terms, low ?? "0", left);
        const raised = marks.map((each, index) => {
          const part = index === at % marks.length ? at % each.parts.length : -1;
          return {
            ...each,
            parts: each.parts.map((mark, place) => (place === part ? { ...mark, given: high ?? "0" } : mark)),
          };
        });
        const before = Number(workOutSheet(terms, marks).score);
        expect(Number(workOutSheet(terms, raised).score)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("stays the same when all full marks grow alike", () => {
    fc.assert(
      fc.property(anySome, fc.integer({ min: 2, max: 9 }), anyGiven, anyGiven, (some, factor, one, other) => {
        const { terms, left } = some;
        const larger = {
          ...terms,
          items: terms.items.map((item) => ({ ...item, full: item.full * factor })),
        };
        const marks = giveAll(terms, one, left).map((each, at) =>
          at % 2 === 0 ? each : { ...each, parts: each.parts.map((part) => ({ ...part, given: other })) },
        );
        expect(workOutSheet(larger, marks).score).toBe(workOutSheet(terms, marks).score);
      }),
    );
  });
});
