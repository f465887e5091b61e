import type { CivilDate, Instant } from "../civil-date/index.ts";
import type { Counter } from "../contract/index.ts";
import type { Incident } from "../incident/index.ts";
import type { Money } from "../money/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { Penalty } from "../penalty/index.ts";
import type { Absence } from "../people/index.ts";
import type { Text } from "../text/index.ts";
import type { Right } from "./right.ts";
import type { RightDecision } from "./right-decision.ts";

/** What counters count in. */
export interface CounterFacts {
  readonly incidents: readonly Incident[];
  readonly absences: readonly Absence[];
  readonly penalties: readonly Penalty[];
  readonly rights: readonly RightDecision[];
  readonly obligations: readonly Obligation[];
  /** The rights that acceptances have given. */
  readonly acceptanceRights: readonly Right[];
  /** A shared cap: its limit, what has been used of it, and the penalties that did. */
  readonly capOf: (key: string) => { readonly limit: Money; readonly used: Money } | undefined;
  /** Days by which each obligation that a penalty for each day is owed for is or was late. */
  readonly lateOf: (penalty: string) => readonly LateObligation[];
  readonly nameOfPerson: (id: string) => string;
  readonly now: Instant;
}

export interface LateObligation {
  readonly key: string;
  readonly title: Text;
  readonly dueOn: CivilDate;
  readonly days: number;
}

/** How far a counter is: what it has come to at most, what it has to come to, and each time that it came so far. */
export interface CounterStanding {
  readonly counter: Counter;
  readonly text: Text;
  readonly reached: readonly {
    readonly key: string;
    readonly on: CivilDate;
    readonly because: Right["because"];
  }[];
}
