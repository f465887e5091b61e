import type { ContractTerms } from "../contract/index.ts";
import { isOfDuty } from "../deliverable/index.ts";
import type { Obligation } from "../obligation/index.ts";

/**
 * The terms in force with the services, deliverables and reports behind their own that only earlier versions had (the newest
 * first) and of which something is still among the obligations in force: an amendment that takes a duty away leaves its past.
 */
export function withFormerDuties(
  inForce: ContractTerms,
  earlier: readonly ContractTerms[],
  obligations: readonly Obligation[],
): ContractTerms {
  const add = <Duty extends { readonly key: string }>(
    kind: "service" | "deliverable" | "report",
    own: readonly Duty[] = [],
    former: readonly Duty[] = [],
  ): Duty[] => {
    const found = new Map(own.map((duty) => [duty.key, duty]));
    for (const duty of former) {
      if (found.has(duty.key)) continue;
      if (obligations.some((each) => isOfDuty(each.key, kind, duty.key))) found.set(duty.key, duty);
    }
    return [...found.values()];
  };
  return {
    ...inForce,
    services: add(
      "service",
      inForce.services,
      earlier.flatMap(({ services = [] }) => services),
    ),
    deliverables: add(
      "deliverable",
      inForce.deliverables,
      earlier.flatMap(({ deliverables = [] }) => deliverables),
    ),
    reports: add(
      "report",
      inForce.reports,
      earlier.flatMap(({ reports = [] }) => reports),
    ),
  };
}
