import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContractTerms, Tranche, TrancheAmount } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import { DomainError } from "../error/index.ts";
import { splitMoney, sumMoney } from "../money/index.ts";
import { evaluateTrancheAmounts } from "./index.ts";

const [sample] = sampleTerms().tranches;
if (sample === undefined) throw new Error("the sample has a tranche");
const tranche = (amount: TrancheAmount, at: number): Tranche => ({
  ...sample,
  key: `t${at + 1}`,
  title: { zh: `第${at + 1}笔` },
  amount,
});
type Bases = NonNullable<ContractTerms["price"]["bases"]>;
const base = (key: string, amount: string): Bases[number] => ({ key, title: { zh: key, en: key }, amount });

const terms = (total: string, amounts: TrancheAmount[], bases?: Bases): ContractTerms =>
  sampleTerms({
    price: { total, ...(bases === undefined ? {} : { bases }) },
    tranches: amounts.map(tranche),
  });
const results = (...from: Parameters<typeof terms>) => [...evaluateTrancheAmounts(terms(...from)).values()];
const sums = (...from: Parameters<typeof terms>) => {
  const evaluated = evaluateTrancheAmounts(terms(...from));
  return from[1].map((_, at) => evaluated.get(`t${at + 1}`)?.amount);
};

const rate = (percent: string, of?: string): TrancheAmount => ({
  amount: "rate",
  rate: percent,
  ...(of === undefined ? {} : { of }),
});
const fixed = (value: string): TrancheAmount => ({ amount: "fixed", value });
const remainder = (of?: string): TrancheAmount => ({
  amount: "remainder",
  ...(of === undefined ? {} : { of }),
});

describe("the amounts of tranches", () => {
  it("A: five, over two budget years", () => {
    const bases = [base("y2026", "1536780.00"), base("rest", "643220.00")];
    const amounts = [
      rate("70%", "y2026"),
      rate("20%", "y2026"),
      rate("10%", "y2026"),
      rate("60%", "rest"),
      remainder("rest"),
    ];
    expect(sums("2180000.00", amounts, bases)).toEqual([
      "1075746.00",
      "307356.00",
      "153678.00",
      "385932.00",
      "257288.00",
    ]);
  });

  it("C: three of the total", () => {
    expect(sums("1495000.00", [rate("35%"), rate("35%"), rate("30%")])).toEqual([
      "523250.00",
      "523250.00",
      "448500.00",
    ]);
  });

  it("takes the remainder wherever it stands, of the total after every other tranche", () => {
    expect(sums("100.00", [remainder(), fixed("30.00"), rate("20%")])).toEqual(["50.00", "30.00", "20.00"]);
    const bases = [base("y1", "60.00")];
    expect(sums("100.00", [rate("50%", "y1"), remainder(), remainder("y1")], bases)).toEqual([
      "30.00",
      "40.00",
      "30.00",
    ]);
    expect(sums("100.00", [remainder(), remainder("y1"), fixed("10.00")], bases)).toEqual([
      "30.00",
      "60.00",
      "10.00",
    ]);
    expect(sums("100.00", [fixed("100.00"), remainder()])).toEqual(["100.00", "0.00"]);
  });

  it("gives what rounding leaves to the last where rates share a base out", () => {
    expect(sums("100.01", [rate("50%"), rate("50%")])).toEqual(["50.01", "50.00"]);
    expect(sums("100.00", [rate("33.33%"), rate("33.33%"), rate("33.34%")])).toEqual([
      "33.33",
      "33.33",
      "33.34",
    ]);
    expect(sums("0.01", [rate("500‰"), rate("5000‱")])).toEqual(["0.01", "0.00"]);
    // Too little for every share to be rounded up: the earlier come first.
    expect(sums("0.02", [rate("25%"), rate("25%"), rate("25%"), rate("25%")])).toEqual([
      "0.01",
      "0.01",
      "0.00",
      "0.00",
    ]);
    // Not shared out in full: each is rounded for itself.
    expect(sums("100.01", [rate("50%"), rate("49%")])).toEqual(["50.01", "49.00"]);
    expect(sums("100.01", [rate("50%"), rate("50%"), fixed("1.00")])).toEqual(["50.01", "50.01", "1.00"]);
  });

  it("say how they came about", () => {
    const [first, last] = results("100.01", [rate("50%"), rate("50%")]);
    expect(first?.why).toEqual({
      zh: "合同总价 100.01 × 50% = 50.01",
      en: "contract total 100.01 × 50% = 50.01",
    });
    expect(last?.why).toEqual({
      zh: "合同总价 100.01 × 50% = 50.00（含尾差）",
      en: "contract total 100.01 × 50% = 50.00 (with what rounding leaves)",
    });
    expect(results("100.00", [fixed("30.00"), remainder()])[1]?.why).toEqual({
      zh: "合同总价余额 100.00 − 30.00 = 70.00",
      en: "remainder of contract total 100.00 − 30.00 = 70.00",
    });
    expect(results("1495000.00", [rate("100%")])[0]?.why.zh).toBe(
      "合同总价 1,495,000.00 × 100% = 1,495,000.00",
    );
    expect(results("1.00", [fixed("1.00")])[0]?.why).toEqual({ zh: "约定金额", en: "agreed sum" });
  });

  it.each([
    ["two remainders of a base", "100.00", [remainder(), remainder()], []],
    ["more taken than there is", "100.00", [fixed("100.01"), remainder()], []],
    ["more taken of a base", "100.00", [rate("101%", "y1"), remainder("y1")], [base("y1", "50.00")]],
    [
      "bases that leave less than nothing",
      "100.00",
      [rate("100%", "y1"), remainder()],
      [base("y1", "100.01")],
    ],
    ["no such base", "100.00", [rate("50%", "y2")], []],
  ] as [string, string, TrancheAmount[], Bases][])("refuses %s", (_name, total, amounts, bases) => {
    try {
      results(total, amounts, bases);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: "invalid" });
    }
  });

  it("add up to the total for any split into whole rates, as a split of money does", () => {
    const totals = fc.integer({ min: 0, max: 10 ** 12 }).map((fen) => (fen / 100).toFixed(2));
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(totals, cuts, (total, points) => {
        const ends = [...points.toSorted((a, b) => a - b), 10_000];
        const rates = ends.map((end, at) => `${end - (ends[at - 1] ?? 0)}‱`);
        const amounts = sums(
          total,
          rates.map((each) => rate(each)),
        ).map((each) => each ?? "");
        expect(sumMoney(amounts)).toBe(total);
        expect(amounts).toEqual(splitMoney(total, rates));
      }),
    );
  });
});
