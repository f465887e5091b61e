import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  showFraction,
  sumFractions,
} from "./fraction.ts";

const fraction = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([part, whole]) => ({ part, whole }));

describe("exact fractions", () => {
  it.each([
    ["99.9", "99.9"],
    ["0", "0"],
    ["0.5", "0.5"],
    ["99.996", "99.99"],
    ["100.00", "100"],
    ["12.305", "12.3"],
    ["1650000", "1650000"],
  ])("%s is shown as %s", (written, shown) => {
    expect(showFraction(fractionOf(written))).toBe(shown);
  });

  it("never round: three thirds are one", () => {
    const third = { part: 1n, whole: 3n };
    expect(compareFractions(sumFractions([third, third, third]), { part: 1n, whole: 1n })).toBe(0);
    expect(divideFractions(third, { part: 0n, whole: 1n })).toBeUndefined();
  });

  it("are ordered as their sums are, and never shown above what they are", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (one, other, more) => {
        const order = compareFractions(one, other);
        expect(compareFractions(addFractions(one, more), addFractions(other, more))).toBe(order);
        expect(compareFractions(other, one)).toBe(order === 0 ? 0 : -order);
        expect(compareFractions(fractionOf(showFraction(one)), one)).toBeLessThanOrEqual(0);
        const next = addFractions(fractionOf(showFraction(one)), { part: 1n, whole: 100n });
        expect(compareFractions(next, one)).toBe(1);
      }),
    );
  });
});
