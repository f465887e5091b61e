import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../error/index.ts";
import { addMoney, compareMoney, formatMoney, moneySchema, subtractMoney, sumMoney } from "./index.ts";

const inFen = (fen: bigint): string => `${fen / 100n}.${`${fen % 100n}`.padStart(2, "0")}`;
const fens = fc.bigInt({ min: 0n, max: 400_000_000_000_000n });

describe("moneySchema", () => {
  it.each(["0.00", "0.05", "8970.00", "9999999999999.99"])("takes %s", (text) => {
    expect(moneySchema.parse(text)).toBe(text);
  });

  it.each([
    "8970",
    "8970.0",
    "8970.000",
    "08970.00",
    "-1.00",
    "1,000.00",
    ".50",
    "10000000000000.00",
    "1e3",
    "１.00",
    "1.00\n",
    "",
  ])("refuses %j", (text) => {
    expect(moneySchema.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
      "金额须为两位小数，如 8970.00 / amount must have exactly two decimals, e.g. 8970.00",
    ]);
    expect(() => addMoney(text, "0.00")).toThrow(DomainError);
  });

  it("refuses a number", () => {
    expect(moneySchema.safeParse(8970).success).toBe(false);
  });
});

describe("sums and differences", () => {
  it("are exact", () => {
    expect(addMoney("0.10", "0.20")).toBe("0.30");
    expect(sumMoney(["1495000.00", "0.01", "8970.00"])).toBe("1503970.01");
    expect(sumMoney([])).toBe("0.00");
    expect(subtractMoney("74480.00", "74480.00")).toBe("0.00");
    fc.assert(
      fc.property(fens, fens, (a, b) => {
        const total = addMoney(inFen(a), inFen(b));
        expect(total).toBe(inFen(a + b));
        expect(subtractMoney(total, inFen(b))).toBe(inFen(a));
        expect(sumMoney([inFen(a), inFen(b)])).toBe(total);
        expect(compareMoney(inFen(a), inFen(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it("refuse to leave the range", () => {
    expect(() => subtractMoney("1.00", "1.01")).toThrow("below zero: -0.01");
    expect(() => addMoney("9999999999999.99", "0.01")).toThrow("beyond 13 digits");
  });

  it("compare by value, not as text", () => {
    expect(["100.00", "9.00", "10.50"].toSorted(compareMoney)).toEqual(["9.00", "10.50", "100.00"]);
  });
});

describe("formatMoney", () => {
  it.each([
    ["1075746.00", "1,075,746.00"],
    ["999.99", "999.99"],
    ["1000.00", "1,000.00"],
    ["0.00", "0.00"],
    ["9999999999999.99", "9,999,999,999,999.99"],
  ])("writes %s as %s", (amount, written) => {
    expect(formatMoney(amount)).toBe(written);
  });

  it("refuses what is no amount", () => {
    expect(() => formatMoney("12.5")).toThrow(DomainError);
  });
});
