import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import { listScorePeriods, type ScorePeriod } from "../score/index.ts";
import { createContext } from "./create-context.ts";

/**
 * The periods in which a contract's work is scored, as far as its term is known; while its end is open, those that have
 * ended `through` a day. What the term had been before an early end counts, through that end.
 */
export function readScorePeriods(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  through?: CivilDate,
): ScorePeriod[] {
  const { score } = terms;
  const key = score?.term ?? terms.terms[0]?.key;
  if (score === undefined || key === undefined) return [];
  const ended = events.find(({ kind }) => kind === "ended");
  const agreed = createContext(
    terms,
    events.filter((event) => event !== ended),
    calendar,
  );
  const start = agreed.termEdge(key, "start");
  const end = agreed.termEdge(key, "end");
  if (start.state === "waiting") return [];
  const span = {
    from: start.on,
    firstDayCounts: agreed.termCounts(key),
    ...(end.state === "fixed" ? { to: end.on } : {}),
    ...(through === undefined ? {} : { through }),
    ...(ended === undefined ? {} : { endedOn: eventDate(ended) }),
  };
  return listScorePeriods(score.period, span, calendar);
}
