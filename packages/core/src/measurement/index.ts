export { type Fraction, fractionOf, showFraction, sumFractions } from "./fraction.ts";
export type { Measured, MeasureFacts } from "./measured.ts";
export type { Measurement } from "./measurement.ts";
export { inUnitOf, keepsTo, meetsBound } from "./meets-bound.ts";
export { measureRecorded } from "./measure-recorded.ts";
export { isComputed, takeMeasure } from "./take-measure.ts";
