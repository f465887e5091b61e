import type { CivilDate } from "../civil-date/index.ts";
import type { Fault } from "../error/index.ts";
import { type EventFacts, eventDate } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import { goesOn } from "./goes-on.ts";
import type { Obligation } from "./obligation.ts";

/** The first and the last day of work, both included. */
interface WorkDays {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/**
 * Why days of work are none of an obligation's: they begin before it does, or lie after the end of what goes on. What is owed by
 * a day may be done after it, and is late then. Service that goes on beyond the term has no last day.
 */
export function whyOutside(
  { first, last }: WorkDays,
  obligation: Pick<Obligation, "title" | "opensOn" | "dueOn" | "shape" | "quota">,
  events: readonly Pick<EventFacts, "kind">[],
): Text | undefined {
  const { title, opensOn, dueOn } = obligation;
  if (opensOn !== undefined && first < opensOn) {
    return {
      zh: `服务日期 ${first} 早于“${title.zh}”的起始日 ${opensOn}`,
      en: `the service of ${first} is before the first day of “${title.en}”, ${opensOn}`,
    };
  }
  const overrun = events.some(({ kind }) => kind === "overrunStarted");
  if (dueOn === undefined || last <= dueOn || !goesOn(obligation) || overrun) return undefined;
  return {
    zh: `服务日期 ${last} 晚于“${title.zh}”的最后一日 ${dueOn}`,
    en: `the service of ${last} is after the last day of “${title.en}”, ${dueOn}`,
  };
}

/** The obligation of a service that an event says was performed or fulfilled. */
function serviceOfEvent({ kind, of = "" }: EventFacts): string | undefined {
  if (kind === "performed") return `service.${of}`;
  return kind === "fulfilled" && of.startsWith("service.") ? of : undefined;
}

/** A word alone credits a service with nothing outside its days; what counts all the same is handed in and accepted with a reason. */
export function findServiceDayFaults(
  event: EventFacts,
  obligations: readonly Obligation[],
  events: readonly EventFacts[],
): Fault[] {
  const key = serviceOfEvent(event);
  const obligation = obligations.find((each) => each.key === key);
  if (obligation === undefined) return [];
  const on = eventDate(event);
  const why = whyOutside({ first: on, last: on }, obligation, events);
  if (why === undefined) return [];
  const reason = {
    zh: `${why.zh}；如仍应计入，请提交服务记录并说明理由予以通过（deliverable.submit、deliverable.accept）`,
    en: `${why.en}; to count it all the same, hand in its record and accept it with a reason (deliverable.submit, deliverable.accept)`,
  };
  return [{ path: event.on === undefined ? "/at" : "/on", reason }];
}

/**
 * Whether what was done on a day is none of a key period's: a period that took over the key of an earlier one does not take over
 * what was done for that. A single day of one stands under its date, which nothing else takes over.
 */
export function isBeforeKeyPeriod(
  on: CivilDate,
  { keyPeriod, period, opensOn }: Pick<Obligation, "keyPeriod" | "period" | "opensOn">,
): boolean {
  return keyPeriod !== undefined && period === undefined && opensOn !== undefined && on < opensOn;
}
