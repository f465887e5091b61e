import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Money } from "../money/index.ts";
import { checkTenPercent } from "./index.ts";

const worth = (total: Money) => sampleTerms({ price: { total } });
const check = (...totals: Money[]) => checkTenPercent(totals.map((total) => ({ terms: worth(total) })));
const toMoney = (fen: number): Money => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

describe("checkTenPercent", () => {
  it.each([
    ["a fen less than 10 %", "1891559.99", "passed", "171959.99", "9.99%"],
    ["exactly 10 %", "1891560.00", "passed", "171960.00", "10.00%"],
    ["a fen more than 10 %", "1891560.01", "failed", "171960.01", "10.01%"],
    ["nothing", "1719600.00", "passed", "0.00", "0.00%"],
    ["less work", "1000000.00", "passed", "0.00", "0.00%"],
    ["a tenth of a thousandth", "1719771.96", "passed", "171.96", "0.01%"],
    ["as much again", "3439200.00", "failed", "1719600.00", "100.00%"],
  ] as const)("B with %s added", (_what, total, verdict, added, rate) => {
    const most = "171960.00";
    expect(check("1719600.00", total)).toMatchObject({ verdict, original: "1719600.00", added, most, rate });
  });

  it("adds up what each supplement adds, and what the next one would", () => {
    const versions = ["100000.00", "104000.00", "106000.00"].map((total) => ({ terms: worth(total) }));
    expect(checkTenPercent(versions)).toMatchObject({ verdict: "passed", added: "6000.00", rate: "6.00%" });
    expect(checkTenPercent(versions, worth("110000.00"))).toMatchObject({
      verdict: "passed",
      added: "10000.00",
    });
    expect(checkTenPercent(versions, worth("110000.01"))).toMatchObject({
      verdict: "failed",
      added: "10000.01",
    });
  });

  it("gives no room back for a decrease", () => {
    expect(check("100000.00", "108000.00", "90000.00", "92000.00")).toMatchObject({
      verdict: "passed",
      added: "10000.00",
    });
    expect(check("100000.00", "50000.00", "60000.01")).toMatchObject({
      verdict: "failed",
      added: "10000.01",
    });
  });

  it("says the figures and the source in both languages", () => {
    const { figures, source } = check("1719600.00", "1800000.00");
    expect(figures).toEqual({
      zh: "原合同价 1,719,600.00，补充协议累计追加 80,400.00（4.67%），最多可追加 171,960.00（10%）",
      en: "original price 1,719,600.00, added by supplements 80,400.00 (4.67%), at most 171,960.00 (10%)",
    });
    expect(source.zh).toBe("《中华人民共和国政府采购法》第四十九条");
    expect(source.en).toContain("article 49");
  });

  it("holds where a tenth is no whole number of fen, and where nothing was agreed to be paid", () => {
    expect(check("0.05", "0.06")).toMatchObject({ verdict: "failed", most: "0.00", rate: "20.00%" });
    expect(check("100.09", "110.09")).toMatchObject({ verdict: "passed", most: "10.00", rate: "9.99%" });
    expect(check("100.09", "110.10")).toMatchObject({ verdict: "failed", rate: "10.01%" });
    expect(check("0.00", "0.00")).toMatchObject({ verdict: "passed", rate: "0.00%" });
    expect(check("0.00", "0.01")).toMatchObject({ verdict: "failed", rate: "—" });
    expect(check("9999999999999.99")).toMatchObject({ verdict: "passed", most: "999999999999.99" });
    expect(() => checkTenPercent([])).toThrow(RangeError);
  });

  it("passes exactly what is at most a tenth, and reads 10.00% only there", () => {
    const totals = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(totals, fc.integer({ min: -3, max: 3 }), (fen, off) => {
        const [first = 1] = fen;
        const near = Math.max(first + Math.round(first / 10) + off, 0);
        for (const all of [fen, [first, near]]) {
          const increases = all.map((each, at) => Math.max(each - (all[at - 1] ?? each), 0));
          const added = increases.reduce((sum, each) => sum + each, 0);
          const result = check(...all.map(toMoney));
          expect(result.added).toBe(toMoney(added));
          expect(result.verdict).toBe(added * 10 <= first ? "passed" : "failed");
          expect(result.rate === "10.00%").toBe(added * 10 === first);
        }
      }),
    );
  });
});
