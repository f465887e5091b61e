import type { ContractTerms } from "./contract-terms.ts";
import { computedFacts, type IncidentCondition, type IncidentTerms } from "./incident-terms.ts";
import { findTwice, type Path, type ReferenceFault } from "./known-keys.ts";
import type { Counter } from "./right-terms.ts";

/** What incidents, rights and the occasions of penalties refer to and the terms do not have. */
export function findRiskFaults(terms: ContractTerms): ReferenceFault[] {
  const known = knowRisk(terms);
  return [
    ...(terms.incidents === undefined ? [] : findIncidentTermsFaults(terms.incidents)),
    ...(terms.rights ?? []).flatMap((right, index): ReferenceFault[] => {
      const at = ["rights", index];
      const settles = right.settles?.settles === "worked" ? right.settles.term : undefined;
      return [
        ...right.any.flatMap((counter, nth) => findCounterFaults(counter, [...at, "any", nth], known)),
        ...missing(right.penalty, known.penalties, [...at, "penalty"]),
        ...missing(settles, known.terms, [...at, "settles", "term"]),
      ];
    }),
    ...(terms.penalties ?? []).flatMap(({ on }, index): ReferenceFault[] => {
      const at = ["penalties", index, "on"];
      if (on?.when === "counted") {
        return on.any.flatMap((counter, nth) => findCounterFaults(counter, [...at, "any", nth], known));
      }
      if (on?.when === "right") return missing(on.right, known.rights, [...at, "right"]);
      return on?.when === "incident" ? findAmongFaults(on, at, known) : [];
    }),
  ];
}

interface KnownRisk {
  readonly kinds: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly penalties: ReadonlySet<string>;
  readonly daily: ReadonlySet<string>;
  readonly caps: ReadonlySet<string>;
  readonly rights: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly acceptances: ReadonlySet<string>;
}

type Keyed = readonly { readonly key: string }[];

function keysOf(list: Keyed | undefined): ReadonlySet<string> {
  return new Set((list ?? []).map(({ key }) => key));
}

function knowRisk({
  incidents,
  penalties,
  penaltyCaps,
  rights,
  terms,
  acceptances,
}: ContractTerms): KnownRisk {
  return {
    kinds: keysOf(incidents?.kinds),
    classes: keysOf(incidents?.classes),
    penalties: keysOf(penalties),
    daily: keysOf(penalties?.filter(({ on }) => on?.when === "late")),
    caps: keysOf(penaltyCaps),
    rights: keysOf(rights),
    terms: keysOf(terms),
    acceptances: keysOf(acceptances),
  };
}

function missing(key: string | undefined, pool: ReadonlySet<string>, path: Path): ReferenceFault[] {
  if (key === undefined || pool.has(key)) return [];
  return [{ path, message: `找不到所引用的 ${key} / there is no ${key} to refer to` }];
}

interface Among {
  readonly kinds?: readonly string[] | undefined;
  readonly classes?: readonly string[] | undefined;
}

function findAmongFaults({ kinds = [], classes = [] }: Among, at: Path, known: KnownRisk): ReferenceFault[] {
  return [
    ...kinds.flatMap((key, nth) => missing(key, known.kinds, [...at, "kinds", nth])),
    ...classes.flatMap((key, nth) => missing(key, known.classes, [...at, "classes", nth])),
  ];
}

function findCounterFaults(counter: Counter, at: Path, known: KnownRisk): ReferenceFault[] {
  switch (counter.count) {
    case "incidents":
      return [
        ...findAmongFaults(counter, at, known),
        ...missing(counter.after, known.rights, [...at, "after"]),
      ];
    case "incidentHours":
      return findAmongFaults(counter, at, known);
    case "cap":
      return missing(counter.cap, known.caps, [...at, "cap"]);
    case "lateDays":
      return missing(counter.penalty, known.daily, [...at, "penalty"]);
    case "imposed":
      return counter.penalties.flatMap((key, nth) =>
        missing(key, known.penalties, [...at, "penalties", nth]),
      );
    case "unrectified":
      return missing(counter.after, known.rights, [...at, "after"]);
    case "acceptance":
      return missing(counter.acceptance, known.acceptances, [...at, "acceptance"]);
    case "personTimes":
    case "uncured":
      return [];
  }
}

/** Kinds and facts that the classes ask for, keys that stand twice, and facts that nobody enters entered all the same. */
function findIncidentTermsFaults({ kinds = [], facts = [], classes }: IncidentTerms): ReferenceFault[] {
  const known = keysOf(kinds);
  const grounds = classes.flatMap((each, index) =>
    each.grounds.map((ground, nth) => ({ ground, path: ["incidents", "classes", index, "grounds", nth] })),
  );
  return [
    ...findTwice(kinds, ["incidents", "kinds"]),
    ...findTwice(facts, ["incidents", "facts"], computedFacts),
    ...findTwice(classes, ["incidents", "classes"], ["none"]),
    ...classes.flatMap((each, index) => findTwice(each.grounds, ["incidents", "classes", index, "grounds"])),
    ...grounds.flatMap(({ ground, path }) => [
      ...missing(ground.kind, known, [...path, "kind"]),
      ...ground.all.flatMap((condition, at) => findConditionFaults(condition, facts, [...path, "all", at])),
    ]),
  ];
}

function findConditionFaults(
  condition: IncidentCondition,
  facts: NonNullable<IncidentTerms["facts"]>,
  path: Path,
): ReferenceFault[] {
  if ("any" in condition) {
    return condition.any.flatMap((one, at) => findConditionFaults(one, facts, [...path, "any", at]));
  }
  const isFigure = figureOf(condition.fact, facts);
  if (isFigure === undefined) return missing(condition.fact, new Set(), [...path, "fact"]);
  if ("is" in condition ? !isFigure : isFigure) return [];
  const message = isFigure
    ? `“${condition.fact}”是数值，不是是否 / ${condition.fact} is a figure, no yes or no`
    : `“${condition.fact}”是是否，不是数值 / ${condition.fact} is a yes or no, no figure`;
  return [{ path: [...path, "fact"], message }];
}

/** Whether a fact is a figure; nothing where there is none of that key. */
function figureOf(fact: string, facts: NonNullable<IncidentTerms["facts"]>): boolean | undefined {
  if (fact === "duration") return true;
  if (fact === "key-period") return false;
  const found = facts.find(({ key }) => key === fact);
  return found === undefined ? undefined : found.unit !== undefined;
}
