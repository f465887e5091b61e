import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import type { DateRule } from "./date-rule.ts";
import { fakeContext } from "./fake-context.ts";
import { renderExplanation } from "./render-explanation.ts";
import { resolveRule } from "./resolve-rule.ts";

const calendar = createCalendar();
const signed = { anchor: "event", event: "signed" } as const;
const onDate = (on: string) => ({ anchor: "date", on }) as const;

function explain(rule: DateRule, context = fakeContext(), clause?: string) {
  return renderExplanation(resolveRule(rule, context), context.calendar, clause);
}

describe("how a date came about", () => {
  it("names clause, events, the later one, the rule with its article, and the days skipped", () => {
    const context = fakeContext({
      events: [
        { kind: "signed", on: "2026-03-03" },
        { kind: "fundsAppropriated", of: "t1", on: "2026-03-16" },
      ],
    });
    const funds = { anchor: "event", event: "fundsAppropriated", of: "t1" } as const;
    const after = { anchor: "lastOf" as const, of: [signed, funds] };
    expect(explain({ rule: "within", count: 20, unit: "workingDay", after }, context, "第五条")).toEqual({
      zh: "依据“第五条”：合同签订：2026-03-03；“t1”财政资金到位：2026-03-16；取最后者 2026-03-16；自 2026-03-16 次日起算20个工作日：2026-04-14（民法典第201条），不计清明节 2026-04-04…2026-04-06、周末6天",
      en: "By clause “第五条”: contract signed: 2026-03-03; fiscal funds appropriated (t1): 2026-03-16; the last of these, 2026-03-16; 20 working days counted from the day after 2026-03-16: 2026-04-14 (Civil Code 201), skipping Qingming Festival 2026-04-04…2026-04-06, 6 weekend days",
    });
  });

  it("counts make-up days, before an event too", () => {
    expect(explain({ rule: "before", count: 10, unit: "workingDay", before: onDate("2026-09-30") })).toEqual({
      zh: "约定日期 2026-09-30；2026-09-30 前10个工作日：2026-09-16，不计中秋节 2026-09-25…2026-09-27、周末1天，计入调休上班 2026-09-20",
      en: "agreed date 2026-09-30; 10 working days before 2026-09-30: 2026-09-16, skipping Mid-Autumn Festival 2026-09-25…2026-09-27, 1 weekend day, counting make-up working day 2026-09-20",
    });
  });

  it("rolls off National Day with its article", () => {
    expect(explain({ rule: "within", count: 1, unit: "month", after: onDate("2026-09-01") })).toEqual({
      zh: "约定日期 2026-09-01；自 2026-09-01 次日起算1个月：2026-10-01（民法典第201、202条）；2026-10-01 为休息日，不计国庆节 2026-10-01…2026-10-07，顺延至 2026-10-08（民法典第203条）",
      en: "agreed date 2026-09-01; 1 month counted from the day after 2026-09-01: 2026-10-01 (Civil Code 201, 202); 2026-10-01 is no working day, skipping National Day 2026-10-01…2026-10-07, so it ends on 2026-10-08 (Civil Code 203)",
    });
  });

  it("names a tenant's own closing day and the provisional year", () => {
    const closed = createCalendar({
      closingDays: [{ from: "2027-06-07", to: "2027-06-07", name: { zh: "停电检修", en: "power cut" } }],
    });
    const context = fakeContext({ calendar: closed });
    expect(
      explain({ rule: "within", count: 1, unit: "workingDay", after: onDate("2027-06-04") }, context),
    ).toEqual({
      zh: "约定日期 2027-06-04；自 2027-06-04 次日起算1个工作日：2027-06-08（民法典第201条），不计停电检修 2027-06-07、周末2天；2027年放假安排尚未公布，按法定节假日和周末暂定",
      en: "agreed date 2027-06-04; 1 working day counted from the day after 2027-06-04: 2027-06-08 (Civil Code 201), skipping power cut 2027-06-07, 2 weekend days; the arrangement for 2027 is not published yet: provisional, by statutory holidays and weekends",
    });
  });

  it("writes hours as they are read in Shanghai", () => {
    const trigger = { kind: "requested", of: "help", at: "2026-06-01T22:15:30Z" } as const;
    const rule: DateRule = { rule: "clock", count: 2, unit: "hour", after: { anchor: "trigger" } };
    expect(explain(rule, fakeContext({ trigger }))).toEqual({
      zh: "请求“help”：2026-06-02 06:15:30；自 2026-06-02 06:15:30 起2小时：2026-06-02 08:15:30（民法典第201条）",
      en: "help requested: 2026-06-02 06:15:30; 2 hours from 2026-06-02 06:15:30: 2026-06-02 08:15:30 (Civil Code 201)",
    });
  });

  it("says what it waits for and who has to act", () => {
    expect(explain({ rule: "on", anchor: signed })).toEqual({
      zh: "等待：合同签订（由双方办理）",
      en: "waiting for: contract signed (both sides have to act)",
    });
    expect(explain({ rule: "on", anchor: { anchor: "event", event: "paid", of: "t1" } })).toEqual({
      zh: "等待：“t1”已付款（由甲方办理）",
      en: "waiting for: paid (t1) (the buyer has to act)",
    });
  });

  it("says that there is no deadline, and a repeated sentence once", () => {
    const context = fakeContext({ events: [{ kind: "signed", on: "2026-03-03" }] });
    expect(explain({ rule: "from", anchor: signed }, context).zh).toBe(
      "合同签订：2026-03-03；此后可履行，未约定期限",
    );
    expect(explain({ rule: "between", from: signed, to: signed }, context).zh).toBe("合同签订：2026-03-03");
  });

  it("words every other step", () => {
    const title = { zh: "服务期", en: "service term" };
    const on = "2026-04-28";
    const steps = [
      { step: "term", title, edge: "start", on },
      { step: "term", title, edge: "end", on },
      { step: "due", title, on },
      { step: "first", on },
      { step: "window", from: on, to: on },
      { step: "period", ordinal: 2, from: on, to: "2026-05-27" },
      { step: "period", ordinal: 3, from: on, to: on },
      { step: "byDay", day: 10, on: "2026-04-10" },
      { step: "byDay", day: 31, on: "2026-04-30" },
      { step: "byTime", time: "16:00" },
    ] as const;
    expect(renderExplanation({ steps, provisionalYears: [2027, 2028] }, calendar)).toEqual({
      zh: "服务期始于 2026-04-28；服务期止于 2026-04-28；“服务期”的期限 2026-04-28；取最先者 2026-04-28；期间 2026-04-28 至 2026-04-28；第2期 2026-04-28 至 2026-05-27；第3期 2026-04-28；当月10日前：2026-04-10；当月无31日，取月末日：2026-04-30；当日 16:00 前；2027、2028年放假安排尚未公布，按法定节假日和周末暂定",
      en: "service term starts on 2026-04-28; service term ends on 2026-04-28; “service term” is due on 2026-04-28; the first of these, 2026-04-28; window 2026-04-28 to 2026-04-28; period 2, 2026-04-28 to 2026-05-27; period 3, 2026-04-28; by the 10th of the month: 2026-04-10; the month has no 31st, its last day: 2026-04-30; before 16:00 on the day; the arrangements for 2027 and 2028 are not published yet: provisional, by statutory holidays and weekends",
    });
  });
});
