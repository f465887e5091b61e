import { withFormerDuties } from "@luyue/core/amendment";
import { addDays, type CivilDate, civilDateOf, type Instant, instantAt } from "@luyue/core/civil-date";
import { eventDate } from "@luyue/core/event";
import { cutAtEnd, postponeEnd } from "@luyue/core/obligation";
import type { MeasureFacts } from "@luyue/core/measurement";
import type { CommandContext } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { ContractState } from "./contract.ts";
import { factsOf } from "./facts-of.ts";
import { deriveVersions } from "./plan-derivation.ts";

/**
 * A contract's work as measures and progress see it: every series to its end by the terms of its own day, and more than is
 * still asked of anybody. What had fallen due by an early end stays owed, and is judged at the end of that day; what was left
 * undone when the contract was closed stays undone.
 */
export function measuredWork(
  state: ContractState,
  { tenant, runtime }: Pick<CommandContext, "tenant" | "runtime">,
): Pick<MeasureFacts, "terms" | "events" | "obligations" | "submissions" | "now"> {
  const calendar = tenantCalendar(tenant, runtime);
  const today = civilDateOf(runtime.now());
  const events = factsOf(state);
  const ended = events.find(({ kind }) => kind === "ended");
  const endedOn = ended === undefined ? undefined : eventDate(ended);
  const facts = endedOn === undefined ? events : postponeEnd(events, endedOn);
  const agreed = deriveVersions(state, facts, calendar, today, { withReleased: true });
  const obligations = endedOn === undefined ? agreed : cutAtEnd(agreed, endedOn);
  return {
    terms: withFormerDuties(state.terms.terms, formerTerms(state, today), obligations),
    events,
    obligations,
    submissions: state.work.submissions,
    now: endedOn === undefined ? runtime.now() : atEnd(endedOn, runtime.now()),
  };
}

/** The terms of the versions that were in force before the present one, the newest first. */
function formerTerms({ versions }: ContractState, today: CivilDate) {
  const begun = versions.filter(({ from }) => from === undefined || from <= today);
  return begun
    .slice(0, -1)
    .toReversed()
    .map(({ terms }) => terms);
}

/** The first instant after a day, or the present where that is earlier. */
function atEnd(day: CivilDate, now: Instant): Instant {
  return civilDateOf(now) <= day ? now : instantAt(addDays(day, 1), "00:00");
}
