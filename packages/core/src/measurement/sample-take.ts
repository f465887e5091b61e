import type { Bound, ContractTerms } from "../contract/index.ts";
import { showFraction } from "./fraction.ts";
import { meetsBound } from "./meets-bound.ts";
import { sampleFacts } from "./sample-facts.ts";
import { takeMeasure } from "./take-measure.ts";

type Facts = Parameters<typeof sampleFacts>[1];

/** A measure of the sample terms as shown, whether it keeps to its bound, and why. */
export function take(
  measure: string,
  bound: Partial<Bound>,
  over: Partial<ContractTerms>,
  record: Facts = {},
) {
  const full: Bound = { measure, bound: "atLeast", value: "100", unit: "percent", ...bound };
  const taken = takeMeasure(full, sampleFacts(over, record));
  if (taken === undefined) return undefined;
  return { shown: showFraction(taken.value), unit: taken.unit, met: meetsBound(taken, full), why: taken.why };
}
