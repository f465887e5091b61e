import type { ReminderMessage } from "@luyue/core/reminder";
import { describe, expect, it } from "vitest";
import { renderReminderEmail } from "./render-reminder-email.tsx";
import { sampleClockReminder } from "./sample-reminder.ts";

describe("the clock of an incident", () => {
  const at = (stage: "started" | "closing" | "broken", minutesLeft: number, side: "buyer" | "vendor") => {
    const { recipient } = sampleClockReminder;
    const message: ReminderMessage = {
      ...sampleClockReminder,
      step: { kind: "clock", stage },
      recipient: { ...recipient, side },
      obligation: { ...sampleClockReminder.obligation, minutesLeft },
    };
    return {
      zh: renderReminderEmail(message).text,
      en: renderReminderEmail({ ...message, recipient: { ...message.recipient, language: "en" } }).text,
    };
  };

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
    const text = at(stage, left, side);
    expect(text.zh).toContain(zh);
    expect(text.en).toContain(en);
  });

  it("says until when, or since when", () => {
    expect(at("closing", 7, "vendor")).toEqual({
      zh: expect.stringContaining("期限：还剩7分钟，至 2026-10-02 00:20"),
      en: expect.stringContaining("Time: 7 minutes left, until 2026-10-02 00:20"),
    });
    expect(at("broken", 0, "vendor")).toEqual({
      zh: expect.stringContaining("期限：自 2026-10-02 00:20 起已超时"),
      en: expect.stringContaining("Time: Out of time since 2026-10-02 00:20"),
    });
  });
});
