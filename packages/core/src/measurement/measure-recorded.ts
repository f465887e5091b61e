import type { Bound } from "../contract/index.ts";
import { divideFractions, fractionOf, multiplyFractions, showFraction, sumFractions } from "./fraction.ts";
import type { Measured, MeasureFacts } from "./measured.ts";
import type { Measurement } from "./measurement.ts";

/**
 * What people have measured, all of it together, of just that service which a bound is narrowed to, or of the contract as a
 * whole where it is narrowed to none: in percent the parts of the wholes, a count as the sum of the parts, in
 * other units what one of the whole came to on average. None where nothing was measured, or nothing of anything.
 */
export function measureRecorded(
  { measurements }: Pick<MeasureFacts, "measurements">,
  { measure, of, unit }: Pick<Bound, "measure" | "of" | "unit">,
): Measured | undefined {
  const own = measurements.filter(
    (each) => each.measure === measure && each.of === of && each.withdrawn === undefined,
  );
  if (own.length === 0) return undefined;
  const part = sumFractions(own.map((each) => fractionOf(each.part)));
  const span = spanOf(own);
  if (unit === "time" || unit === "person") {
    const shown = showFraction(part);
    return {
      value: part,
      unit,
      why: { zh: `${span.zh}，共 ${shown}`, en: `${span.en}: ${shown} in all` },
    };
  }
  const whole = sumFractions(own.map((each) => fractionOf(each.whole ?? "1")));
  const ratio = divideFractions(part, whole);
  if (ratio === undefined) return undefined;
  const figures = `${showFraction(part)} ÷ ${showFraction(whole)}`;
  return {
    value: unit === "percent" ? multiplyFractions(ratio, { part: 100n, whole: 1n }) : ratio,
    unit,
    why: { zh: `${span.zh}，合计 ${figures}`, en: `${span.en}: ${figures}` },
  };
}

function spanOf(own: readonly Measurement[]) {
  const from = own.map((each) => each.from).toSorted()[0] ?? "";
  const to =
    own
      .map((each) => each.to)
      .toSorted()
      .at(-1) ?? "";
  return {
    zh: `${from} 至 ${to} 的${own.length}次计量`,
    en: `${own.length} measurement${own.length === 1 ? "" : "s"} from ${from} to ${to}`,
  };
}
