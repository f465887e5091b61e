import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../error/index.ts";
import {
  compareMoney,
  rateOf,
  rateSchema,
  rateToDecimal,
  scaleMoney,
  splitMoney,
  sumMoney,
} from "./index.ts";

const inFen = (fen: bigint): string => `${fen / 100n}.${`${fen % 100n}`.padStart(2, "0")}`;
const fens = fc.bigInt({ min: 0n, max: 999_999_999_999n });

describe("rateSchema", () => {
  it.each(["70%", "0.5‰", "5‱", "0%", "33.33333333%", "120%", "70.0%"])("keeps %s as it is", (text) => {
    expect(rateSchema.parse(text)).toBe(text);
  });

  it.each(["70", "0.7", "-5%", "05%", ".5%", "5 %", "5.%", "%", "5%%", "５%"])("refuses %j", (text) => {
    expect(rateSchema.safeParse(text).error?.issues[0]?.message).toContain("比率须如");
    expect(() => rateToDecimal(text)).toThrow(DomainError);
  });
});

describe("rates", () => {
  it.each([
    ["70%", "0.7"],
    ["0.5‰", "0.0005"],
    ["5‱", "0.0005"],
    ["0.00000001‱", "0.000000000001"],
    ["100%", "1"],
    ["0%", "0"],
  ])("%s is %s", (rate, decimal) => {
    expect(rateToDecimal(rate)).toBe(decimal);
  });

  it.each([
    ["1495000.00", "0.5‰", "747.50"],
    ["1495000.00", "20%", "299000.00"],
    ["1495000.00", "30%", "448500.00"],
    ["171960.00", "10%", "17196.00"],
    ["171960.00", "4%", "6878.40"],
    ["0.10", "5%", "0.01"],
    ["0.09", "5%", "0.00"],
    ["1.10", "50%", "0.55"],
    ["1.15", "10%", "0.12"],
  ])("of %s at %s is %s", (base, rate, share) => {
    expect(rateOf(base, rate)).toBe(share);
  });
});

describe("scaleMoney", () => {
  it.each([
    ["1495000.00", 12, 2000, "8970.00"],
    ["21800.00", 31, 1, "675800.00"],
    ["1495000.00", "0.006", "1", "8970.00"],
    ["100.00", 1, 3, "33.33"],
    ["100.00", 2, 3, "66.67"],
    ["0.01", 1, 2, "0.01"],
    ["0.01", 4_999_999_999, 10_000_000_000, "0.00"],
    ["2180000.00", 45, 365, "268767.12"],
  ])("%s × %s ÷ %s is %s", (amount, numerator, denominator, scaled) => {
    expect(scaleMoney(amount, numerator, denominator)).toBe(scaled);
  });

  it("rounds half-up once, as whole fen do", () => {
    const factors = fc.bigInt({ min: 1n, max: 900_000_007n });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        factors,
        factors,
        (fen, numerator, denominator) => {
          const expected = (2n * fen * numerator + denominator) / (2n * denominator);
          expect(scaleMoney(inFen(fen), `${numerator}`, Number(denominator))).toBe(inFen(expected));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("refuses factors that are no exact figure, and zero below the line", () => {
    for (const factor of [0.5, -1, Number.NaN, 2 ** 53, "1e3", "-1", "", "１"]) {
      expect(() => scaleMoney("1.00", factor, 1)).toThrow(DomainError);
    }
    expect(() => scaleMoney("1.00", 1, 0)).toThrow("denominator is zero");
    expect(() => scaleMoney("1.00", 1, "0.00")).toThrow("denominator is zero");
  });
});

describe("splitMoney", () => {
  it.each([
    ["2180000.00", ["30%", "40%", "30%"], undefined, ["654000.00", "872000.00", "654000.00"]],
    ["100.00", ["33.33%", "33.33%", "33.34%"], undefined, ["33.33", "33.33", "33.34"]],
    ["0.05", ["50%", "50%"], undefined, ["0.03", "0.02"]],
    ["0.05", ["50%", "50%"], 0, ["0.02", "0.03"]],
    ["0.02", ["25%", "25%", "25%", "25%"], undefined, ["0.01", "0.01", "0.00", "0.00"]],
    ["100.01", ["100%"], undefined, ["100.01"]],
    ["1000.00", ["5‰", "995‰"], undefined, ["5.00", "995.00"]],
  ])("%s by %j, remainder at %s, is %j", (total, rates, remainderAt, shares) => {
    expect(splitMoney(total, rates, remainderAt)).toEqual(shares);
  });

  it("adds up to the total, and only the remainder's share strays from its rate", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 8 });
    fc.assert(
      fc.property(fens, cuts, fc.nat(), (fen, points, at) => {
        const ends = [...points.toSorted((a, b) => a - b), 10_000];
        const rates = ends.map((end, index) => `${end - (ends[index - 1] ?? 0)}‱`);
        const remainderAt = at % rates.length;
        const total = inFen(fen + 100n);
        const shares = splitMoney(total, rates, remainderAt);
        expect(sumMoney(shares)).toBe(total);
        shares.forEach((share, index) => {
          if (index === remainderAt) return;
          expect(compareMoney(share, rateOf(total, rates[index] ?? ""))).toBeLessThanOrEqual(0);
          if (fen > 10_000_000n) expect(share).toBe(rateOf(total, rates[index] ?? ""));
        });
      }),
    );
  });

  it("refuses rates that do not sum to 100 %, and a remainder that goes nowhere", () => {
    expect(() => splitMoney("100.00", ["30%", "60%"])).toThrow("rates sum to 90%");
    expect(() => splitMoney("100.00", ["50%", "50.00000001%"])).toThrow("100.00000001%");
    expect(() => splitMoney("100.00", [])).toThrow("rates sum to 0%");
    for (const at of [2, -1, 0.5]) {
      expect(() => splitMoney("100.00", ["50%", "50%"], at)).toThrow(`no share at ${at}`);
    }
  });
});
