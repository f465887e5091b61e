export { listMeasurements } from "./list-measurements.ts";
export { recordMeasurement } from "./record-measurement.ts";
export { withdrawMeasurement } from "./withdraw-measurement.ts";
