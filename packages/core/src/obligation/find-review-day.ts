import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { resolveRule } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { createContext } from "./create-context.ts";

/** The last day on which the buyer may object to an application; none where the terms set no time for its review. */
export function findReviewDay(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  application: ContractEvent,
): CivilDate | undefined {
  const review = terms.acceptances?.find(({ key }) => key === application.of)?.review;
  if (review === undefined) return undefined;
  const context = createContext(terms, events, calendar);
  const dates = resolveRule(review.due, context.withTrigger(application));
  return dates.state === "fixed" ? dates.dueOn : undefined;
}
