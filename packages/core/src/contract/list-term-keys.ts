import type { ContractTerms } from "./contract-terms.ts";

/** Every key that the terms define, with its path; keys are unique across the whole contract. */
export function listTermKeys(terms: ContractTerms): { key: string; path: (string | number)[] }[] {
  const lists = [
    "terms",
    "tranches",
    "services",
    "deliverables",
    "reports",
    "acceptances",
    "notices",
    "earlyEnds",
    "penalties",
    "penaltyBases",
    "penaltyCaps",
    "rights",
  ] as const;
  const found = lists.flatMap((list) =>
    (terms[list] ?? []).map(({ key }, index) => ({ key, path: [list, index, "key"] })),
  );
  if (terms.bond !== undefined) found.push({ key: terms.bond.key, path: ["bond", "key"] });
  if (terms.secrecy !== undefined) found.push({ key: terms.secrecy.key, path: ["secrecy", "key"] });
  return found;
}
