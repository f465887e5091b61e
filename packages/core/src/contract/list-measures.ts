import type { ContractTerms } from "./contract-terms.ts";
import type { MeasureUnit } from "./limit-terms.ts";

/** A measure 指标 that the terms name, of one service or of the contract as a whole, with the units in which they state it. */
export interface NamedMeasure {
  readonly measure: string;
  readonly of?: string;
  readonly units: ReadonlySet<MeasureUnit>;
}

/** The measures that criteria, limits and penalties of the terms name, each once for what it is of. */
export function listMeasures(terms: ContractTerms): readonly NamedMeasure[] {
  const measures = new Map<string, NamedMeasure & { readonly units: Set<MeasureUnit> }>();
  const add = ({ measure, of, unit }: Named) => {
    const key = `${measure} ${of ?? ""}`;
    const about = of === undefined ? {} : { of };
    const known = measures.get(key) ?? { measure, ...about, units: new Set<MeasureUnit>() };
    known.units.add(unit);
    measures.set(key, known);
  };
  for (const { criteria = [] } of terms.acceptances ?? []) {
    for (const { limit } of criteria) if (limit !== undefined) add(limit);
  }
  for (const limit of terms.limits ?? []) add(limit);
  for (const penalty of terms.penalties ?? []) {
    if (penalty.penalty === "tiers") add({ measure: penalty.measure, unit: penalty.unit });
  }
  return [...measures.values()];
}

interface Named {
  readonly measure: string;
  readonly of?: string | undefined;
  readonly unit: MeasureUnit;
}
