import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Money, toCapitals } from "../money/index.ts";
import { findingsOf, on, signed, title, tranche, verdictsOf } from "./sample-check.ts";

const fixed = (value: Money) => ({ amount: "fixed", value }) as const;
const rate = (percent: string, of?: string) =>
  ({ amount: "rate", rate: percent, ...(of === undefined ? {} : { of }) }) as const;
const remainder = { amount: "remainder" } as const;
const fen = (amount: bigint): Money => `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;

describe("trancheSum", () => {
  it.each([
    ["70000.00", "30000.00", "passed"],
    ["70000.00", "29999.99", "failed"],
    ["70000.00", "30000.01", "failed"],
  ])("%s and %s of 100 000.00: %s", (one, other, verdict) => {
    expect(
      verdictsOf("trancheSum", { tranches: [tranche("t1", fixed(one)), tranche("t2", fixed(other))] }),
    ).toEqual([verdict]);
  });

  it("says by how much, and where", () => {
    const [finding] = findingsOf("trancheSum", { tranches: [tranche("t1", fixed("99999.50"))] });
    expect(finding?.figures).toEqual({
      zh: "99,999.50 = 99,999.50，总价 100,000.00，少 0.50",
      en: "99,999.50 = 99,999.50, the total is 100,000.00: 0.50 too little",
    });
    expect(finding?.places).toEqual(["/price/total", "/tranches/0/amount"]);
  });

  it("finds a remainder that nothing is left for, with events as well", () => {
    const tranches = [tranche("t1", fixed("100000.01")), tranche("t2", remainder)];
    expect(verdictsOf("trancheSum", { tranches }, { events: [on("signed", "2026-04-27")] })).toEqual([
      "failed",
    ]);
  });

  it("passes whatever adds up, and fails it with one fen moved", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.nat(), fc.boolean(), (all, pick, up) => {
        const total = fen(all.reduce((sum, each) => sum + each, 0n));
        const terms = (list: readonly bigint[]) => ({
          price: { total },
          tranches: list.map((each, index) => tranche(`t${index + 1}`, fixed(fen(each)))),
        });
        expect(verdictsOf("trancheSum", terms(all))).toEqual(["passed"]);
        const moved = all.with(pick % all.length, (all[pick % all.length] ?? 0n) + (up ? 1n : -1n));
        expect(verdictsOf("trancheSum", terms(moved))).toEqual(["failed"]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("tranchePercentages", () => {
  const bases = [
    { key: "first-year", title, amount: "60000.00" },
    { key: "rest", title, amount: "40000.00" },
  ];
  it.each([
    ["100 %", [rate("70%"), rate("30%")], ["passed"]],
    ["99.99 %", [rate("70%"), rate("29.99%")], ["failed"]],
    ["100.01 %", [rate("70%"), rate("300.1‰")], ["failed"]],
    ["a remainder takes the rest", [rate("70%"), remainder], ["passed"]],
    ["a remainder of nothing", [rate("70%"), rate("30%"), remainder], ["failed"]],
    ["a fixed sum takes the rest", [rate("70%"), fixed("30000.00")], ["passed"]],
    [
      "a base in full, the total's remainder",
      [rate("40%", "first-year"), rate("60%", "first-year"), remainder],
      ["passed"],
    ],
    ["a base in part, the total's remainder", [rate("40%", "first-year"), remainder], ["passed"]],
    [
      "a base in part, a remainder of another",
      [rate("90%", "first-year"), rate("60%", "rest"), { ...remainder, of: "rest" }],
      ["failed"],
    ],
    ["a base in part, nothing for the rest", [rate("40%", "first-year"), fixed("76000.00")], ["failed"]],
    ["no percentages", [fixed("100000.00")], ["passed"]],
  ])("%s", (_name, amounts, verdicts) => {
    const tranches = amounts.map((amount, index) => tranche(`t${index + 1}`, amount));
    expect(verdictsOf("tranchePercentages", { price: { total: "100000.00", bases }, tranches })).toEqual(
      verdicts,
    );
  });

  it("adds exactly: three times 33.33333333 % are not 100 %", () => {
    const tranches = [1, 2, 3].map((index) => tranche(`t${index}`, rate("33.33333333%")));
    const [finding] = findingsOf("tranchePercentages", { tranches });
    expect(finding).toMatchObject({
      verdict: "failed",
      places: tranches.map((_, at) => `/tranches/${at}/amount/rate`),
    });
    expect(finding?.figures.en).toContain("99.99999999%");
  });
});

describe("priceLines", () => {
  const line = (quantity: number, unitPrice: Money, amount: Money) => ({
    key: `l${quantity}`,
    title,
    quantity,
    unitPrice,
    amount,
  });
  it("multiplies and adds", () => {
    const good = [line(13, "7400.00", "96200.00"), line(1, "3800.00", "3800.00")];
    expect(verdictsOf("priceLines", { price: { total: "100000.00", lines: good } })).toEqual(["passed"]);
    const wrongLine = [line(13, "7400.00", "96200.01"), line(1, "3799.99", "3799.99")];
    const [finding, ...more] = findingsOf("priceLines", { price: { total: "100000.00", lines: wrongLine } });
    expect(finding).toMatchObject({ verdict: "failed", places: ["/price/lines/0/amount"] });
    expect(more).toEqual([]);
    const wrongSum = [line(13, "7400.00", "96200.00"), line(1, "3800.01", "3800.01")];
    expect(findingsOf("priceLines", { price: { total: "100000.00", lines: wrongSum } })).toMatchObject([
      { verdict: "failed", places: ["/price/lines", "/price/total"] },
    ]);
    expect(verdictsOf("priceLines", {})).toEqual(["passed"]);
  });
});

describe("capitals", () => {
  const due = { rule: "on", anchor: signed } as const;
  it("compares price, tranches and bond, each in its place", () => {
    const terms = {
      price: { total: "100000.00", capitals: "人民币拾万元整" },
      tranches: [
        tranche("t1", rate("70%"), { capitals: "柒万元整" }),
        tranche("t2", remainder, { capitals: "叁万壹元整" }),
      ],
      bond: { key: "bond", title, amount: "5000.00", capitals: "伍千左右", due },
    };
    expect(findingsOf("capitals", terms).map(({ verdict, places }) => [verdict, ...places])).toEqual([
      ["failed", "/tranches/1/capitals"],
      ["warning", "/bond/capitals"],
    ]);
    const whole = tranche("t1", rate("100%"), { capitals: "壹拾万元整" });
    expect(findingsOf("capitals", { price: terms.price, tranches: [whole] })).toMatchObject([
      { verdict: "passed", places: ["/price/capitals", "/tranches/0/capitals"] },
    ]);
    expect(findingsOf("capitals", terms)[0]?.figures.en).toBe(
      "item is inconsistent: 叁万壹元整 = 30,001.00, the figures say 30,000.00",
    );
  });

  it("passes what is written from the figures, and fails it from others", () => {
    const cents = fc.bigInt({ min: 2n, max: 10n ** 14n });
    fc.assert(
      fc.property(cents, (amount) => {
        const total = fen(amount);
        const tranches = [tranche("t1", rate("100%"))];
        const verdict = (text: string) =>
          verdictsOf("capitals", { price: { total, capitals: text }, tranches });
        expect(verdict(toCapitals(total))).toEqual(["passed"]);
        expect(verdict(toCapitals(fen(amount - 1n)))).toEqual(["failed"]);
      }),
    );
  });
});

describe("bondAmount", () => {
  it.each([
    ["9999.99", "passed"],
    ["10000.00", "passed"],
    ["10000.01", "failed"],
  ])("%s of 100 000.00: %s", (amount, verdict) => {
    const bond = { key: "bond", title, amount, due: { rule: "on", anchor: signed } } as const;
    expect(verdictsOf("bondAmount", { bond })).toEqual([verdict]);
  });
});
