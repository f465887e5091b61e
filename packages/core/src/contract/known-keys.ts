import { type EventKind, eventKindFacts } from "../event/index.ts";
import type { ContractTerms } from "./contract-terms.ts";
import { listObligationKeys } from "./list-obligation-keys.ts";
import { listTermKeys } from "./list-term-keys.ts";

export type Path = (string | number)[];

export interface ReferenceFault {
  readonly path: Path;
  readonly message: string;
}

/** What terms can refer to within themselves. */
export interface Known {
  readonly terms: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly obligations: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly payments: ReadonlySet<string>;
  readonly bonds: ReadonlySet<string>;
  readonly acceptances: ReadonlySet<string>;
}

/** Payments that are no tranche: for service beyond the term, and what is left after an early end. */
export const extraPayments = ["overrun", "settlement"] as const;

export function knowTerms(terms: ContractTerms): Known {
  return {
    terms: new Set(terms.terms.map((term) => term.key)),
    keys: new Set(listTermKeys(terms).map(({ key }) => key)),
    obligations: new Set(listObligationKeys(terms)),
    names: new Set(Object.keys(terms.names ?? {})),
    payments: new Set([...terms.tranches.map(({ key }) => key), ...extraPayments]),
    bonds: new Set(terms.bond === undefined ? [] : [terms.bond.key]),
    acceptances: new Set((terms.acceptances ?? []).map(({ key }) => key)),
  };
}

/** What an event of the kind would be about and the terms do not have; its missing `of` where it must have one. */
export function missingSubject(kind: EventKind, of: string | undefined, known: Known): string | undefined {
  const { about } = eventKindFacts(kind);
  if (about === "nothing") return of;
  if (about === "own") return of === undefined ? `${kind}.of` : undefined;
  const pools = {
    term: known.keys,
    payment: known.payments,
    bond: known.bonds,
    acceptance: known.acceptances,
    obligation: known.obligations,
    name: known.names,
  };
  const pool = pools[about];
  return of !== undefined && pool.has(of) ? undefined : (of ?? `${kind}.of`);
}

/** Keys that stand twice in a list, or are among those `taken` already. */
export function findTwice(
  list: readonly { readonly key: string }[],
  path: Path,
  taken: readonly string[] = [],
): ReferenceFault[] {
  const known = new Set(taken);
  return list.flatMap(({ key }, index) => {
    const twice = known.has(key);
    known.add(key);
    return twice
      ? [{ path: [...path, index, "key"], message: `键 ${key} 重复 / key ${key} stands twice` }]
      : [];
  });
}
