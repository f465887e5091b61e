import type { ReminderMessage } from "@luyue/core/reminder";
import { describe, expect, it } from "vitest";
import { renderReminderEmail } from "./render-reminder-email.tsx";
import { sampleClockReminder } from "./sample-reminder.ts";

type Stage = "started" | "closing" | "broken";

/** The sample at a stage with so many minutes left. */
function clockAt(stage: Stage, minutesLeft: number): ReminderMessage {
  const { obligation } = sampleClockReminder;
  return {
    ...sampleClockReminder,
    step: { kind: "clock", stage },
    obligation: { ...obligation, minutesLeft },
  };
}

/** To somebody of a side, in each language. */
function render(message: ReminderMessage, side: "buyer" | "vendor") {
  const inLanguage = (language: "zh" | "en") =>
    renderReminderEmail({ ...message, recipient: { ...message.recipient, side, language } });
  return { zh: inLanguage("zh"), en: inLanguage("en") };
}

describe("the clock of an incident", () => {
  it.each([
    ["started", 30, "开始计时", "The clock runs"],
    ["closing", 7, "还剩7分钟", "7 minutes left"],
    ["closing", 1, "还剩1分钟", "1 minute left"],
    ["closing", 119, "还剩119分钟", "119 minutes left"],
    ["closing", 120, "还剩2小时", "2 hours left"],
    ["closing", 301, "还剩5小时1分钟", "5 hours 1 minute left"],
    ["broken", 0, "已超时", "Out of time"],
  ] as const)("that has %s names in the subject what is left: %i minutes", (stage, minutesLeft, zh, en) => {
    const mail = render(clockAt(stage, minutesLeft), "vendor");
    expect(mail.zh.subject).toMatch(new RegExp(`^【履约】${zh}：应急响应：30分钟内响应`, "u"));
    expect(mail.en.subject).toMatch(new RegExp(`^\\[Lüyue\\] ${en}: Emergency response`, "u"));
  });

  it.each([
    [
      "started",
      30,
      "vendor",
      "请立即办理，并登记响应、到场、恢复时刻",
      "has started. Please see to it at once",
    ],
    ["started", 30, "buyer", "对方的时限已开始计算", "Please keep an eye on it."],
    ["closing", 7, "vendor", "时限即将用完，请立即办理。", "running out. Please see to it at once."],
    ["closing", 7, "buyer", "对方的时限即将用完，请及时催办。", "running out. Please follow it up."],
    ["broken", 0, "vendor", "时限已过，请立即办理并登记时刻。", "is over. Please see to it at once"],
    ["broken", 0, "buyer", "对方的时限已过，请立即催办。", "is over. Please follow it up at once."],
  ] as const)("that has %s with %i minutes left asks the %s", (stage, left, side, zh, en) => {
    const mail = render(clockAt(stage, left), side);
    expect(mail.zh.text).toContain(zh);
    expect(mail.en.text).toContain(en);
  });

  it("says until when, or since when", () => {
    const closing = render(clockAt("closing", 7), "vendor");
    expect(closing.zh.text).toContain("期限：还剩7分钟，至 2026-10-02 00:20");
    expect(closing.en.text).toContain("Time: 7 minutes left, until 2026-10-02 00:20");
    const broken = render(clockAt("broken", 0), "vendor");
    expect(broken.zh.text).toContain("期限：自 2026-10-02 00:20 起已超时");
    expect(broken.en.text).toContain("Time: Out of time since 2026-10-02 00:20");
  });
});
