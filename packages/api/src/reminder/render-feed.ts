import { addDays } from "@luyue/core/civil-date";
import { deadlineOf, obligationKindNames } from "@luyue/core/obligation";
import type { StoredObligation } from "@luyue/usecases/contract";
import type { Runtime } from "@luyue/usecases/runtime";
import ical, { ICalCalendarMethod } from "ical-generator";

/**
 * Dates as an iCalendar (RFC 5545): a day each, or the very time where hours count; an entry keeps its identity when its day
 * moves, so that calendar programs move it.
 */
export function renderFeed(
  { name, items }: { readonly name: string; readonly items: readonly StoredObligation[] },
  { baseUrl }: Pick<Runtime, "baseUrl">,
): string {
  const calendar = ical({
    name: `履约 ${name}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Luyue", product: "Luyue", language: "ZH" },
    ttl: 60 * 60,
  });
  for (const { obligation, contractId, contractName, contractNumber } of items) {
    const day = deadlineOf(obligation);
    if (day === undefined) continue;
    const timed = obligation.dueAt === undefined ? undefined : new Date(obligation.dueAt);
    const done = obligation.fulfilment === undefined ? "" : "✓ ";
    calendar.createEvent({
      id: `${contractId}.${obligation.key}@luyue`,
      start: timed ?? dayOf(day),
      end: timed ?? dayOf(addDays(day, 1)),
      allDay: timed === undefined,
      summary: `${done}${obligation.title.zh}`,
      description: `${obligationKindNames[obligation.kind].zh}：${contractName}（${contractNumber}）`,
      url: `${baseUrl}/contracts/${contractId}#${obligation.key}`,
    });
  }
  return calendar.toString();
}

/** The local midnight that the library writes a whole day by. */
function dayOf(on: string): Date {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  return new Date(year, month - 1, day);
}
