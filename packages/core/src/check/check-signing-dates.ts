import { addWorkingDays, rollForward } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { eventDate, type EventKind, eventKindFacts } from "../event/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { joinTexts } from "./text.ts";

/** 30 days from the award notice; a last day without work moves on to the next working day (Civil Code 203). */
export const signedInTime: Check = {
  id: "signedInTime",
  title: { zh: "中标、成交通知书发出后30日内签订", en: "signed within 30 days of the award notice" },
  source: { zh: "政府采购法第四十六条", en: "Government Procurement Law, article 46" },
  find: (_terms, facts) =>
    checkDeadline("awarded", "signed", facts, (on) => rollForward(facts.calendar, addDays(on, 30))),
};

export const publishedInTime: Check = {
  id: "publishedInTime",
  title: { zh: "签订后2个工作日内公告", en: "published within 2 working days of signing" },
  source: {
    zh: "政府采购法实施条例第五十条",
    en: "Regulation on the Government Procurement Law, article 50",
  },
  find: (_terms: ContractTerms, facts) =>
    checkDeadline("signed", "published", facts, (on) => addWorkingDays(facts.calendar, on, 2)),
};

export const filedInTime: Check = {
  id: "filedInTime",
  title: { zh: "签订后7个工作日内备案", en: "filed within 7 working days of signing" },
  source: { zh: "政府采购法第四十七条", en: "Government Procurement Law, article 47" },
  find: (_terms, facts) =>
    checkDeadline("signed", "filed", facts, (on) => addWorkingDays(facts.calendar, on, 7)),
};

type Dated = Extract<EventKind, "awarded" | "signed" | "published" | "filed">;

/** The earliest day on which it happened. */
export function findDay({ events }: CheckFacts, kind: EventKind): CivilDate | undefined {
  let first: CivilDate | undefined;
  for (const event of events) {
    const on = event.kind === kind ? eventDate(event) : undefined;
    if (on !== undefined && (first === undefined || on < first)) first = on;
  }
  return first;
}

function checkDeadline(
  from: Dated,
  to: Dated,
  facts: CheckFacts,
  lastDayOf: (on: CivilDate) => CivilDate,
): Finding[] {
  const start = findDay(facts, from);
  const done = findDay(facts, to);
  const last = start === undefined ? undefined : lastDayOf(start);
  if (start === undefined || last === undefined || done === undefined) {
    return [lackOf([start === undefined ? from : [], done === undefined ? to : []].flat(), last, facts)];
  }
  const inOrder = done >= start;
  const labels = { from: eventKindFacts(from).name, to: eventKindFacts(to).name };
  const order = inOrder ? { zh: "", en: "" } : { zh: "，次序颠倒", en: ", before what it follows" };
  const figures = {
    zh: `${labels.from.zh} ${start}，${labels.to.zh} ${done}，最迟 ${last}${order.zh}`,
    en: `${labels.from.en} ${start}, ${labels.to.en} ${done}, at the latest ${last}${order.en}`,
  };
  return [{ verdict: inOrder && done <= last ? "passed" : "failed", figures, places: [] }];
}

/** What is not on record cannot be judged; past its last day that is worth a warning. */
function lackOf(missing: readonly Dated[], last: CivilDate | undefined, { asOf }: CheckFacts): Finding {
  const names = joinTexts(
    missing.map((kind) => eventKindFacts(kind).name),
    "、",
    ", ",
  );
  const until =
    last === undefined ? { zh: "", en: "" } : { zh: `，最迟 ${last}`, en: `, at the latest ${last}` };
  if (last !== undefined && asOf !== undefined && asOf > last) {
    const figures = {
      zh: `截至 ${asOf} 没有记录：${names.zh}${until.zh}`,
      en: `not on record by ${asOf}: ${names.en}${until.en}`,
    };
    return { verdict: "warning", figures, places: [] };
  }
  const figures = {
    zh: `缺少日期：${names.zh}${until.zh}`,
    en: `missing date: ${names.en}${until.en}`,
  };
  return { verdict: "notEnoughInput", figures, places: [], missing };
}
