import type { ContractEvent } from "../event/index.ts";
import { countsOf, type FindingTally, totalOf } from "./finding-tally.ts";

/** What a unit's findings mean for a contract's dates: handed out until a day, and how many have come how far. */
export function listTallyEvents(tally: FindingTally): ContractEvent[] {
  const { id: of, changedOn: on } = tally;
  const { open, approved, closed, ...rest } = countsOf(tally);
  const total = totalOf({ open, approved, closed, ...rest });
  if (total === 0) return [];
  const events: ContractEvent[] = [
    { id: of, kind: "findingsHandedOut", of, on: tally.since, quantity: total, until: tally.dueOn },
  ];
  const reached = [
    ["findingsAnswered", total - open],
    ["findingsApproved", approved + closed],
    ["findingsClosed", closed],
  ] as const;
  for (const [kind, quantity] of reached) {
    if (quantity > 0) events.push({ id: `${of}_${kind}`, kind, of, on, quantity });
  }
  return events;
}
