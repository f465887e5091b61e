import type { Bound } from "../contract/index.ts";
import type { Measured, MeasureFacts } from "./measured.ts";
import { measureDuty } from "./measure-duty.ts";
import { measureMonths } from "./measure-months.ts";
import { measureRecorded } from "./measure-recorded.ts";
import { measureReports } from "./measure-reports.ts";
import { measureResponses } from "./measure-responses.ts";
import { measureServices } from "./measure-services.ts";

type Take = (facts: MeasureFacts, of: string | undefined) => Measured | undefined;

const computed: ReadonlyMap<string, Take> = new Map<string, Take>([
  ["service-counts", measureServices],
  ["duty-coverage", measureDuty],
  ["on-time-reports", measureReports],
  ["response-time", (facts, of) => measureResponses(facts, of, "worst")],
  ["mean-response-time", (facts, of) => measureResponses(facts, of, "mean")],
  ["months-of-service", measureMonths],
]);

/** Whether the record gives a measure by itself, so that nobody enters it. */
export function isComputed(measure: string): boolean {
  return computed.has(measure);
}

/** A measure as the record gives it, else as people have measured it; none where neither does. */
export function takeMeasure(bound: Bound, facts: MeasureFacts): Measured | undefined {
  const take = computed.get(bound.measure);
  return take === undefined ? measureRecorded(facts, bound) : take(facts, bound.of);
}
