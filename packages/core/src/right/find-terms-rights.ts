import { type ContractTerms, titleText } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import type { CounterFacts, CounterStanding } from "./counter-standing.ts";
import { evaluateCounter } from "./evaluate-counter.ts";
import type { Right } from "./right.ts";

type RightOfTerms = NonNullable<ContractTerms["rights"]>[number];

/** A right of the terms with how far each of its counters is. */
export interface RightStanding {
  readonly key: string;
  readonly title: Text;
  readonly counters: readonly CounterStanding[];
}

export function assessRights(
  { rights = [] }: Pick<ContractTerms, "rights">,
  facts: CounterFacts,
): RightStanding[] {
  return rights.map(({ key, title, any }) => ({
    key,
    title: titleText(title),
    counters: any.map((counter) => evaluateCounter(counter, facts)),
  }));
}

/**
 * The rights of the terms that have arisen, each with the facts that gave it. One arises again where a counter comes so far
 * once more after the day on which it was decided on; what gives it meanwhile is of the same right.
 */
export function findTermsRights(
  { rights = [] }: Pick<ContractTerms, "rights">,
  standings: readonly RightStanding[],
  facts: Pick<CounterFacts, "rights">,
): Right[] {
  return rights.flatMap((right) => {
    const counters = standings.find(({ key }) => key === right.key)?.counters ?? [];
    return splitByDecision(right, counters, facts.rights);
  });
}

function splitByDecision(
  right: RightOfTerms,
  counters: readonly CounterStanding[],
  decisions: readonly CounterFacts["rights"][number][],
): Right[] {
  const reached = counters
    .flatMap((each) => each.reached)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const decided = decisions
    .filter(({ terms, withdrawn }) => terms === right.key && withdrawn === undefined)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const rounds: (typeof reached)[] = [...decided, undefined].map((decision, at) => {
    const before = decided[at - 1];
    return reached.filter(
      ({ on }) => (before === undefined || on > before.on) && (decision === undefined || on <= decision.on),
    );
  });
  return rounds.flatMap((round, at): Right[] => {
    const [first] = round;
    if (first === undefined) return [];
    const { key, title, clause, holder = "buyer", gives } = right;
    return [
      {
        key: at === 0 ? `terms.${key}` : `terms.${key}.${at + 1}`,
        terms: key,
        title: titleText(title),
        holder,
        gives,
        arisenOn: first.on,
        ...(clause === undefined ? {} : { clause }),
        because: round.flatMap(({ because }) => because).slice(0, 50),
      },
    ];
  });
}

/** Rights of acceptances that no right of the terms speaks of. */
export function withoutNamed(
  { rights = [] }: Pick<ContractTerms, "rights">,
  others: readonly Right[],
): Right[] {
  const named = new Set(
    rights.flatMap(({ any }) =>
      any.flatMap((counter) => (counter.count === "acceptance" ? [`acceptance.${counter.acceptance}.`] : [])),
    ),
  );
  return others.filter(({ key }) => ![...named].some((start) => key.startsWith(start)));
}
