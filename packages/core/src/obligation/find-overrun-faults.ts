import type { Calendar } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { Fault } from "../error/index.ts";
import { type ContractEvent, type EventFacts, eventDate, eventKindFacts } from "../event/index.ts";
import { createContext } from "./create-context.ts";

/** Service beyond the term 超期服务 is for contracts that agree on its price, and ends on or after the day it began. */
export function findOverrunFaults(
  event: EventFacts,
  terms: ContractTerms,
  others: readonly EventFacts[],
): Fault[] {
  const { kind } = event;
  if (kind !== "overrunStarted" && kind !== "overrunEnded") return [];
  if (terms.overrun === undefined) {
    const { name } = eventKindFacts(kind);
    const reason = {
      zh: `合同没有约定超期服务，不能登记“${name.zh}”`,
      en: `the contract does not agree on service beyond the term: ${kind} cannot be recorded`,
    };
    return [{ path: "/kind", reason }];
  }
  if (others.some((each) => each.kind === "ended")) {
    return [{ path: "/kind", reason: hasEnded }];
  }
  const other = others.find(
    (each) => each.kind === (kind === "overrunStarted" ? "overrunEnded" : "overrunStarted"),
  );
  if (other === undefined) return kind === "overrunStarted" ? [] : [faultOf(event, notBegun)];
  const [from, to] = kind === "overrunStarted" ? [event, other] : [other, event];
  if (eventDate(from) <= eventDate(to)) return [];
  const [first, last] = [eventDate(from), eventDate(to)];
  const reason = {
    zh: `超期服务自 ${first} 起，不能于 ${last} 结束`,
    en: `service beyond the term began on ${first}: it cannot end on ${last}`,
  };
  return [faultOf(event, reason)];
}

const hasEnded: Fault["reason"] = {
  zh: "合同已提前终止，没有超期服务",
  en: "the contract has ended early: there is no service beyond its term",
};

const notBegun: Fault["reason"] = {
  zh: "请先登记超期服务的开始",
  en: "record first that service beyond the term began",
};

/** Service is beyond the term only after its last day. Nothing is wrong while that day is not known. */
export function findEarlyOverrun(
  event: EventFacts,
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
): Fault[] {
  if (event.kind !== "overrunStarted" || terms.overrun === undefined) return [];
  const context = createContext(terms, events, calendar);
  const end = context.termEdge(terms.overrun.term, "end");
  if (end.state === "waiting" || eventDate(event) > end.on) return [];
  const reason = {
    zh: `服务期至 ${end.on}，超期服务须始于其后`,
    en: `the term runs through ${end.on}: service beyond it begins after that day`,
  };
  return [faultOf(event, reason)];
}

function faultOf({ on }: EventFacts, reason: Fault["reason"]): Fault {
  return { path: on === undefined ? "/at" : "/on", reason };
}
