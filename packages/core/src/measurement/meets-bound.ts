import type { Bound, MeasureUnit } from "../contract/index.ts";
import { compareFractions, type Fraction, fractionOf, multiplyFractions } from "./fraction.ts";
import type { Measured } from "./measured.ts";

/** Units that can be turned into each other, in minutes. */
const minutes: Readonly<Partial<Record<MeasureUnit, bigint>>> = { minute: 1n, hour: 60n, day: 1440n };

/** A measured value in the unit of its bound; none where the two do not compare. */
export function inUnitOf({ value, unit }: Measured, bound: Pick<Bound, "unit">): Fraction | undefined {
  if (unit === bound.unit) return value;
  const [own, asked] = [minutes[unit], minutes[bound.unit]];
  if (own === undefined || asked === undefined) return undefined;
  return multiplyFractions(value, { part: own, whole: asked });
}

/**
 * Whether a measured value keeps to its bound, by the exact fraction and never by a figure that was rounded. None where
 * the two are in units that do not compare.
 */
export function meetsBound(measured: Measured, bound: Bound): boolean | undefined {
  const value = inUnitOf(measured, bound);
  if (value === undefined) return undefined;
  return keepsTo(value, bound);
}

/** Whether an exact value keeps to a bound in its own unit. */
export function keepsTo(value: Fraction, { bound, value: figure }: Pick<Bound, "bound" | "value">): boolean {
  const difference = compareFractions(value, fractionOf(figure));
  switch (bound) {
    case "atLeast":
      return difference >= 0;
    case "moreThan":
      return difference > 0;
    case "atMost":
      return difference <= 0;
    case "lessThan":
      return difference < 0;
  }
}
