import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { type Explanation, resolveSpan } from "../date-rule/index.ts";
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

export function resolveScorePeriods(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  through: CivilDate | undefined,
): ResolvedPeriods {
  const { score } = terms;
  const term = score?.term ?? terms.terms[0]?.key;
  if (score === undefined || term === undefined) return none;
  const ended = events.find(({ kind }) => kind === "ended");
  const lasting = events.filter((event) => event !== ended);
  const agreed = createContext(terms, lasting, calendar);
  const span = resolveSpan({ span: "term", term }, agreed, agreed.termCounts);
  if (span.state === "waiting") return none;
  const scored = {
    ...span,
    ...(through === undefined ? {} : { through }),
    ...(ended === undefined ? {} : { endedOn: eventDate(ended) }),
  };
  const { steps, provisionalYears } = span;
  return { periods: listScorePeriods(score.period, scored, calendar), steps, provisionalYears };
}

const none: ResolvedPeriods = { periods: [], steps: [], provisionalYears: [] };
