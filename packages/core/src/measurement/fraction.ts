/** An exact fraction with a positive denominator; figures are compared as such and rounded only to be shown. */
export interface Fraction {
  readonly part: bigint;
  readonly whole: bigint;
}

/** The fraction that a decimal string such as "99.9" is. */
export function fractionOf(decimal: string): Fraction {
  const [digits = "0", decimals = ""] = decimal.split(".");
  return { part: BigInt(digits + decimals), whole: 10n ** BigInt(decimals.length) };
}

export function addFractions(one: Fraction, other: Fraction): Fraction {
  return reduce(one.part * other.whole + other.part * one.whole, one.whole * other.whole);
}

export function multiplyFractions(one: Fraction, other: Fraction): Fraction {
  return reduce(one.part * other.part, one.whole * other.whole);
}

/** The quotient; none where the divisor is nothing. */
export function divideFractions(one: Fraction, by: Fraction): Fraction | undefined {
  return by.part === 0n ? undefined : reduce(one.part * by.whole, one.whole * by.part);
}

export function sumFractions(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(addFractions, { part: 0n, whole: 1n });
}

/** Negative, nothing or positive as the first is less than, equal to or more than the other. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const difference = one.part * other.whole - other.part * one.whole;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Cut off after two decimals, never rounded up: 99.996 is shown as 99.99. */
export function showFraction({ part, whole }: Fraction): string {
  const hundredths = (part * 100n) / whole;
  const text = `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, "0")}`;
  return text.replace(/\.00$/, "").replace(/(\.\d)0$/, "$1");
}

function reduce(part: bigint, whole: bigint): Fraction {
  const shared = divisorOf(part < 0n ? -part : part, whole);
  return { part: part / shared, whole: whole / shared };
}

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : divisorOf(b, a % b);
}
