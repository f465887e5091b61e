import type { Instant } from "../civil-date/index.ts";
import type { ContractTerms, MeasureUnit } from "../contract/index.ts";
import type { Submission } from "../deliverable/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Obligation, TermDates } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import type { Fraction } from "./fraction.ts";
import type { Measurement } from "./measurement.ts";

/**
 * What a measure is taken from: the record of one contract as it stands at an instant, every series derived to its end by the
 * version of the terms in force on its day; after an early end what was owed by then, at the end of that day. `terms` have
 * what earlier versions had too, as far as something of it is among the obligations.
 */
export interface MeasureFacts {
  readonly terms: ContractTerms;
  readonly obligations: readonly Obligation[];
  readonly events: readonly ContractEvent[];
  readonly submissions: readonly Submission[];
  readonly measurements: readonly Measurement[];
  readonly dates: TermDates;
  readonly now: Instant;
}

/** An exact value in a unit, and how it came about. */
export interface Measured {
  readonly value: Fraction;
  readonly unit: MeasureUnit;
  readonly why: Text;
}

/** A part of a whole in percent. */
export function inPercent(part: bigint, whole: bigint): Fraction {
  return { part: part * 100n, whole };
}

const mostNamed = 6;

/** The first of some things by name, and how many there are beyond. */
export function nameSome(names: readonly Text[]): Text {
  const some = names.slice(0, mostNamed);
  const more = names.length - some.length;
  return {
    zh: `${some.map(({ zh }) => zh).join("、")}${more > 0 ? `等${names.length}项` : ""}`,
    en: `${some.map(({ en }) => en).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  };
}
