import type { ContractTerms } from "../contract/index.ts";
import { compareFields } from "./compare-parts.ts";
import { listConsequences } from "./list-consequences.ts";
import { createPrinter } from "./print-value.ts";
import type { TermsDifference } from "./terms-difference.ts";

/**
 * What a supplement 补充协议 changes, for people to read before they sign it; every difference of the terms shows. Things in
 * lists are matched by key, so that order alone is none, and a payment whose sum follows from something else is named too.
 */
export function diffTerms(before: ContractTerms, after: ContractTerms): TermsDifference[] {
  const printers = { before: createPrinter(before), after: createPrinter(after) };
  return [
    ...compareFields(before, after, { labels: [], before: [], after: [] }, printers),
    ...listConsequences(before, after, printers),
  ];
}
