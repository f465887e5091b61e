import { createCalendar } from "../calendar/index.ts";
import { type ContractTerms, contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Submission } from "../deliverable/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations, readTermDates } from "../obligation/index.ts";
import type { MeasureFacts } from "./measured.ts";
import type { Measurement } from "./measurement.ts";

const calendar = createCalendar();
const main = { span: "term", term: "main" } as const;

interface Record {
  readonly events?: readonly ContractEvent[];
  readonly submissions?: readonly Submission[];
  readonly measurements?: readonly Measurement[];
  readonly now?: string;
}

/** What measures of the sample terms (2026-04-28 to 2027-04-27) are taken from; the term is over unless said otherwise. */
export function sampleFacts(
  over: Partial<ContractTerms>,
  { events = [], submissions = [], measurements = [], now = "2027-05-10T10:00:00+08:00" }: Record = {},
): MeasureFacts {
  const terms = contractTermsSchema.parse(sampleTerms(over));
  const obligations = deriveObligations(terms, events, calendar);
  const dates = readTermDates(terms, events, calendar);
  return { terms, events, obligations, submissions, measurements, dates, now };
}

export function countedService(key: string, count: number) {
  const schedule = { schedule: "count", count, unit: "time", span: main } as const;
  return { key, title: { zh: key, en: key }, schedule };
}

export function monthlyService(key: string) {
  const schedule = { schedule: "every", period: "month", span: main, from: "span" } as const;
  return { key, title: { zh: key, en: key }, schedule };
}

export function sampleMeasurement(over: Partial<Measurement>): Measurement {
  const recorded = { actorId: "mem_1", name: "甲", at: "2027-05-01T10:00:00+08:00" };
  const span = { from: "2026-05-01", to: "2026-05-31" };
  return { id: "msr_1", measure: "availability", ...span, part: "1", evidence: [], recorded, ...over };
}
