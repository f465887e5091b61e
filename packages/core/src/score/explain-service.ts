import type { CivilDate } from "../civil-date/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import type { ScorePeriod } from "./list-score-periods.ts";

interface Service {
  readonly service: string;
  readonly title: Text;
}

/** Whether a service was on the schedule of a period, and what says so. */
interface Reason {
  readonly counts: boolean;
  readonly why: Text;
}

/** Whether a service has something in a period: going on, due, done or asked for. */
export function explainService(
  { service, title }: Service,
  period: ScorePeriod,
  obligations: readonly Obligation[],
  events: readonly ContractEvent[],
): Reason {
  const own = events.filter((event) => event.of === service);
  const reasons = obligations.flatMap((each) => reasonOf(each, title, period, own) ?? []);
  const [first, ...more] = reasons;
  if (first !== undefined)
    return { counts: true, why: more.length === 0 ? first : summarise(title, reasons) };
  return { counts: false, why: whyNot(title, period, obligations) };
}

function reasonOf(
  obligation: Obligation,
  title: Text,
  period: ScorePeriod,
  events: readonly ContractEvent[],
): Text | undefined {
  switch (obligation.shape) {
    case "continuous":
      return overlaps(obligation, period) ? during(title, obligation) : undefined;
    case "quota":
      return happened(title, "performed", period, events) ?? leftOver(obligation, title, period, events);
    case "onDemand":
      return happened(title, "requested", period, events) ?? happened(title, "performed", period, events);
    default:
      return dueReason(obligation, period);
  }
}

/** What recurs by the month or day, or is owed once, counts where it is due; what is owed from a day on, while it goes on. */
function dueReason(obligation: Obligation, period: ScorePeriod): Text | undefined {
  const { key, title, opensOn } = obligation;
  const [, , instance, limit] = key.split(".");
  // A response limit belongs to its request, which has been counted.
  if (limit !== undefined) return undefined;
  if (instance !== undefined && obligation.period === undefined && opensOn !== undefined) {
    return overlaps(obligation, period) ? during(title, obligation) : undefined;
  }
  const day = agreedDay(obligation);
  if (day === undefined || day < period.from || day > period.to) return undefined;
  return { zh: `“${title.zh}”应于 ${day} 完成`, en: `“${title.en}” due on ${day}` };
}

/** The day on which an instance is due before it rolls off a holiday: May's is May's, though it may be done in June. */
function agreedDay({ dueOn, explanation: { steps } }: Obligation): CivilDate | undefined {
  const at = steps.findIndex(({ step }) => step === "period");
  const roll = at < 0 ? undefined : steps.slice(at).find((step) => step.step === "roll");
  return roll?.from ?? dueOn;
}

function overlaps({ opensOn, dueOn }: Obligation, { from, to }: ScorePeriod): boolean {
  return opensOn !== undefined && opensOn <= to && (dueOn === undefined || dueOn >= from);
}

function during({ zh, en }: Text, { opensOn = "", dueOn }: Obligation): Text {
  return dueOn === undefined
    ? { zh: `“${zh}”自 ${opensOn} 起持续`, en: `“${en}” goes on from ${opensOn}` }
    : { zh: `“${zh}”自 ${opensOn} 至 ${dueOn}`, en: `“${en}” from ${opensOn} to ${dueOn}` };
}

function happened(
  { zh, en }: Text,
  kind: "performed" | "requested",
  { from, to }: ScorePeriod,
  events: readonly ContractEvent[],
): Text | undefined {
  const days = events
    .filter((event) => event.kind === kind)
    .map(eventDate)
    .filter((day) => day >= from && day <= to)
    .toSorted();
  const [day] = days;
  if (day === undefined) return undefined;
  const times =
    days.length === 1 ? { zh: "", en: "" } : { zh: `等${days.length}次`, en: ` (${days.length})` };
  return kind === "performed"
    ? { zh: `“${zh}”于 ${day} ${times.zh}完成`, en: `“${en}” performed on ${day}${times.en}` }
    : { zh: `“${zh}”于 ${day} ${times.zh}提出`, en: `“${en}” requested on ${day}${times.en}` };
}

/** A count that was to be reached in the period and was not. */
function leftOver(
  { quota, dueOn, fulfilment }: Obligation,
  { zh, en }: Text,
  { from, to }: ScorePeriod,
  events: readonly ContractEvent[],
): Text | undefined {
  if (fulfilment !== undefined && fulfilment.on >= from && fulfilment.on <= to) {
    return { zh: `“${zh}”于 ${fulfilment.on} 完成`, en: `“${en}” done on ${fulfilment.on}` };
  }
  // An allowance need not be used up: what is left of it is nothing that was to be done.
  if (quota === undefined || quota.atMost === true) return undefined;
  if (dueOn === undefined || dueOn < from || dueOn > to) return undefined;
  const done = events
    .filter((event) => event.kind === "performed" && eventDate(event) <= to)
    .reduce((sum, { quantity = 1 }) => sum + quantity, 0);
  const reached = done >= quota.count || (fulfilment !== undefined && fulfilment.on <= to);
  if (reached) return undefined;
  return {
    zh: `“${zh}”截至 ${dueOn} 须完成 ${quota.count}，已完成 ${done}`,
    en: `“${en}”: ${quota.count} by ${dueOn}, ${done} done`,
  };
}

function summarise({ zh, en }: Text, reasons: readonly Text[]): Text {
  const [first] = reasons;
  const more = reasons.length - 1;
  return { zh: `${first?.zh ?? zh}，另${more}项`, en: `${first?.en ?? en}, and ${more} more` };
}

function whyNot({ zh, en }: Text, { period }: ScorePeriod, obligations: readonly Obligation[]): Text {
  if (obligations.every(({ opensOn, dueOn }) => opensOn === undefined && dueOn === undefined)) {
    return { zh: `“${zh}”的日期尚未确定`, en: `“${en}” has no date yet` };
  }
  const shape = obligations.at(0)?.shape;
  if (shape === "quota") {
    return { zh: `“${zh}”在 ${period} 没有完成记录`, en: `“${en}” was not performed in ${period}` };
  }
  if (shape === "onDemand") {
    return {
      zh: `“${zh}”在 ${period} 没有提出或完成`,
      en: `“${en}” was not asked for or performed in ${period}`,
    };
  }
  return { zh: `“${zh}”在 ${period} 没有安排`, en: `“${en}” has nothing in ${period}` };
}
