import type { Waiting } from "../date-rule/index.ts";
import { eventKindFacts } from "../event/index.ts";
import { goesOn } from "./goes-on.ts";
import type { TermsIndex } from "./index-terms.ts";
import type { Obligation } from "./obligation.ts";

/**
 * Where a contract waits for one thing alone and no obligation of its own reminds of that thing, the first
 * obligation that waits for it nudges its holder: once a contract and event, however many dates hang on it.
 */
export function markNudges(obligations: readonly Obligation[], index: TermsIndex): Obligation[] {
  const covered = new Set<string>();
  for (const standing of index.standing.values()) {
    for (const { event, of } of standing.fulfilledBy) covered.add(`${event}|${of}`);
  }
  const nudged = new Set<string>();
  return obligations.map((obligation) => {
    const [missing, ...others] = obligation.waitingFor;
    if (missing === undefined || others.length > 0 || obligation.fulfilment !== undefined) return obligation;
    const key = `${missing.event}|${missing.of ?? ""}`;
    if (!canNudge(obligation, missing) || covered.has(key) || nudged.has(key)) return obligation;
    nudged.add(key);
    return { ...obligation, nudges: true as const };
  });
}

/**
 * A date that is known has its own reminders, and what goes on already (duty around the clock) is not nudged. Nor is
 * a milestone that comes in its own time: only what concerns the whole contract (its signing), or holds up a payment.
 */
function canNudge(obligation: Obligation, missing: Waiting): boolean {
  const { dueOn, opensOn, kind } = obligation;
  if (eventKindFacts(missing.event).about !== "nothing" && kind !== "payment") return false;
  return dueOn === undefined && (opensOn === undefined || !goesOn(obligation));
}
