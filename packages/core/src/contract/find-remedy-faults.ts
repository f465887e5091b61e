import type { ContractTerms } from "./contract-terms.ts";
import { findTwice, type Path, type ReferenceFault } from "./known-keys.ts";
import type { PenaltyAmount } from "./penalty-terms.ts";

/** What scores and penalties refer to and the terms do not have, and keys that stand twice within the score sheet. */
export function findRemedyFaults(terms: ContractTerms): ReferenceFault[] {
  return [...findBaseFaults(terms), ...findCapFaults(terms), ...findScoreFaults(terms)];
}

/** Bases that rates are taken of. */
function findBaseFaults(terms: ContractTerms): ReferenceFault[] {
  const known = new Set([
    "total",
    ...terms.tranches.map(({ key }) => key),
    ...(terms.price.bases ?? []).map(({ key }) => key),
    ...(terms.penaltyBases ?? []).map(({ key }) => key),
  ]);
  return listAmounts(terms).flatMap(({ amount, path }) => {
    const of = amount.amount === "rate" ? amount.of : undefined;
    return of === undefined || known.has(of) ? [] : [noSuch(of, [...path, "of"])];
  });
}

interface PlacedAmount {
  readonly amount: PenaltyAmount;
  readonly path: Path;
}

function listAmounts(terms: ContractTerms): PlacedAmount[] {
  const penalties = (terms.penalties ?? []).flatMap((penalty, index): PlacedAmount[] => {
    const at = ["penalties", index];
    const cap = penalty.cap === undefined ? [] : [{ amount: penalty.cap, path: [...at, "cap"] }];
    if (penalty.penalty !== "tiers") return [{ amount: penalty.amount, path: [...at, "amount"] }, ...cap];
    return [
      ...penalty.tiers.map(({ amount }, tier) => ({ amount, path: [...at, "tiers", tier, "amount"] })),
      ...cap,
    ];
  });
  const bases = (terms.penaltyBases ?? []).map(({ atMost }, index) => ({
    amount: atMost,
    path: ["penaltyBases", index, "atMost"],
  }));
  const caps = (terms.penaltyCaps ?? []).map(({ cap }, index) => ({
    amount: cap,
    path: ["penaltyCaps", index, "cap"],
  }));
  return [...penalties, ...bases, ...caps];
}

function findCapFaults(terms: ContractTerms): ReferenceFault[] {
  const known = new Set((terms.penalties ?? []).map(({ key }) => key));
  return (terms.penaltyCaps ?? []).flatMap(({ covers }, index) =>
    covers.flatMap((key, at) => (known.has(key) ? [] : [noSuch(key, ["penaltyCaps", index, "covers", at])])),
  );
}

function findScoreFaults({ score, services, terms, penalties }: ContractTerms): ReferenceFault[] {
  if (score === undefined) return [];
  const known = new Set((services ?? []).map(({ key }) => key));
  const missing = score.items.flatMap((item, index) =>
    (item.services ?? []).flatMap((key, at) =>
      known.has(key) ? [] : [noSuch(key, ["score", "items", index, "services", at])],
    ),
  );
  const { term, triggers = [] } = score;
  const termKnown = term === undefined || terms.some(({ key }) => key === term);
  const owed = new Set((penalties ?? []).map(({ key }) => key));
  const unowed = triggers.flatMap(({ penalty }, index) =>
    penalty === undefined || owed.has(penalty)
      ? []
      : [noSuch(penalty, ["score", "triggers", index, "penalty"])],
  );
  return [
    ...missing,
    ...(termKnown ? [] : [noSuch(term, ["score", "term"])]),
    ...unowed,
    ...findTwice(score.items, ["score", "items"]),
    ...findTwice(score.grades ?? [], ["score", "grades"]),
    ...findTwice(triggers, ["score", "triggers"]),
    ...score.items.flatMap(({ split }, index) => findTwice(split, ["score", "items", index, "split"])),
  ];
}

function noSuch(key: string, path: Path): ReferenceFault {
  return { path, message: `找不到所引用的 ${key} / there is no ${key} to refer to` };
}
