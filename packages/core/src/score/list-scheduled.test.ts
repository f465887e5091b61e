import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { type ContractTerms, contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Schedule } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations, type Obligation, readScorePeriods } from "../obligation/index.ts";
import { listScheduled } from "./list-scheduled.ts";

const calendar = createCalendar();
const span = { span: "term", term: "main" } as const;
const summer = { span: "window", window: "2026-Q3" } as const;
const signed = { anchor: "event", event: "signed" } as const;
const schedules: Readonly<Record<string, Schedule>> = {
  watch: { schedule: "throughout", span },
  "summer-watch": { schedule: "throughout", span: summer },
  monthly: { schedule: "every", period: "month", span, from: "span" },
  calendar: { schedule: "every", period: "month", span, from: "calendar" },
  daily: { schedule: "every", period: "day", span },
  scan: { schedule: "count", count: 2, unit: "time", span },
  help: {
    schedule: "onDemand",
    span,
    limits: [{ key: "fast", title: { zh: "2小时" }, count: 2, unit: "hour" }],
  },
  launch: { schedule: "once", due: { rule: "window", window: "2026-Q3" } },
  // 31 May 2026 is a Sunday: what is owed once is due on 1 June.
  rolled: {
    schedule: "once",
    due: { rule: "within", count: 9, unit: "day", after: { anchor: "date", on: "2026-05-22" } },
  },
  undated: { schedule: "once", due: { rule: "on", anchor: signed } },
};

const keys = Object.keys(schedules);
const split = [{ key: "all", title: { zh: "全部" }, percent: "100" }];
const terms: ContractTerms = contractTermsSchema.parse(
  sampleTerms({
    services: keys.map((key) => ({ key, title: { zh: key }, schedule: schedules[key] ?? raise(key) })),
    score: {
      period: "month",
      items: [
        { key: "manner", title: { zh: "配合" }, full: 5, split },
        ...keys.map((key) => ({ key: `i-${key}`, title: { zh: key }, full: 5, split, services: [key] })),
        { key: "pair", title: { zh: "两项" }, full: 5, split, services: ["scan", "launch"] },
      ],
    },
  }),
);

function raise(key: string): never {
  throw new RangeError(key);
}

function listIn(name: string, events: readonly ContractEvent[] = [], more: readonly Obligation[] = []) {
  const period =
    readScorePeriods(terms, events, calendar).find((each) => each.period === name) ?? raise(name);
  const derived = deriveObligations(terms, events, calendar, { horizonOn: period.to });
  return listScheduled(terms, period, [...derived, ...more], events);
}

const scheduledIn = (...of: Parameters<typeof listIn>) =>
  listIn(...of)
    .filter(({ scheduled }) => scheduled)
    .map(({ item }) => item.key.replace("i-", ""));

function whyOf(item: string, ...of: Parameters<typeof listIn>) {
  const { scheduled, why } = listIn(...of).find((each) => each.item.key === item) ?? raise(item);
  return [scheduled, ...why.map(({ zh }) => zh)];
}

const always = ["manner", "watch", "monthly", "calendar", "daily"];
const performed = (of: string, on: string, quantity?: number): ContractEvent => ({
  id: `${of}-${on}`,
  kind: "performed",
  of,
  on,
  ...(quantity === undefined ? {} : { quantity }),
});

describe("listScheduled", () => {
  it("counts what goes on or recurs, and what names no services", () => {
    expect(scheduledIn("2026-07")).toEqual([...always.slice(0, 2), "summer-watch", ...always.slice(2)]);
    expect(whyOf("manner", "2026-06")).toEqual([true, "该项每期都考核"]);
    expect(whyOf("i-watch", "2026-06")).toEqual([true, "“watch”自 2026-04-28 至 2027-04-27"]);
    expect(whyOf("i-summer-watch", "2026-06")).toEqual([false, "“summer-watch”在 2026-06 没有安排"]);
    expect(whyOf("i-daily", "2026-06")).toEqual([true, "“daily（2026-06-01）”应于 2026-06-01 完成，另29项"]);
  });

  it("counts an instance where it is due, before that day rolls off a holiday", () => {
    expect(whyOf("i-monthly", "2026-05")).toEqual([true, "“monthly（第1期）”应于 2026-05-27 完成"]);
    expect(scheduledIn("2026-04")).not.toContain("monthly");
    // 31 May 2026 is a Sunday: May's instance may be done on 1 June.
    expect(whyOf("i-calendar", "2026-05")).toEqual([true, "“calendar（2026-05）”应于 2026-05-31 完成"]);
  });

  it("counts what is owed once in the month in which it is due", () => {
    expect(scheduledIn("2026-08")).toEqual([...always.slice(0, 2), "summer-watch", ...always.slice(2)]);
    expect(scheduledIn("2026-09")).toContain("launch");
    expect(whyOf("pair", "2026-09")).toEqual([true, "“launch”应于 2026-09-30 完成"]);
    expect(whyOf("pair", "2026-08")).toEqual([
      false,
      "“scan”在 2026-08 没有完成记录",
      "“launch”在 2026-08 没有安排",
    ]);
    expect(whyOf("i-rolled", "2026-06")).toEqual([true, "“rolled”应于 2026-06-01 完成"]);
    expect(whyOf("i-undated", "2026-08")).toEqual([false, "“undated”的日期尚未确定"]);
  });

  it("counts a number of times where one was performed, and where they ran out unreached", () => {
    expect(whyOf("i-scan", "2026-06", [performed("scan", "2026-06-30")])).toEqual([
      true,
      "“scan”于 2026-06-30 完成",
    ]);
    expect(scheduledIn("2026-06", [performed("scan", "2026-07-01")])).not.toContain("scan");
    expect(whyOf("i-scan", "2027-03")).toEqual([true, "“scan”截至 2027-04-27 须完成 2，已完成 0"]);
    const two = [performed("scan", "2026-06-30", 2)];
    expect(whyOf("i-scan", "2027-03", two)).toEqual([false, "“scan”在 2027-03 没有完成记录"]);
    expect(whyOf("i-scan", "2027-03", [performed("scan", "2027-05-03", 2)])[0]).toBe(true);
    const word: ContractEvent = { id: "w", kind: "fulfilled", of: "service.scan", on: "2026-10-08" };
    expect(whyOf("i-scan", "2026-10", [word])).toEqual([true, "“scan”于 2026-10-08 完成"]);
    expect(whyOf("i-scan", "2027-03", [word])[0]).toBe(false);
  });

  it("counts what is on demand where it was asked for or performed", () => {
    const asked: ContractEvent = { id: "r", kind: "requested", of: "help", at: "2026-06-30T23:30:00+08:00" };
    expect(whyOf("i-help", "2026-06", [asked])).toEqual([true, "“help”于 2026-06-30 提出"]);
    // Its answer was due on 1 July; it is June's request all the same.
    expect(scheduledIn("2026-07", [asked])).not.toContain("help");
    expect(scheduledIn("2026-06", [performed("help", "2026-06-02")])).toContain("help");
    expect(whyOf("i-help", "2026-08", [asked])).toEqual([false, "“help”在 2026-08 没有提出或完成"]);
  });

  it("counts a stretch of days that is owed in each month that it touches", () => {
    const duty: Obligation = {
      key: "service.help.national-day",
      kind: "service",
      shape: "single",
      title: { zh: "值守（国庆）", en: "duty (National Day)" },
      debtor: "vendor",
      opensOn: "2026-09-30",
      dueOn: "2026-10-08",
      waitingFor: [],
      explanation: { steps: [], provisionalYears: [] },
      fulfilledBy: [],
    };
    expect(whyOf("i-help", "2026-09", [], [duty])).toEqual([
      true,
      "“值守（国庆）”自 2026-09-30 至 2026-10-08",
    ]);
    expect(scheduledIn("2026-10", [], [duty])).toContain("help");
    expect(scheduledIn("2026-11", [], [duty])).not.toContain("help");
  });
});
