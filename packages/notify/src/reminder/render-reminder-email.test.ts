import { describe, expect, it } from "vitest";
import { renderReminderEmail } from "./render-reminder-email.tsx";
import type { ReminderMessage } from "@luyue/core/reminder";
import {
  sampleEnglishReminder,
  sampleFindingReminder,
  sampleReminder,
  sampleWaitingReminder,
} from "./sample-reminder.ts";

function withObligation(
  message: ReminderMessage,
  change: Partial<ReminderMessage["obligation"]>,
): ReminderMessage {
  return { ...message, obligation: { ...message.obligation, ...change } };
}

const longTitle = {
  zh: "提交信息系统网络安全等级保护测评报告".repeat(5),
  en: "Hand in the yearly report ".repeat(10),
};

describe("the subject", () => {
  it.each([
    [
      "lead",
      { kind: "lead", days: 7 },
      "【履约】还有7天：第一期付款（2026-05-27）",
      "[Lüyue] 7 days left: First payment (2026-05-27)",
    ],
    [
      "last day",
      { kind: "lead", days: 1 },
      "【履约】还有1天：第一期付款（2026-05-27）",
      "[Lüyue] 1 day left: First payment (2026-05-27)",
    ],
    [
      "due today",
      { kind: "dueToday" },
      "【履约】今天到期：第一期付款（2026-05-27）",
      "[Lüyue] Due today: First payment (2026-05-27)",
    ],
    [
      "overdue",
      { kind: "overdue", workingDays: 3 },
      "【履约】逾期3个工作日：第一期付款（2026-05-27）",
      "[Lüyue] 3 working days overdue: First payment (2026-05-27)",
    ],
  ] as const)("names the step, the title and the date: %s", (_name, step, zh, en) => {
    expect(renderReminderEmail({ ...sampleReminder, step }).subject).toBe(zh);
    expect(renderReminderEmail({ ...sampleEnglishReminder, step }).subject).toBe(en);
  });

  it("has no date while there is none", () => {
    expect(renderReminderEmail(sampleWaitingReminder).subject).toBe("【履约】尚待办理：尾款支付");
  });

  it("shortens a long title and keeps the date, under 40 characters in Chinese", () => {
    for (const step of [
      { kind: "overdue", workingDays: 120 },
      { kind: "lead", days: 365 },
    ] as const) {
      const { subject } = renderReminderEmail(
        withObligation({ ...sampleReminder, step }, { title: longTitle }),
      );
      expect([...subject]).toHaveLength(39);
      expect(subject).toMatch(/^【履约】.+：提交.+…（2026-05-27）$/);
    }
    const english = renderReminderEmail(withObligation(sampleEnglishReminder, { title: longTitle })).subject;
    expect([...english]).toHaveLength(78);
    expect(english).toMatch(/… \(2026-05-27\)$/);
  });

  it("never cuts a character in half", () => {
    const title = { zh: "𠮷".repeat(60), en: "x" };
    expect(renderReminderEmail(withObligation(sampleReminder, { title })).subject.isWellFormed()).toBe(true);
  });
});

describe("the body", () => {
  const bodies = (message: ReminderMessage): readonly string[] => {
    const { html, text } = renderReminderEmail(message);
    return [html, text];
  };

  it("says in Chinese what, how much, when, who, why, by which clause and where", () => {
    for (const body of bodies(sampleReminder)) {
      for (const words of [
        "第一期付款",
        "1,234,567.80 元",
        "2026年5月27日（星期三）",
        "还有 7 天",
        "示例市数据资源中心（甲方，即贵方）",
        "合同生效（2026-04-27）后一个月内",
        "第五条第（一）款",
        "政务云运行维护服务",
        "示例采〔2026〕018号",
        "付款",
      ]) {
        expect(body).toContain(words);
      }
    }
  });

  it("says it in English, with the debtor seen from the other side", () => {
    for (const body of bodies({ ...sampleEnglishReminder, step: { kind: "overdue", workingDays: 1 } })) {
      for (const words of [
        "First payment",
        "CNY 1,234,567.80",
        "Wednesday, 27 May 2026",
        "1 working day overdue",
        "示例市数据资源中心 (buyer)",
        "for the other party to perform",
        "Within one month of the contract taking effect (2026-04-27)",
      ]) {
        expect(body).toContain(words);
      }
    }
  });

  it("names the vendor when the vendor owes", () => {
    const message = withObligation(sampleEnglishReminder, { debtor: "vendor" });
    for (const body of bodies(message)) expect(body).toContain("示例云服务有限公司 (vendor, your side)");
  });

  it("says what it waits for and who holds it", () => {
    for (const body of bodies(sampleWaitingReminder)) {
      expect(body).toContain("收到等额发票（由供应商负责）");
      expect(body).toContain("年度验收通过（由验收岗负责）");
      expect(body).toContain("条件具备后确定");
    }
  });

  it("says how far findings are, and by when they are to be answered", () => {
    for (const body of bodies(sampleFindingReminder)) {
      expect(body).toContain("待反馈 5 项，待审核 3 项，待复测 2 项，已销号 2 项，共 12 项");
      expect(body).toContain("2026年6月30日（星期二）");
    }
    const { recipient } = sampleEnglishReminder;
    for (const body of bodies({ ...sampleFindingReminder, recipient })) {
      expect(body).toContain("5 to answer, 3 under review, 2 to re-test, 2 closed, of 12");
      expect(body).toContain("Tuesday, 30 June 2026");
    }
  });

  it("says the hour, the opening of a window and that a date is provisional", () => {
    const message = withObligation(sampleReminder, {
      dueTime: "16:00",
      windowOpensOn: "2026-05-20",
      provisional: true,
    });
    for (const body of bodies(message)) {
      expect(body).toContain("2026年5月27日（星期三） 16:00 前");
      expect(body).toContain("2026年5月20日（星期三）起");
      expect(body).toContain("暂定");
    }
    for (const body of bodies(sampleReminder)) expect(body).not.toContain("暂定");
  });

  it("leaves out what there is none of", () => {
    const { clause: _clause, ...unclaused } = sampleReminder;
    const { amount: _amount, ...free } = unclaused.obligation;
    for (const body of bodies({ ...unclaused, obligation: free })) {
      expect(body).not.toContain("金额");
      expect(body).not.toContain("合同条款");
      expect(body).not.toContain("undefined");
    }
  });

  it("holds no data of the person it goes to", () => {
    for (const body of bodies(sampleReminder)) {
      expect(body).not.toContain(sampleReminder.recipient.name);
      expect(body).not.toContain(sampleReminder.recipient.email);
    }
  });
});

describe("the html", () => {
  it("is escaped everywhere", () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    const message: ReminderMessage = {
      ...withObligation(sampleWaitingReminder, {
        title: { zh: hostile, en: hostile },
        kindName: { zh: hostile, en: hostile },
      }),
      tenant: { name: hostile },
      contract: { number: hostile, name: hostile },
      waitingFor: [{ label: { zh: hostile, en: hostile }, holder: { zh: hostile, en: hostile } }],
      why: { zh: hostile, en: hostile },
      clause: hostile,
      link: `https://luyue.example/"><script>`,
    };
    const { html } = renderReminderEmail(message);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;img");
  });

  it("has one link, loads nothing and fits a phone", () => {
    const { html } = renderReminderEmail(sampleReminder);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('href="https://luyue.example/contracts/ctr_01?obligation=obl_01&amp;from=mail"');
    expect(html).not.toMatch(/<(img|link|script|style|iframe)\b|url\(|@import|src=/i);
    expect(html).toContain("max-width:600px");
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="zh-CN">')).toBe(true);
    expect(renderReminderEmail(sampleEnglishReminder).html).toContain('<html lang="en">');
  });
});

describe("the text", () => {
  it("stands alone, with the link on a line of its own and no markup", () => {
    const { text } = renderReminderEmail(sampleReminder);
    expect(text.split("\n")).toContain(sampleReminder.link);
    expect(text).not.toMatch(/<[a-z]|&amp;/i);
    expect(text).not.toMatch(/[ \t]$/m);
  });
});

describe("a payment that was paid in part, to a small enterprise", () => {
  const part = withObligation(sampleReminder, { rest: "234567.80", statutoryOn: "2026-07-26" });

  it("says what is still owed and the latest day by law, beside the contract's", () => {
    const { text } = renderReminderEmail(part);
    expect(text).toContain("金额：1,234,567.80 元");
    expect(text).toContain("尚未付清：234,567.80 元");
    expect(text).toContain("到期日：2026年5月27日（星期三）");
    expect(text).toContain("法定最迟：2026年7月26日（星期日）");
    const english = renderReminderEmail({ ...part, recipient: sampleEnglishReminder.recipient }).text;
    expect(english).toContain("Still owed: CNY 234,567.80");
    expect(english).toContain("Latest by law: Sunday, 26 July 2026");
  });

  it("names the law's day alone where the contract sets none, in the subject too", () => {
    const { dueOn: _none, ...undated } = part.obligation;
    const { subject, text } = renderReminderEmail({ ...part, obligation: undated });
    expect(subject).toBe("【履约】还有7天：第一期付款（2026-07-26）");
    expect(text).not.toContain("到期日");
    expect(text).toContain("法定最迟：2026年7月26日（星期日）");
  });

  it("keeps the contract's reason and the law's apart", () => {
    const why = { zh: "甲\n乙", en: "one\ntwo" };
    const { html, text } = renderReminderEmail({ ...part, why });
    expect(text).toContain("甲\n乙");
    expect(html).toMatch(/>甲<\/p>.*>乙<\/p>/);
  });
});
