import { describe, expect, it } from "vitest";
import { renderReminderEmail } from "./render-reminder-email.tsx";
import type { ReminderMessage } from "@luyue/core/reminder";
import {
  sampleDutyReminder,
  sampleEnglishReminder,
  sampleFindingReminder,
  samplePaceReminder,
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

  it("says the day once where the title is called by it", () => {
    const step = { kind: "overdue", workingDays: 1 } as const;
    const daily = { zh: "驻场日报（2026-05-27）", en: "resident engineer's daily report (2026-05-27)" };
    const subjectOf = (sample: typeof sampleReminder, title = daily) =>
      renderReminderEmail(withObligation({ ...sample, step }, { title })).subject;
    expect(subjectOf(sampleReminder)).toBe("【履约】逾期1个工作日：驻场日报（2026-05-27）");
    expect(subjectOf(sampleEnglishReminder)).toBe(
      "[Lüyue] 1 working day overdue: resident engineer's daily report (2026-05-27)",
    );
    const other = { zh: "驻场日报（2026-05-26）", en: "x" };
    expect(subjectOf(sampleReminder, other)).toBe(
      "【履约】逾期1个工作日：驻场日报（2026-05-2…（2026-05-27）",
    );
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

const inEnglish = (message: ReminderMessage): ReminderMessage => ({
  ...message,
  recipient: { ...message.recipient, language: "en" },
});

describe("duty that is about to begin", () => {
  it("names the first day, and asks who owes it to be ready", () => {
    const { subject, text } = renderReminderEmail(sampleDutyReminder);
    expect(subject).toBe("【履约】7天后开始：重保安全值守（国庆）（2026-10-01）");
    expect(text).toContain("本事项应由贵方履行，请在开始前做好准备。");
    expect(text).toContain("到期日：2026年10月7日（星期三）");
    expect(text).toContain("办理期间：2026年10月1日（星期四）起");
    expect(text).toContain("期限：7 天后开始");
    const today = { ...sampleDutyReminder, step: { kind: "opening", days: 0 } } as const;
    expect(renderReminderEmail(today).subject).toMatch(/^【履约】今天开始：/);
  });

  it("says it in English, and to the other side", () => {
    const english = inEnglish(sampleDutyReminder);
    const { subject, text } = renderReminderEmail({ ...english, step: { kind: "opening", days: 1 } });
    expect(subject).toBe("[Lüyue] Begins in 1 day: Duty in key periods (National Day) (2026-10-01)");
    expect(text).toContain("Time: Begins in 1 day");
    const buyer = renderReminderEmail({ ...english, recipient: { ...english.recipient, side: "buyer" } });
    expect(buyer.text).toContain("Please make sure that they are ready.");
    const today = renderReminderEmail({ ...english, step: { kind: "opening", days: 0 } });
    expect(today.subject).toMatch(/^\[Lüyue\] Begins today: /);
  });
});

describe("duty whose days are over", () => {
  it("asks for the record of it", () => {
    const over = { ...sampleDutyReminder, step: { kind: "overdue", workingDays: 2 } } as const;
    const atBuyer = { ...over, recipient: { ...over.recipient, side: "buyer" } } as const;
    expect(renderReminderEmail(over).subject).toBe(
      "【履约】逾期2个工作日：重保安全值守（国庆）（2026-10-07）",
    );
    expect(renderReminderEmail(over).text).toContain(
      "值守时间已过，值守记录尚未提交或尚未通过，请尽快提交。",
    );
    expect(renderReminderEmail(atBuyer).text).toContain("请及时催办或审核。");
    expect(renderReminderEmail(inEnglish(over)).text).toContain("not been accepted. Please hand it in.");
    expect(renderReminderEmail(inEnglish(atBuyer)).text).toContain(
      "Please follow it up, or check the record.",
    );
  });
});

describe("a quota that is behind", () => {
  it("says what is done of what is owed, what should be, and what is left in which time", () => {
    const { subject, text } = renderReminderEmail(samplePaceReminder);
    expect(subject).toBe("【履约】进度落后：漏洞扫描（2027-04-27）");
    expect(text).toContain("本事项应由对方履行，进度落后于时间，请及时督促。");
    expect(text).toContain("数量：共需6次，已完成1次");
    expect(text).toContain("进度：按时间进度应完成3次，尚余5次，还有 182 天");
  });

  it("says it in English", () => {
    const { subject, text } = renderReminderEmail(inEnglish(samplePaceReminder));
    expect(subject).toBe("[Lüyue] Behind schedule: Vulnerability scan (2027-04-27)");
    expect(text).toContain("Count: 6 times owed, 1 done");
    expect(text).toContain("Pace: 3 times expected by now, 5 left to do in 182 days");
  });

  it("speaks of an allowance as what may be used, and of what was used beyond it", () => {
    const quota = { count: 30, unit: "day", done: 33, atMost: true } as const;
    const message = withObligation(sampleWaitingReminder, { quota });
    expect(renderReminderEmail(message).text).toContain("数量：最多30天，已用33天，超出3天");
    expect(renderReminderEmail(inEnglish(message)).text).toContain(
      "Count: at most 30 days, 33 used, 3 too many",
    );
    const within = withObligation(message, { quota: { ...quota, done: 12 } });
    expect(renderReminderEmail(within).text).toContain("数量：最多30天，已用12天\n");
  });
});
