import { describe, expect, it } from "vitest";
import { reminderWebhookPayload } from "@luyue/core/reminder";
import { sampleReminder, sampleWaitingReminder } from "./sample-reminder.ts";

const AT = Date.UTC(2026, 4, 20, 1, 2, 3);

describe("reminderWebhookPayload", () => {
  it("holds the reminder in both languages, with the instant it came about", () => {
    const payload = reminderWebhookPayload(sampleReminder, AT);
    expect(payload.type).toBe("reminder.due");
    expect(payload.timestamp).toBe("2026-05-20T01:02:03.000Z");
    expect(payload.data).toMatchObject({
      id: "rmd_01sample",
      tenant: { name: "示例市数据资源中心" },
      contract: { number: "示例采〔2026〕018号" },
      obligation: {
        title: { zh: "第一期付款", en: "First payment" },
        amount: "1234567.80",
        dueOn: "2026-05-27",
      },
      clause: "第五条第（一）款",
      step: { kind: "lead", days: 7 },
      side: "buyer",
    });
  });

  it.each([
    [{ kind: "dueToday" }, "reminder.due"],
    [{ kind: "overdue", workingDays: 2 }, "reminder.overdue"],
    [{ kind: "waiting", round: 1 }, "reminder.waiting"],
    [{ kind: "opening", days: 7 }, "reminder.opening"],
    [{ kind: "pace", checkpoint: 2 }, "reminder.pace"],
    [{ kind: "clock", stage: "started" }, "reminder.due"],
    [{ kind: "clock", stage: "closing" }, "reminder.due"],
    [{ kind: "clock", stage: "broken" }, "reminder.overdue"],
  ] as const)("calls %o %s", (step, type) => {
    expect(reminderWebhookPayload({ ...sampleReminder, step }, AT).type).toBe(type);
  });

  it("names what a waiting obligation waits for, in both languages", () => {
    const { waitingFor } = reminderWebhookPayload(sampleWaitingReminder, AT).data;
    expect(waitingFor.map((gate) => gate.holder)).toContainEqual({ zh: "供应商", en: "the vendor" });
  });

  it("does not name the person it would be mailed to", () => {
    const json = JSON.stringify(reminderWebhookPayload(sampleReminder, AT));
    expect(json).not.toContain(sampleReminder.recipient.email);
    expect(json).not.toContain(sampleReminder.recipient.name);
  });

  it("survives JSON unchanged", () => {
    const payload = reminderWebhookPayload(sampleWaitingReminder, AT);
    expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
  });
});
