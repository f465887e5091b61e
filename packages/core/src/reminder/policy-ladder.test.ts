import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { type Instant, instantAt } from "../civil-date/index.ts";
import type { Obligation } from "../obligation/index.ts";
import {
  defaultReminderPolicy,
  defaultReminderSettings,
  escalationsBetween,
  nextStep,
  policyFor,
  type ReminderPolicy,
  reminderSettingsSchema,
  stepKey,
} from "./index.ts";

const calendar = createCalendar();
const at = (on: string, time = "09:00"): Instant => instantAt(on, time);
const due = (dueOn: string): Obligation => ({
  key: "payment.t1",
  kind: "payment",
  shape: "single",
  title: { zh: "首期款", en: "first payment" },
  debtor: "buyer",
  dueOn,
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
});

/** The first steps from an instant on, as `key date`. */
function ladder(
  obligation: Obligation,
  after: Instant,
  count: number,
  { policy }: { policy: ReminderPolicy },
) {
  const found: string[] = [];
  let from = after;
  while (found.length < count) {
    const step = nextStep({ obligation, knownOn: "2026-01-05" }, policy, calendar, from);
    if (step === undefined) break;
    found.push(`${stepKey(step.step)} ${step.at.slice(0, 10)}`);
    from = step.at;
  }
  return found;
}

describe("a policy", () => {
  it("starts with what needs no set-up", () => {
    expect(defaultReminderPolicy).toEqual({
      leadDays: [30, 14, 7, 3, 1],
      repeatEvery: 1,
      sendAt: "09:00",
      nudgeAfterDays: 7,
      nudgeEveryDays: 30,
      workingDaysOnly: false,
      weeklyOn: 1,
      people: [],
      tellVendor: true,
      channels: ["email", "webhook", "robot"],
      digest: "single",
      escalation: [
        { afterWorkingDays: 3, to: "superior" },
        { afterWorkingDays: 7, to: "administrator" },
      ],
    });
  });

  it("is the tenant's for a kind, and else what holds for all", () => {
    const settings = {
      ...defaultReminderSettings,
      kinds: { payment: { leadDays: [60], digest: "daily" } },
    } as const;
    expect(policyFor(reminderSettingsSchema.parse(settings), "payment")).toEqual({
      ...defaultReminderPolicy,
      leadDays: [60],
      digest: "daily",
    });
    expect(policyFor(reminderSettingsSchema.parse(settings), "report")).toEqual(defaultReminderPolicy);
  });

  it.each([
    [1, ["overdue-1 2026-05-28", "overdue-2 2026-05-29", "overdue-3 2026-06-01"]],
    [3, ["overdue-1 2026-05-28", "overdue-3 2026-06-01", "overdue-4 2026-06-02", "overdue-7 2026-06-05"]],
    [5, ["overdue-1 2026-05-28", "overdue-3 2026-06-01", "overdue-6 2026-06-04", "overdue-7 2026-06-05"]],
    [0, ["overdue-1 2026-05-28", "overdue-3 2026-06-01", "overdue-7 2026-06-05"]],
  ])("repeats every %i working days while overdue, and as somebody else is told", (repeatEvery, steps) => {
    const policy = { ...defaultReminderPolicy, repeatEvery };
    expect(ladder(due("2026-05-27"), at("2026-05-27"), steps.length, { policy })).toEqual(steps);
    if (repeatEvery === 0) expect(ladder(due("2026-05-27"), at("2026-06-05"), 1, { policy })).toEqual([]);
  });

  it("tells on the working day before what would be told on a day off, and once where several meet", () => {
    const policy = { ...defaultReminderPolicy, workingDaysOnly: true };
    // 2026-09-25 to 27 (Mid-Autumn) and 2026-10-01 to 07 are off, Sunday the 20th is worked.
    expect(ladder(due("2026-10-04"), at("2026-09-01"), 5, { policy })).toEqual([
      "lead-30 2026-09-04",
      "lead-14 2026-09-20",
      "lead-10 2026-09-24",
      "lead-4 2026-09-30",
      "overdue-1 2026-10-08",
    ]);
  });

  it("goes up the ladder once for each step of it, however long nobody looked", () => {
    const subject = { obligation: due("2026-05-27"), knownOn: "2026-01-05" };
    const up = (since: string, now: string) =>
      escalationsBetween(subject, defaultReminderPolicy, calendar, at(since), at(now)).map(({ to }) => to);
    expect(up("2026-05-29", "2026-06-01")).toEqual(["superior"]);
    expect(up("2026-06-01", "2026-06-04")).toEqual([]);
    expect(up("2026-05-27", "2026-06-09")).toEqual(["superior", "administrator"]);
  });
});
