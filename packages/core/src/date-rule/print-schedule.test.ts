import { describe, expect, it } from "vitest";
import { type Schedule, scheduleSchema } from "./date-rule.ts";
import { periodPhrase } from "./phrase.ts";
import { countPhrase, printSchedule } from "./print-schedule.ts";

const nameOf = (subject: string) =>
  subject === "main" ? { zh: "服务期", en: "service term" } : { zh: "日志分析", en: "log analysis" };
const span = { span: "term", term: "main" } as const;
const q3 = { span: "window", window: "2026-Q3" } as const;
const fixed = {
  span: "between",
  from: { anchor: "date", on: "2026-04-28" },
  to: { anchor: "date", on: "2027-04-27" },
} as const;
const every = { schedule: "every", span } as const;

describe("a schedule in words", () => {
  it.each([
    [{ schedule: "once", due: { rule: "window", window: "2026-05" } }, "2026年5月内", "in May 2026"],
    [{ ...every, period: "day" }, "服务期内每日", "every day during “service term”"],
    [
      { ...every, period: "workingDay", byTime: "16:00" },
      "服务期内每个工作日16:00前",
      "every working day before 16:00 during “service term”",
    ],
    [{ ...every, period: "week" }, "服务期内每周", "every week during “service term”"],
    [
      { ...every, period: "week", from: "calendar", byTime: "18:00" },
      "服务期内每个自然周最后一日18:00前",
      "every calendar week before 18:00 on its last day during “service term”",
    ],
    [{ ...every, period: "month" }, "服务期内每月", "every month during “service term”"],
    [
      { ...every, period: "month", from: "calendar" },
      "服务期内每个自然月",
      "every calendar month during “service term”",
    ],
    [
      { ...every, period: "month", byDay: 10 },
      "服务期内每月10日前（含当日）",
      "every month by the 10th during “service term”",
    ],
    [
      { ...every, period: "month", byDay: 1, byTime: "12:00" },
      "服务期内每月1日12:00前",
      "every month before 12:00 on the 1st during “service term”",
    ],
    [
      { ...every, period: "month", byDay: 30 },
      "服务期内每月30日（无此日的为月末日）前（含当日）",
      "every month by the 30th (or the last day of a shorter month) during “service term”",
    ],
    [
      { ...every, period: "month", byDay: 31 },
      "服务期内每月月末日前（含当日）",
      "every month by the last day of the month during “service term”",
    ],
    [
      { ...every, period: "quarter", byDay: 22 },
      "服务期内每季度首月22日前（含当日）",
      "every quarter by the 22nd of its first month during “service term”",
    ],
    [
      { ...every, period: "halfYear", span: fixed },
      "自2026-04-28起至2027-04-27止，每半年",
      "every half-year from 2026-04-28 to 2027-04-27",
    ],
    [{ ...every, period: "year" }, "服务期内每年", "every year during “service term”"],
    [{ schedule: "count", count: 1, unit: "time", span }, "服务期内共1次", "once during “service term”"],
    [
      { schedule: "count", count: 2, unit: "time", span: q3 },
      "2026年第三季度内共2次",
      "twice in the third quarter of 2026",
    ],
    [{ schedule: "count", count: 6, unit: "time", span }, "服务期内共6次", "6 times during “service term”"],
    [
      { schedule: "count", count: 710, unit: "pc", span },
      "服务期内共710台终端",
      "710 PCs during “service term”",
    ],
    [
      { schedule: "count", count: 30, unit: "day", bound: "atMost", span },
      "服务期内累计不超过30天",
      "at most 30 days during “service term”",
    ],
    [
      { schedule: "count", count: 2, unit: "time", bound: "atLeast", span },
      "服务期内至少2次",
      "at least twice during “service term”",
    ],
    [
      { schedule: "keyPeriods", span, each: "period" },
      "服务期内每个重保时期",
      "each key period during “service term”",
    ],
    [
      { schedule: "keyPeriods", span, each: "period", byTime: "18:00" },
      "服务期内每个重保时期最后一日18:00前",
      "each key period before 18:00 on its last day during “service term”",
    ],
    [
      { schedule: "keyPeriods", span, each: "period", within: { count: 5, unit: "workingDay" } },
      "服务期内每个重保时期结束后5个工作日内",
      "within 5 working days after each key period during “service term”",
    ],
    [
      {
        schedule: "keyPeriods",
        span: q3,
        each: "period",
        within: { count: 1, unit: "day" },
        byTime: "12:00",
      },
      "2026年第三季度内每个重保时期结束后1日内（12:00前）",
      "within 1 day after each key period, before 12:00 in the third quarter of 2026",
    ],
    [
      { schedule: "keyPeriods", span: fixed, each: "day" },
      "自2026-04-28起至2027-04-27止，重保时期每日",
      "every day of the key periods from 2026-04-28 to 2027-04-27",
    ],
    [
      { schedule: "keyPeriods", span, each: "day", byTime: "16:00" },
      "服务期内重保时期每日16:00前",
      "every day of the key periods before 16:00 during “service term”",
    ],
    [{ schedule: "throughout", span }, "服务期内持续提供", "continuously during “service term”"],
    [{ schedule: "onDemand", span }, "服务期内按需提供", "on demand during “service term”"],
    [
      {
        schedule: "onDemand",
        span,
        limits: [
          { key: "respond", title: { zh: "响应", en: "response" }, count: 30, unit: "minute" },
          { key: "site", title: { zh: "到场" }, count: 2, unit: "hour" },
        ],
      },
      "服务期内按需提供；响应：30分钟内；到场：2小时内",
      "on demand during “service term”; response: within 30 minutes; 到场: within 2 hours",
    ],
    [
      {
        schedule: "onEach",
        event: "performed",
        of: "logs",
        due: { rule: "within", count: 1, unit: "week", after: { anchor: "trigger" } },
      },
      "每次完成“日志分析”：该事件发生后1周内",
      "each time (log analysis performed): within 1 week after that event",
    ],
    [
      {
        schedule: "onEach",
        event: "addressChanged",
        due: { rule: "before", count: 5, unit: "day", before: { anchor: "trigger" } },
      },
      "每次地址变更：至少在该事件发生前5日",
      "each time (address changed): at least 5 days before that event",
    ],
  ] satisfies [Schedule, string, string][])("%j", (schedule, zh, en) => {
    expect(scheduleSchema.safeParse(schedule).success).toBe(true);
    expect(printSchedule(schedule, nameOf)).toEqual({ zh, en });
  });

  it("writes English ordinals", () => {
    const day = (byDay: number) => printSchedule({ ...every, period: "month", byDay }).en;
    const said = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23].map((byDay) => /by the (\S+)/.exec(day(byDay))?.[1]);
    expect(said).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd"]);
  });
});

describe("counts in words", () => {
  it("have plurals", () => {
    expect(periodPhrase(1, "workingDay")).toEqual({ zh: "1个工作日", en: "1 working day" });
    expect(periodPhrase(30, "minute")).toEqual({ zh: "30分钟", en: "30 minutes" });
    expect(countPhrase(1, "person")).toEqual({ zh: "1人", en: "1 person" });
    expect(countPhrase(8, "person")).toEqual({ zh: "8人", en: "8 people" });
    expect(countPhrase(560, "api")).toEqual({ zh: "560个接口", en: "560 APIs" });
  });
});
