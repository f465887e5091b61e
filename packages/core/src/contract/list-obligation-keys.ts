import type { ContractTerms } from "./contract-terms.ts";

/**
 * Keys of the obligations that stand on their own, not one of a series: those that a rule may refer to. An allowance is
 * neither due nor ever done.
 */
export function listObligationKeys(terms: ContractTerms): string[] {
  const keys: string[] = [];
  for (const tranche of terms.tranches) {
    keys.push(`payment.${tranche.key}`);
    if (tranche.invoice !== undefined) keys.push(`invoice.${tranche.key}`);
  }
  if (terms.bond !== undefined) keys.push(`bond.${terms.bond.key}`);
  const duties = [
    ["service", terms.services],
    ["deliverable", terms.deliverables],
    ["report", terms.reports],
  ] as const;
  for (const [kind, list] of duties) {
    for (const { key, schedule } of list ?? []) {
      const counted = schedule.schedule === "count" && schedule.bound !== "atMost";
      if (schedule.schedule === "once" || counted) keys.push(`${kind}.${key}`);
    }
  }
  for (const acceptance of terms.acceptances ?? []) {
    if (acceptance.application !== undefined) keys.push(`application.${acceptance.key}`);
    keys.push(`acceptance.${acceptance.key}`);
  }
  return keys;
}
