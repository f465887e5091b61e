import { eventLabel } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import type { KeyPeriodSchedule, Schedule, Span } from "./date-rule.ts";
import { joinTexts, ordinalDay, periodPhrase, windowPhrase } from "./phrase.ts";
import { keepSubject, type NameSubject, printBetween, printRule } from "./print-rule.ts";

/** A schedule in words, in both languages. */
export function printSchedule(schedule: Schedule, nameOf: NameSubject = keepSubject): Text {
  switch (schedule.schedule) {
    case "once":
      return printRule(schedule.due, nameOf);
    case "every":
      return inSpan(schedule.span, printRecurrence(schedule), nameOf);
    case "keyPeriods":
      return inSpan(schedule.span, printKeyPeriods(schedule), nameOf);
    case "count":
      return inSpan(schedule.span, printCount(schedule), nameOf);
    case "throughout":
      return inSpan(schedule.span, { zh: "持续提供", en: "continuously" }, nameOf);
    case "onDemand":
      return printOnDemand(schedule, nameOf);
    case "onEach": {
      const label = eventLabel(schedule.event, schedule.of === undefined ? undefined : nameOf(schedule.of));
      const due = printRule(schedule.due, nameOf);
      return { zh: `每次${label.zh}：${due.zh}`, en: `each time (${label.en}): ${due.en}` };
    }
  }
}

function printCount({ count, unit, bound }: Extract<Schedule, { schedule: "count" }>): Text {
  const { zh, en } = countPhrase(count, unit);
  const times = unit === "time" ? ({ 1: "once", 2: "twice" }[count] ?? en) : en;
  if (bound === undefined) return { zh: `共${zh}`, en: times };
  return bound === "atMost"
    ? { zh: `累计不超过${zh}`, en: `at most ${times}` }
    : { zh: `至少${zh}`, en: `at least ${times}` };
}

function printKeyPeriods({ each, within, byTime }: KeyPeriodSchedule): Text {
  if (each === "day") {
    const hour = byTime === undefined ? { zh: "", en: "" } : { zh: `${byTime}前`, en: ` before ${byTime}` };
    return { zh: `重保时期每日${hour.zh}`, en: `every day of the key periods${hour.en}` };
  }
  if (within === undefined) {
    const hour =
      byTime === undefined
        ? { zh: "", en: "" }
        : { zh: `最后一日${byTime}前`, en: ` before ${byTime} on its last day` };
    return { zh: `每个重保时期${hour.zh}`, en: `each key period${hour.en}` };
  }
  const { zh, en } = periodPhrase(within.count, within.unit);
  const hour =
    byTime === undefined ? { zh: "", en: "" } : { zh: `（${byTime}前）`, en: `, before ${byTime}` };
  return { zh: `每个重保时期结束后${zh}内${hour.zh}`, en: `within ${en} after each key period${hour.en}` };
}

function printOnDemand(schedule: Extract<Schedule, { schedule: "onDemand" }>, nameOf: NameSubject): Text {
  const { zh, en } = inSpan(schedule.span, { zh: "按需提供", en: "on demand" }, nameOf);
  const { limits } = schedule;
  if (limits === undefined || limits.length === 0) return { zh, en };
  const phrases = limits.map(({ title, count, unit }): Text => {
    const period = periodPhrase(count, unit);
    return { zh: `${title.zh}：${period.zh}内`, en: `${title.en ?? title.zh}: within ${period.en}` };
  });
  const joined = joinTexts("；", "; ", phrases);
  return { zh: `${zh}；${joined.zh}`, en: `${en}; ${joined.en}` };
}

type Every = Extract<Schedule, { schedule: "every" }>;

const periods: Readonly<Record<Every["period"], Text>> = {
  day: { zh: "日", en: "day" },
  workingDay: { zh: "个工作日", en: "working day" },
  week: { zh: "周", en: "week" },
  month: { zh: "月", en: "month" },
  quarter: { zh: "季度", en: "quarter" },
  halfYear: { zh: "半年", en: "half-year" },
  year: { zh: "年", en: "year" },
};

function printRecurrence({ period, from, byDay, byTime }: Every): Text {
  const { zh, en } = periods[period];
  const daily = period === "day" || period === "workingDay";
  const calendar = from === "calendar" && byDay === undefined && !daily;
  const every = {
    zh: calendar ? `每个自然${zh}` : `每${zh}`,
    en: `every ${calendar ? "calendar " : ""}${en}`,
  };
  const hour = byTime === undefined ? undefined : { zh: `${byTime}前`, en: ` before ${byTime}` };
  if (byDay !== undefined) {
    const day = printByDay(byDay, period === "month");
    return hour === undefined
      ? { zh: `${every.zh}${day.zh}前（含当日）`, en: `${every.en} by ${day.en}` }
      : { zh: `${every.zh}${day.zh}${hour.zh}`, en: `${every.en}${hour.en} on ${day.en}` };
  }
  if (hour === undefined) return every;
  return daily
    ? { zh: every.zh + hour.zh, en: every.en + hour.en }
    : { zh: `${every.zh}最后一日${hour.zh}`, en: `${every.en}${hour.en} on its last day` };
}

function printByDay(day: number, monthly: boolean): Text {
  const month = { zh: monthly ? "" : "首月", en: monthly ? "" : " of its first month" };
  if (day === 31)
    return { zh: `${month.zh}月末日`, en: `the last day of ${monthly ? "the" : "its first"} month` };
  const short =
    day > 28
      ? { zh: "（无此日的为月末日）", en: " (or the last day of a shorter month)" }
      : { zh: "", en: "" };
  return { zh: `${month.zh}${day}日${short.zh}`, en: `the ${ordinalDay(day)}${month.en}${short.en}` };
}

/** What a quota is counted in. */
export type CountUnit = Extract<Schedule, { schedule: "count" }>["unit"] | "finding";

const quotaUnits: Readonly<Record<CountUnit, Text>> = {
  time: { zh: "次", en: "time" },
  line: { zh: "行", en: "line" },
  api: { zh: "个接口", en: "API" },
  seat: { zh: "个授权", en: "seat" },
  person: { zh: "人", en: "person" },
  day: { zh: "天", en: "day" },
  system: { zh: "个系统", en: "system" },
  set: { zh: "套", en: "set" },
  server: { zh: "台服务器", en: "server" },
  pc: { zh: "台终端", en: "PC" },
  finding: { zh: "项", en: "finding" },
};

/** A quota in words: 6次, 6 times. */
export function countPhrase(count: number, unit: CountUnit): Text {
  const { zh, en } = quotaUnits[unit];
  const plural = en === "person" ? "people" : `${en}s`;
  return { zh: `${count}${zh}`, en: `${count} ${count === 1 ? en : plural}` };
}

function inSpan(span: Span, what: Text, nameOf: NameSubject): Text {
  switch (span.span) {
    case "term": {
      const { zh, en } = nameOf(span.term);
      return { zh: `${zh}内${what.zh}`, en: `${what.en} during “${en}”` };
    }
    case "window": {
      const { zh, en } = windowPhrase(span.window);
      return { zh: zh + what.zh, en: `${what.en} ${en}` };
    }
    case "between": {
      const { zh, en } = printBetween(span.from, span.to, nameOf);
      return { zh: `${zh}，${what.zh}`, en: `${what.en} ${en}` };
    }
  }
}
