import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Text } from "../text/index.ts";
import { type Anchor, type DateRule, dateRuleSchema } from "./date-rule.ts";
import { type NameSubject, printRule } from "./print-rule.ts";
import { eventKinds, type EventKind } from "../event/index.ts";

const names: Readonly<Record<string, Text>> = {
  main: { zh: "服务期", en: "service term" },
  t1: { zh: "首期款", en: "first payment" },
  "payment.t1": { zh: "首期款", en: "first payment" },
  final: { zh: "项目验收", en: "final acceptance" },
  "service.scan": { zh: "漏洞扫描", en: "vulnerability scan" },
  confirmed: { zh: "总结报告经书面确认", en: "closing report confirmed" },
};
const nameOf: NameSubject = (subject) => names[subject] ?? { zh: subject, en: subject };

const signed: Anchor = { anchor: "event", event: "signed" };
const funds: Anchor = { anchor: "event", event: "fundsAppropriated", of: "t1" };
const passed: Anchor = { anchor: "event", event: "acceptancePassed", of: "final" };
const trigger: Anchor = { anchor: "trigger" };
const termEnd: Anchor = { anchor: "term", term: "main", edge: "end" };
const dueOfPayment: Anchor = { anchor: "due", of: "payment.t1" };
const sixMonths: DateRule = { rule: "within", count: 6, unit: "month", after: signed, roll: "none" };
const tenDays = (after: Anchor): DateRule => ({ rule: "within", count: 10, unit: "day", after });

describe("a rule in words", () => {
  it.each([
    [{ rule: "on", anchor: { anchor: "date", on: "2026-04-28" } }, "2026-04-28", "on 2026-04-28"],
    [{ rule: "on", anchor: signed }, "合同签订当日", "on the day of the signing of the contract"],
    [{ rule: "on", anchor: passed }, "“项目验收”通过当日", "on the day of the passing of “final acceptance”"],
    [{ rule: "on", anchor: termEnd }, "服务期届满当日", "on the last day of “service term”"],
    [
      { rule: "on", anchor: { anchor: "term", term: "main", edge: "start" } },
      "服务期开始当日",
      "on the first day of “service term”",
    ],
    [{ rule: "on", anchor: dueOfPayment }, "“首期款”到期当日", "on the due date of “first payment”"],
    [
      { rule: "on", anchor: { anchor: "fulfilled", of: "service.scan" } },
      "“漏洞扫描”完成当日",
      "on the day of completion of “vulnerability scan”",
    ],
    [{ rule: "on", anchor: trigger }, "该事件发生当日", "on the day of that event"],
    [{ rule: "from", anchor: signed }, "自合同签订起", "from the signing of the contract onwards"],
    [
      { rule: "from", anchor: { anchor: "rule", rule: sixMonths } },
      "自合同签订之日起满6个月起",
      "from the end of 6 months from the signing of the contract onwards",
    ],
    [
      { rule: "within", count: 20, unit: "workingDay", after: { anchor: "lastOf", of: [signed, funds] } },
      "合同签订且“首期款”财政资金到位（以较晚者为准）后20个工作日内",
      "within 20 working days after the signing of the contract and the appropriation of fiscal funds for “first payment” (whichever is later)",
    ],
    [
      { rule: "within", count: 1, unit: "day", after: { anchor: "firstOf", of: [signed, passed, trigger] } },
      "合同签订或“项目验收”通过或该事件发生（以较早者为准）后1日内",
      "within 1 day after the signing of the contract, the passing of “final acceptance” or that event (whichever is earliest)",
    ],
    [
      { rule: "within", count: 1, unit: "year", after: signed, roll: "none" },
      "合同签订后1年内（遇休息日不顺延）",
      "within 1 year after the signing of the contract (holidays do not extend it)",
    ],
    [
      { rule: "within", count: 10, unit: "workingDay", after: { anchor: "rule", rule: sixMonths } },
      "合同签订之日起满6个月后10个工作日内",
      "within 10 working days after the end of 6 months from the signing of the contract",
    ],
    [
      {
        rule: "within",
        count: 5,
        unit: "day",
        after: { anchor: "rule", rule: { rule: "window", window: "2026-Q3" } },
      },
      "“2026年第三季度内”的期限后5日内",
      "within 5 days after the date set by “in the third quarter of 2026”",
    ],
    [
      tenDays({ anchor: "event", event: "milestone", of: "confirmed" }),
      "约定节点“总结报告经书面确认”后10日内",
      "within 10 days after the milestone “closing report confirmed”",
    ],
    [
      { rule: "within", count: 0, unit: "day", after: signed },
      "合同签订当日",
      "on the day of the signing of the contract",
    ],
    [
      { rule: "before", count: 10, unit: "workingDay", before: dueOfPayment },
      "至少在“首期款”到期前10个工作日",
      "at least 10 working days before the due date of “first payment”",
    ],
    [
      { rule: "before", count: 0, unit: "day", before: dueOfPayment },
      "不迟于“首期款”到期当日",
      "no later than the due date of “first payment”",
    ],
    [
      { rule: "before", count: 1, unit: "week", before: trigger },
      "至少在该事件发生前1周",
      "at least 1 week before that event",
    ],
    [
      { rule: "clock", count: 2, unit: "hour", after: trigger },
      "该事件发生后2小时内",
      "within 2 hours after that event",
    ],
    [
      { rule: "clock", count: 1, unit: "minute", after: trigger },
      "该事件发生后1分钟内",
      "within 1 minute after that event",
    ],
    [{ rule: "window", window: "2026" }, "2026年内", "in 2026"],
    [{ rule: "window", window: "2026-H2" }, "2026年下半年内", "in the second half of 2026"],
    [{ rule: "window", window: "2026-09" }, "2026年9月内", "in September 2026"],
    [
      { rule: "between", from: signed, to: termEnd },
      "自合同签订起至服务期届满止",
      "from the signing of the contract to the end of “service term”",
    ],
    [
      { rule: "later", of: [tenDays(signed), { rule: "window", window: "2026-Q3" }] },
      "以较晚者为准：合同签订后10日内；2026年第三季度内",
      "the later of: within 10 days after the signing of the contract; in the third quarter of 2026",
    ],
    [
      {
        rule: "earlier",
        of: [tenDays(passed), { rule: "on", anchor: { anchor: "date", on: "2026-12-31" } }, tenDays(signed)],
      },
      "以较早者为准：“项目验收”通过后10日内；2026-12-31；合同签订后10日内",
      "the earliest of: within 10 days after the passing of “final acceptance”; on 2026-12-31; within 10 days after the signing of the contract",
    ],
  ] satisfies [DateRule, string, string][])("%j", (rule, zh, en) => {
    expect(dateRuleSchema.safeParse(rule).success).toBe(true);
    expect(printRule(rule, nameOf)).toEqual({ zh, en });
  });

  it("names subjects by their keys where nobody names them", () => {
    expect(printRule({ rule: "on", anchor: dueOfPayment })).toEqual({
      zh: "“payment.t1”到期当日",
      en: "on the due date of “payment.t1”",
    });
  });
});

describe("any rule in words", () => {
  const kinds = Object.keys(eventKinds) as EventKind[]; // keys of a literal object are its key type
  const leaves: fc.Arbitrary<Anchor> = fc.oneof(
    fc.constantFrom<Anchor>(signed, funds, trigger, termEnd, dueOfPayment, {
      anchor: "date",
      on: "2026-04-28",
    }),
    fc.constantFrom(...kinds).map((event): Anchor => {
      const alone = eventKinds[event].about === "nothing";
      return { anchor: "event", event, ...(alone ? {} : { of: "final" }) };
    }),
  );
  const { rule: rules } = fc.letrec<{ rule: DateRule; anchor: Anchor }>((tie) => ({
    anchor: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaves,
      fc.record({
        anchor: fc.constantFrom("lastOf", "firstOf"),
        of: fc.array(tie("anchor"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ anchor: fc.constant("rule" as const), rule: tie("rule") }),
    ),
    rule: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.record({ rule: fc.constantFrom("on", "from"), anchor: leaves }),
      fc.record({
        rule: fc.constant("within" as const),
        count: fc.integer({ min: 0, max: 30 }),
        unit: fc.constantFrom("workingDay", "day", "week", "month", "year"),
        after: tie("anchor"),
      }),
      fc.record({
        rule: fc.constant("before" as const),
        count: fc.integer({ min: 0, max: 30 }),
        unit: fc.constantFrom("workingDay", "day", "week", "month", "year"),
        before: tie("anchor"),
      }),
      fc.record({ rule: fc.constant("between" as const), from: tie("anchor"), to: tie("anchor") }),
      fc.record({
        rule: fc.constantFrom("later", "earlier"),
        of: fc.array(tie("rule"), { minLength: 2, maxLength: 3 }),
      }),
    ),
  }));

  it("has no doubled space, mark or preposition, no hole, and one language each", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const { zh, en } = printRule(rule, nameOf);
        expect(en).not.toMatch(
          / {2}|^ | $| [,;:.)]|\( |,,|undefined|\bit\b|\b(after|before|of|from|the|on) \1\b/,
        );
        expect(en).not.toMatch(/[\u4e00-\u9fff]/u);
        expect(zh).not.toMatch(/\s|undefined|自自|起起|后后|前前|当日当日|，，|：：/);
      }),
      { numRuns: 500 },
    );
  });
});
