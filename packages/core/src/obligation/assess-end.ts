import type { Calendar } from "../calendar/index.ts";
import { type CivilDate, daysBetween } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { countPeriod } from "../date-rule/index.ts";
import { DomainError } from "../error/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import { formatMoney, type Money, scaleMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import { createContext } from "./create-context.ts";
import { createEventLog } from "./event-log.ts";
import { countTermDays, evaluateOverrun, type Overrun } from "./overrun-line.ts";

/** What the work done until an early end comes to by the time worked, and whether the notice has run. */
export interface SettlementProposal {
  readonly ground: Text;
  readonly noticedOn?: CivilDate;
  /** The first day on which the contract may end after that notice. */
  readonly possibleFrom?: CivilDate;
  readonly days: number;
  readonly termDays: number;
  readonly price: Money;
  readonly why: Text;
}

/**
 * The settlement 结算 that an early end on a day would bring: the total for the days worked of the term. A person may agree
 * on another price for work that was not done well. Throws `notFound` for a ground that the contract does not have,
 * `conflict` while the term has no dates.
 */
export function proposeSettlement(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  ground: string,
  endOn: CivilDate,
): SettlementProposal {
  const agreed = terms.earlyEnds?.find(({ key }) => key === ground);
  if (agreed === undefined) {
    throw new DomainError("notFound", {
      zh: "合同没有该提前终止情形",
      en: "the contract has no such ground of early end",
    });
  }
  const noticed = createEventLog(events).all("endNoticed", undefined).at(-1);
  const { count, unit } = agreed.notice;
  return {
    ground: { zh: agreed.title.zh, en: agreed.title.en ?? agreed.title.zh },
    ...(noticed === undefined ? {} : noticeOf(eventDate(noticed), count, unit, calendar)),
    ...settleByTime(terms, events, calendar, agreed.term, endOn),
  };
}

/** What the work of a term comes to by the time worked until a day: the total for its days. Throws `conflict` while it has no dates. */
export function settleByTime(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  term: string,
  endOn: CivilDate,
): Pick<SettlementProposal, "days" | "termDays" | "price" | "why"> {
  const running = events.filter(({ kind }) => kind !== "ended");
  const context = createContext(terms, running, calendar);
  const start = context.termEdge(term, "start");
  const termDays = countTermDays(context, term);
  if (start.state === "waiting" || termDays === undefined) {
    throw new DomainError("conflict", { zh: "服务期尚无起止日期", en: "the term has no dates yet" });
  }
  const worked = daysBetween(start.on, endOn) + (context.termCounts(term) ? 1 : 0);
  const days = Math.min(Math.max(worked, 0), termDays);
  const { total } = terms.price;
  const price = scaleMoney(total, days, termDays);
  const sum = `${formatMoney(total)} × ${days} ÷ ${termDays} = ${formatMoney(price)}`;
  return { days, termDays, price, why: { zh: `按工作时间结算 ${sum}`, en: `by the time worked ${sum}` } };
}

function noticeOf(
  noticedOn: CivilDate,
  count: number,
  unit: Parameters<typeof countPeriod>[3],
  calendar: Calendar,
) {
  const possibleFrom = count === 0 ? noticedOn : countPeriod(calendar, noticedOn, count, unit).on;
  return { noticedOn, possibleFrom };
}

/** Service beyond the term until a day, or until it ended; none where it has not begun. */
export function assessOverrun(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  today: CivilDate,
): (Overrun & { readonly over: boolean }) | undefined {
  const context = createContext(terms, events, calendar);
  const ended = context.log.first("overrunEnded", undefined);
  const overrun = evaluateOverrun(context, ended === undefined ? today : eventDate(ended));
  return overrun === undefined ? undefined : { ...overrun, over: ended !== undefined };
}
