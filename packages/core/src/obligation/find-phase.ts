import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { createContext } from "./create-context.ts";

/** Where an active contract stands: in its term, serving beyond it, or past its end. */
export type Phase = "running" | "inOverrun" | "ended";

/** The phase of an active contract on a day, from its terms and events. */
export function findPhase(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  today: CivilDate,
): Phase {
  const context = createContext(terms, events, calendar);
  const { log } = context;
  const overrun = log.first("overrunStarted", undefined);
  if (overrun !== undefined && log.first("overrunEnded", undefined) === undefined) return "inOverrun";
  const ends = terms.terms.map(({ key }) => context.termEdge(key, "end"));
  return ends.every((end) => end.state === "fixed" && end.on < today) ? "ended" : "running";
}
