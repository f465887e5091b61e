import { describe, expect, it } from "vitest";
import { defaultReminderSettings, reminderSettingsSchema } from "./index.ts";

const accepts = (settings: unknown) => reminderSettingsSchema.safeParse(settings).success;
const standard = (over: object) => ({
  ...defaultReminderSettings,
  standard: { ...defaultReminderSettings.standard, ...over },
});

describe("reminder settings", () => {
  it("take the defaults, quiet hours over midnight, and what is set apart for a kind", () => {
    expect(reminderSettingsSchema.parse(defaultReminderSettings)).toEqual(defaultReminderSettings);
    expect(accepts(standard({ leadDays: [] }))).toBe(true);
    expect(accepts(standard({ channels: [] }))).toBe(true);
    const own = { quietHours: { from: "22:00", to: "07:00" }, kinds: { payment: { digest: "weekly" } } };
    expect(accepts({ ...defaultReminderSettings, ...own })).toBe(true);
  });

  it.each([
    { leadDays: [0] },
    { leadDays: [366] },
    { leadDays: [1.5] },
    { leadDays: [7, 7] },
    { repeatEvery: -1 },
    { nudgeEveryDays: 0 },
    { roles: ["owner"] },
    { channels: ["fax"] },
    { channels: ["email", "email"] },
    { digest: "hourly" },
    { quiet: true },
  ])("refuse a rule with %j", (over) => {
    expect(accepts(standard(over))).toBe(false);
  });

  it.each([
    { sendAt: "9:00" },
    { weeklyOn: 0 },
    { weeklyOn: 8 },
    { quietHours: { from: "07:00", to: "07:00" } },
    { language: "fr" },
    { kinds: { lunch: {} } },
    { escalation: [{ afterWorkingDays: 0, to: "superior" }] },
    { escalation: [{ afterWorkingDays: 3, to: "mayor" }] },
    { escalation: Array.from({ length: 2 }, () => ({ afterWorkingDays: 3, to: "superior" })) },
  ])("refuse %j", (over) => {
    expect(accepts({ ...defaultReminderSettings, ...over })).toBe(false);
  });
});
