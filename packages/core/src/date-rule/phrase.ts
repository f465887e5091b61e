import type { Text } from "../text/index.ts";
import type { PeriodUnit, ServiceHours } from "./date-rule.ts";

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

/** When a clock runs: 工作日 09:00 至 17:30, on working days from 09:00 to 17:30. */
export function hoursPhrase({ from, to }: ServiceHours): Text {
  return { zh: `工作日 ${from} 至 ${to} 计时`, en: `on working days from ${from} to ${to}` };
}

const parts: Readonly<Record<string, Text>> = {
  H1: { zh: "上半年", en: "the first half of" },
  H2: { zh: "下半年", en: "the second half of" },
  Q1: { zh: "第一季度", en: "the first quarter of" },
  Q2: { zh: "第二季度", en: "the second quarter of" },
  Q3: { zh: "第三季度", en: "the third quarter of" },
  Q4: { zh: "第四季度", en: "the fourth quarter of" },
};

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A calendar window in words: 2026年第三季度内, in the third quarter of 2026. */
export function windowPhrase(window: string): Text {
  const [year = "", part] = window.split("-");
  if (part === undefined) return { zh: `${year}年内`, en: `in ${year}` };
  const named = parts[part];
  if (named !== undefined) return { zh: `${year}年${named.zh}内`, en: `in ${named.en} ${year}` };
  return { zh: `${year}年${Number(part)}月内`, en: `in ${months[Number(part) - 1]} ${year}` };
}

/** A day of the month in English: 1st, 22nd, 31st. */
export function ordinalDay(day: number): string {
  const tail = day > 10 && day < 14 ? 0 : day % 10;
  return `${day}${["th", "st", "nd", "rd"][tail] ?? "th"}`;
}

export function joinTexts(zh: string, en: string, all: readonly Text[]): Text {
  return { zh: all.map((each) => each.zh).join(zh), en: all.map((each) => each.en).join(en) };
}

/** Several things in a row: a, b and c. */
export function enumerateTexts(zh: string, en: string, all: readonly Text[]): Text {
  const english = all.map((each) => each.en);
  const last = english.pop() ?? "";
  return {
    zh: all.map((each) => each.zh).join(zh),
    en: english.length === 0 ? last : `${english.join(", ")} ${en} ${last}`,
  };
}
