import type { ContractTerms } from "./contract-terms.ts";
import type { MeasureUnit } from "./limit-terms.ts";

/** The measures 指标 that criteria, limits and penalties of the terms name, each with the units in which they state it. */
export function listMeasures(terms: ContractTerms): ReadonlyMap<string, ReadonlySet<MeasureUnit>> {
  const measures = new Map<string, Set<MeasureUnit>>();
  const add = ({ measure, unit }: { readonly measure: string; readonly unit: MeasureUnit }) => {
    measures.set(measure, (measures.get(measure) ?? new Set()).add(unit));
  };
  for (const { criteria = [] } of terms.acceptances ?? []) {
    for (const { limit } of criteria) if (limit !== undefined) add(limit);
  }
  for (const limit of terms.limits ?? []) add(limit);
  for (const penalty of terms.penalties ?? []) if (penalty.penalty === "tiers") add(penalty);
  return measures;
}
