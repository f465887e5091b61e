import type { Calendar } from "@luyue/core/calendar";
import { scorePeriodsInForce } from "@luyue/core/amendment";
import { civilDateOf } from "@luyue/core/civil-date";
import type { ContractTerms, ScoreTerms } from "@luyue/core/contract";
import { deriveObligations } from "@luyue/core/obligation";
import { listScheduled, type ScheduledItem, type ScorePeriod } from "@luyue/core/score";
import type { ContractState, TermsVersion } from "../contract/contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";

export type ScoreContext = Pick<CommandContext, "tenant" | "runtime">;

/** A period that is scored, by the version of the terms in force on its last day, and which of its items count. */
export interface ScoredPeriod extends ScorePeriod {
  readonly version: TermsVersion;
  readonly items: readonly ScheduledItem[];
}

/** What each version of a contract's terms agrees on its score: a sheet keeps to the version that it was worked out by. */
export function scoreTermsOf({ versions }: ContractState): (version: number) => ScoreTerms | undefined {
  return (version) => versions.find((each) => each.version === version)?.terms.score;
}

/**
 * The periods of a contract's score in order. After an amendment each follows the terms of its own last day; an early end
 * takes nothing off the schedule of what was over by then.
 */
export function listScoredPeriods(state: ContractState, context: ScoreContext): ScoredPeriod[] {
  const calendar = tenantCalendar(context.tenant, context.runtime);
  const today = civilDateOf(context.runtime.now());
  const versions = state.versions.filter(({ from }) => from === undefined || from <= today);
  const periods: ScoredPeriod[] = [];
  const inForce = scorePeriodsInForce(versions, factsOf(state), calendar, today);
  for (const [at, version] of versions.entries()) {
    const own = inForce[at] ?? [];
    const itemsIn = scheduleOf(version.terms, own, state, calendar);
    for (const each of own) periods.push({ ...each, version, items: itemsIn(each) });
  }
  return periods.toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/** What each of the periods has scheduled; the obligations are derived once, through the last of them. */
function scheduleOf(
  terms: ContractTerms,
  periods: readonly ScorePeriod[],
  state: ContractState,
  calendar: Calendar,
): (period: ScorePeriod) => ScheduledItem[] {
  const horizonOn = periods.at(-1)?.to;
  const facts = factsOf(state).filter(({ kind }) => kind !== "ended");
  const obligations = horizonOn === undefined ? [] : deriveObligations(terms, facts, calendar, { horizonOn });
  return (period) => listScheduled(terms, period, obligations, facts);
}
