import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { type Explanation, type ResolvedSpan, resolveSpan } from "../date-rule/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import { listScorePeriods, type ScorePeriod } from "../score/index.ts";
import { createContext } from "./create-context.ts";

/** The periods of a score, and how the days of its term came about. */
interface ResolvedPeriods extends Explanation {
  readonly periods: readonly ScorePeriod[];
}

/**
 * The periods in which a contract's work is scored, as far as its term is known; while its end is open, those that have
 * ended `through` a day. What the term had been before an early end counts, through that end.
 */
export function readScorePeriods(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  through?: CivilDate,
): readonly ScorePeriod[] {
  return resolveScorePeriods(terms, events, calendar, through).periods;
}

/** Whether the end of the term that is scored is still open, so that further periods come as time goes by. */
export function isScoreOpen(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
): boolean {
  const span = resolveScoredSpan(terms, events, calendar);
  return span?.state === "fixed" && span.to === undefined;
}

export function resolveScorePeriods(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  through: CivilDate | undefined,
): ResolvedPeriods {
  const { score } = terms;
  const span = resolveScoredSpan(terms, events, calendar);
  if (score === undefined || span === undefined || span.state === "waiting") return none;
  const ended = events.find(({ kind }) => kind === "ended");
  const scored = {
    ...span,
    ...(through === undefined ? {} : { through }),
    ...(ended === undefined ? {} : { endedOn: eventDate(ended) }),
  };
  const { steps, provisionalYears } = span;
  return { periods: listScorePeriods(score.period, scored, calendar), steps, provisionalYears };
}

/** What the term that is scored had been before an early end. */
function resolveScoredSpan(
  { score, ...terms }: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
): ResolvedSpan | undefined {
  const term = score?.term ?? terms.terms[0]?.key;
  if (score === undefined || term === undefined) return undefined;
  const lasting = events.filter(({ kind }) => kind !== "ended");
  const agreed = createContext({ ...terms, score }, lasting, calendar);
  return resolveSpan({ span: "term", term }, agreed, agreed.termCounts);
}

const none: ResolvedPeriods = { periods: [], steps: [], provisionalYears: [] };
