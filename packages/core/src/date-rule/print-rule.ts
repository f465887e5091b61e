import { eventKindFacts } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import type { Anchor, DateRule, PeriodUnit, Schedule, Span } from "./date-rule.ts";

const units: Readonly<Record<PeriodUnit | "hour" | "minute", Text>> = {
  workingDay: { zh: "个工作日", en: "working day" },
  day: { zh: "日", en: "day" },
  week: { zh: "周", en: "week" },
  month: { zh: "个月", en: "month" },
  year: { zh: "年", en: "year" },
  hour: { zh: "小时", en: "hour" },
  minute: { zh: "分钟", en: "minute" },
};

/** A period in words: 10个工作日, 10 working days. */
export function periodPhrase(count: number, unit: PeriodUnit | "hour" | "minute"): Text {
  const { zh, en } = units[unit];
  return { zh: `${count}${zh}`, en: `${count} ${en}${count === 1 ? "" : "s"}` };
}

/** Names a subject of a rule (a term's key or an obligation's) to a reader. */
export type NameSubject = (subject: string) => Text;

const keepSubject: NameSubject = (subject) => ({ zh: subject, en: subject });

/** A rule in words, in both languages, as a contract would put it. */
export function printRule(rule: DateRule, nameOf: NameSubject = keepSubject): Text {
  switch (rule.rule) {
    case "on":
      return phrase`${printAnchor(rule.anchor, nameOf)}${{ zh: "当日", en: ", on the day" }}`;
    case "from":
      return phrase`${{ zh: "自", en: "from " }}${printAnchor(rule.anchor, nameOf)}${{ zh: "起", en: " on" }}`;
    case "within":
      return phrase`${printAnchor(rule.after, nameOf, "after")}${{ zh: "后", en: "" }}${suffix(periodPhrase(rule.count, rule.unit), rule.roll)}`;
    case "before":
      return phrase`${printAnchor(rule.before, nameOf, "before")}${{ zh: "前", en: "" }}${periodPhrase(rule.count, rule.unit)}`;
    case "clock":
      return phrase`${printAnchor(rule.after, nameOf, "after")}${{ zh: "后", en: "" }}${suffix(periodPhrase(rule.count, rule.unit), undefined)}`;
    case "window":
      return printWindow(rule.window);
    case "between":
      return phrase`${{ zh: "自", en: "from " }}${printAnchor(rule.from, nameOf)}${{ zh: "至", en: " to " }}${printAnchor(rule.to, nameOf)}`;
    case "later":
      return list(
        "以较晚者为准：",
        "the later of: ",
        rule.of.map((each) => printRule(each, nameOf)),
      );
    case "earlier":
      return list(
        "以较早者为准：",
        "the earlier of: ",
        rule.of.map((each) => printRule(each, nameOf)),
      );
  }
}

/** A schedule in words, in both languages. */
export function printSchedule(schedule: Schedule, nameOf: NameSubject = keepSubject): Text {
  switch (schedule.schedule) {
    case "once":
      return printRule(schedule.due, nameOf);
    case "every":
      return printRecurrence(schedule, nameOf);
    case "count":
      return phrase`${printSpan(schedule.span, nameOf)}${countPhrase(schedule.count, schedule.unit)}`;
    case "throughout":
      return phrase`${printSpan(schedule.span, nameOf)}${{ zh: "持续", en: "continuously" }}`;
    case "onDemand":
      return phrase`${printSpan(schedule.span, nameOf)}${{ zh: "按需", en: "on demand" }}`;
    case "onEach": {
      const { name } = eventKindFacts(schedule.event);
      return phrase`${{ zh: `每次${name.zh}：`, en: `each time (${name.en}): ` }}${printRule(schedule.due, nameOf)}`;
    }
  }
}

const periods: Readonly<Record<Extract<Schedule, { schedule: "every" }>["period"], Text>> = {
  day: { zh: "每日", en: "every day" },
  workingDay: { zh: "每个工作日", en: "every working day" },
  week: { zh: "每周", en: "every week" },
  month: { zh: "每月", en: "every month" },
  quarter: { zh: "每季度", en: "every quarter" },
  halfYear: { zh: "每半年", en: "every half-year" },
  year: { zh: "每年", en: "every year" },
};

function printRecurrence(schedule: Extract<Schedule, { schedule: "every" }>, nameOf: NameSubject): Text {
  const { byDay, byTime } = schedule;
  const by: Text = {
    zh: `${byDay === undefined ? "" : `${byDay}日前`}${byTime === undefined ? "" : `${byTime}前`}`,
    en: `${byDay === undefined ? "" : ` by day ${byDay}`}${byTime === undefined ? "" : ` before ${byTime}`}`,
  };
  return phrase`${printSpan(schedule.span, nameOf)}${periods[schedule.period]}${by}`;
}

const quotaUnits: Readonly<Record<Extract<Schedule, { schedule: "count" }>["unit"], Text>> = {
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
};

/** A quota in words: 6次, 6 times. */
export function countPhrase(count: number, unit: Extract<Schedule, { schedule: "count" }>["unit"]): Text {
  const { zh, en } = quotaUnits[unit];
  const plural = en === "person" ? "people" : `${en}s`;
  return { zh: `${count}${zh}`, en: `${count} ${count === 1 ? en : plural}` };
}

function printSpan(span: Span, nameOf: NameSubject): Text {
  switch (span.span) {
    case "term": {
      const { zh, en } = nameOf(span.term);
      return { zh: `${zh}内`, en: `during ${en}, ` };
    }
    case "window": {
      const { zh, en } = printWindow(span.window);
      return { zh, en: `${en}, ` };
    }
    case "between":
      return phrase`${{ zh: "自", en: "from " }}${printAnchor(span.from, nameOf)}${{ zh: "至", en: " to " }}${printAnchor(span.to, nameOf)}${{ zh: "，", en: ", " }}`;
  }
}

function printWindow(window: string): Text {
  const [year, part] = window.split("-");
  if (part === undefined) return { zh: `${year}年内`, en: `in ${year}` };
  if (part.startsWith("Q")) return { zh: `${year}年第${part.slice(1)}季度内`, en: `in ${year} ${part}` };
  if (part.startsWith("H"))
    return { zh: `${year}年${part === "H1" ? "上" : "下"}半年内`, en: `in ${year} ${part}` };
  return { zh: `${year}年${Number(part)}月内`, en: `in ${year}-${part}` };
}

function printAnchor(anchor: Anchor, nameOf: NameSubject, direction?: "after" | "before"): Text {
  const { zh, en } = anchorText(anchor, nameOf);
  return direction === undefined ? { zh, en } : { zh, en: `${direction} ${en}, ` };
}

function anchorText(anchor: Anchor, nameOf: NameSubject): Text {
  switch (anchor.anchor) {
    case "date":
      return { zh: anchor.on, en: anchor.on };
    case "event": {
      const { name } = eventKindFacts(anchor.event);
      if (anchor.of === undefined) return name;
      const of = nameOf(anchor.of);
      return { zh: `“${of.zh}”${name.zh}`, en: `${name.en} (${of.en})` };
    }
    case "trigger":
      return { zh: "该事件", en: "that event" };
    case "term": {
      const { zh, en } = nameOf(anchor.term);
      return anchor.edge === "start"
        ? { zh: `${zh}开始`, en: `the start of ${en}` }
        : { zh: `${zh}届满`, en: `the end of ${en}` };
    }
    case "due": {
      const { zh, en } = nameOf(anchor.of);
      return { zh: `“${zh}”到期`, en: `the due date of ${en}` };
    }
    case "fulfilled": {
      const { zh, en } = nameOf(anchor.of);
      return { zh: `“${zh}”完成`, en: `completion of ${en}` };
    }
    case "lastOf":
      return join(
        "且",
        " and ",
        anchor.of.map((each) => anchorText(each, nameOf)),
      );
    case "firstOf":
      return join(
        "或",
        " or ",
        anchor.of.map((each) => anchorText(each, nameOf)),
      );
    case "rule":
      return printRule(anchor.rule, nameOf);
  }
}

function suffix(period: Text, roll: "next" | "none" | undefined): Text {
  const kept =
    roll === "none" ? { zh: "（不顺延）", en: " (holidays do not extend it)" } : { zh: "", en: "" };
  return { zh: `${period.zh}内${kept.zh}`, en: `within ${period.en}${kept.en}` };
}

function list(zh: string, en: string, all: readonly Text[]): Text {
  const joined = join("；", "; ", all);
  return { zh: zh + joined.zh, en: en + joined.en };
}

function join(zh: string, en: string, all: readonly Text[]): Text {
  return { zh: all.map((each) => each.zh).join(zh), en: all.map((each) => each.en).join(en) };
}

function phrase(literals: TemplateStringsArray, ...parts: readonly Text[]): Text {
  const build = (language: "zh" | "en") =>
    literals.map((literal, index) => literal + (parts[index]?.[language] ?? "")).join("");
  return { zh: build("zh"), en: build("en") };
}
