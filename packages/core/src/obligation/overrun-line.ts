import { type CivilDate, daysBetween } from "../civil-date/index.ts";
import { eventDate } from "../event/index.ts";
import type { ExtraLine } from "../ledger/index.ts";
import { formatMoney, type Money, scaleMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { DeriveContext } from "./create-context.ts";

/** What service beyond the term comes to: the contract total divided by the days of the term, for each day served. */
export interface Overrun {
  readonly from: CivilDate;
  readonly through: CivilDate;
  readonly days: number;
  readonly termDays: number;
  readonly amount: Money;
  readonly why: Text;
}

/** The overrun 超期服务 from its first day through one day; none where it has not begun or the terms do not know of one. */
export function evaluateOverrun(context: DeriveContext, through: CivilDate): Overrun | undefined {
  const { log, terms } = context;
  const started = log.first("overrunStarted", undefined);
  const termDays = terms.overrun === undefined ? undefined : countTermDays(context, terms.overrun.term);
  if (started === undefined || termDays === undefined) return undefined;
  const from = eventDate(started);
  const days = Math.max(0, daysBetween(from, through) + 1);
  const { total } = terms.price;
  const amount = scaleMoney(total, days, termDays);
  const sum = `${formatMoney(total)} ÷ ${termDays} × ${days} = ${formatMoney(amount)}`;
  return { from, through, days, termDays, amount, why: { zh: `按日计价 ${sum}`, en: `by the day ${sum}` } };
}

/** The days of a term: 365 for a year from signing, where the day of signing does not count. */
export function countTermDays(context: DeriveContext, term: string): number | undefined {
  const start = context.termEdge(term, "start");
  const end = context.termEdge(term, "end");
  if (start.state === "waiting" || end.state === "waiting") return undefined;
  const days = daysBetween(start.on, end.on) + (context.termCounts(term) ? 1 : 0);
  return days > 0 ? days : undefined;
}

/** The payment for an overrun, once it is over. */
export function overrunLines(context: DeriveContext): ExtraLine[] {
  const ended = context.log.first("overrunEnded", undefined);
  const overrun = ended === undefined ? undefined : evaluateOverrun(context, eventDate(ended));
  if (overrun === undefined) return [];
  const title = { zh: "超期服务费", en: "Service beyond the term" };
  return [{ of: "overrun", title, amount: overrun.amount, why: overrun.why }];
}
