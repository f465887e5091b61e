import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCodeCheck, creditCodeSchema } from "./index.ts";

const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const bodies = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((all) => all.join(""));
const valid = (code: string) => creditCodeSchema.safeParse(code).success;

/** The standard's formula: 31 − Σ value × 3^(i−1) mod 31, its 31 written as 0. */
function checkByFormula(body: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

describe("the unified social credit code", () => {
  it.each([
    // Region 990000 is assigned to no place; the first is a body of zeroes.
    ["00000000000000000", "0"],
    ["10000000000000000", "Y"],
    ["91990000MA0C35WG2", "8"],
    ["91990000MA0E44XH1", "H"],
  ])("%s has the check character %s", (body, check) => {
    expect(creditCodeCheck(body)).toBe(check);
    expect(valid(body + check)).toBe(true);
  });

  it("follows the standard's formula for any body", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(creditCodeCheck(body)).toBe(checkByFormula(body));
      }),
    );
  });

  it("is refused with any one character changed", () => {
    const places = fc.integer({ min: 0, max: 17 });
    fc.assert(
      fc.property(bodies, places, fc.constantFrom(...alphabet), (body, at, character) => {
        const code = body + (creditCodeCheck(body) ?? "");
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        expect(valid(changed)).toBe(changed === code);
      }),
      { numRuns: 500 },
    );
  });

  it("is refused with two neighbours swapped", () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 0, max: 15 }), (body, at) => {
        const code = body + (creditCodeCheck(body) ?? "");
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(valid(swapped)).toBe(swapped === code);
      }),
    );
  });

  it.each([
    "",
    "91990000MA0C35WG2",
    "91990000MA0C35WG288",
    "91990000ma0c35wg28",
    "9199O000MA0C35WG28",
    "91990000MA0C35WG2 ",
  ])("%j is none", (code) => {
    expect(valid(code)).toBe(false);
  });

  it("has no check character for what is no body", () => {
    for (const body of ["", "9199", "91990000MA0C35WGI", "91990000ma0c35wg2"]) {
      expect(creditCodeCheck(body)).toBeUndefined();
    }
  });

  it("says what is wrong, once", () => {
    const said = (code: string) =>
      creditCodeSchema.safeParse(code).error?.issues.map(({ message }) => message);
    expect(said("91990000MA0C35WG29")).toEqual([
      "统一社会信用代码校验位不符 / the check character of the unified social credit code does not match",
    ]);
    expect(said("9199")).toEqual([
      "统一社会信用代码须为18位 / a unified social credit code has 18 characters",
    ]);
  });
});
