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
}

export function knowTerms(terms: ContractTerms): Known {
  return {
    terms: new Set(terms.terms.map((term) => term.key)),
    keys: new Set(listTermKeys(terms).map(({ key }) => key)),
    obligations: new Set(listObligationKeys(terms)),
    names: new Set(Object.keys(terms.names ?? {})),
  };
}

/** What an event of the kind would be about and the terms do not have; its missing `of` where it must have one. */
export function missingSubject(kind: EventKind, of: string | undefined, known: Known): string | undefined {
  const { about } = eventKindFacts(kind);
  if (about === "nothing") return of;
  const pool = { term: known.keys, obligation: known.obligations, name: known.names }[about];
  return of !== undefined && pool.has(of) ? undefined : (of ?? `${kind}.of`);
}
