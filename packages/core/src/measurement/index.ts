export { showFraction } from "./fraction.ts";
export type { Measured, MeasureFacts } from "./measured.ts";
export type { Measurement } from "./measurement.ts";
export { inUnitOf, meetsBound } from "./meets-bound.ts";
export { isComputed, takeMeasure } from "./take-measure.ts";
