import type { ContractTerms } from "./contract-terms.ts";
import { extraPayments, type Path, type ReferenceFault } from "./known-keys.ts";
import { listTermKeys } from "./list-term-keys.ts";

/** Keys that stand twice: across the whole contract, among the bases of its price, and among the limits of a service. */
export function findKeyFaults(terms: ContractTerms): ReferenceFault[] {
  const names = Object.keys(terms.names ?? {}).map((key) => ({ key, path: ["names", key] }));
  const bases = (terms.price.bases ?? []).map(({ key }, index) => ({
    key,
    path: ["price", "bases", index, "key"],
  }));
  return [
    ...findTwice([...listTermKeys(terms), ...names], extraPayments),
    // A rate without a named base is one of the total: the word is taken.
    ...findTwice(bases, ["total"]),
    ...listLimits(terms).flatMap((limits) => findTwice(limits)),
  ];
}

interface Keyed {
  readonly key: string;
  readonly path: Path;
}

function findTwice(keyed: readonly Keyed[], taken: readonly string[] = []): ReferenceFault[] {
  const known = new Set(taken);
  return keyed.flatMap(({ key, path }) => {
    const twice = known.has(key);
    known.add(key);
    return twice ? [{ path, message: `键 ${key} 重复 / key ${key} stands twice` }] : [];
  });
}

function listLimits(terms: ContractTerms): Keyed[][] {
  return (["services", "deliverables", "reports"] as const).flatMap((list) =>
    (terms[list] ?? []).map(({ schedule }, index) =>
      schedule.schedule === "onDemand"
        ? (schedule.limits ?? []).map(({ key }, at) => ({
            key,
            path: [list, index, "schedule", "limits", at, "key"],
          }))
        : [],
    ),
  );
}
