import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, isWorkingDay } from "../calendar/index.ts";
import { addDays, fromEpochMs, type Instant, instantAt, toEpochDay, toEpochMs } from "../civil-date/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { defaultReminderPolicy, latestStep, nextStep, type ReminderPolicy, stepKey } from "./index.ts";

const calendar = createCalendar();
const owed: Obligation = {
  key: "payment.t1",
  kind: "payment",
  shape: "single",
  title: { zh: "首期款", en: "first payment" },
  debtor: "buyer",
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
};
const due = (dueOn: string, over: Partial<Obligation> = {}): Obligation => ({ ...owed, dueOn, ...over });
const keyPeriod = { key: "national-day", name: { zh: "国庆", en: "National Day" } };
const fulfilment = { eventId: "e", on: "2026-06-01" };
const at = (on: string, time = "09:00"): Instant => instantAt(on, time);

interface Setting {
  readonly policy?: ReminderPolicy;
  readonly knownOn?: string;
}

function next(obligation: Obligation, after: Instant, setting: Setting = {}) {
  const { policy = defaultReminderPolicy, knownOn = "2026-01-05" } = setting;
  return nextStep({ obligation, knownOn }, policy, calendar, after);
}

function latest(obligation: Obligation, since: Instant, now: Instant, setting: Setting = {}) {
  const { policy = defaultReminderPolicy, knownOn = "2026-01-05" } = setting;
  return latestStep({ obligation, knownOn }, policy, calendar, since, now);
}

/** The first steps from an instant on, as `key date`. */
function ladder(obligation: Obligation, after: Instant, count: number, setting: Setting = {}): string[] {
  const found: string[] = [];
  let from = after;
  while (found.length < count) {
    const step = next(obligation, from, setting);
    if (step === undefined) break;
    found.push(`${stepKey(step.step)} ${step.at.slice(0, 10)}`);
    from = step.at;
  }
  return found;
}

const start = at("2026-01-01");

describe("the ladder of reminders", () => {
  it("says nothing more of a right once its day is over", () => {
    const right = due("2026-06-08", { opensOn: "2026-06-01", period: "month", lapses: true });
    expect(ladder(right, at("2026-06-02"), 9)).toEqual([
      "lead-3 2026-06-05",
      "lead-1 2026-06-07",
      "due-today 2026-06-08",
    ]);
    expect(latest(right, at("2026-06-08"), at("2026-07-08"))).toBeUndefined();
  });

  it("waits for the other side through the last day on which that can act, and then begins", () => {
    const label = { zh: "答复", en: "answer" };
    const waiting = { event: "scoreAnswered", holder: "vendor", label, until: "2026-06-12" } as const;
    const score = due("2026-06-05", { waitingFor: [waiting] });
    const after = ["overdue-6 2026-06-15", "overdue-7 2026-06-16"];
    expect(ladder(score, at("2026-06-04"), 3)).toEqual(["due-today 2026-06-05", ...after]);
    expect(ladder(score, at("2026-06-10"), 2)).toEqual(after);
    const shown = (now: string) => latest(score, at("2026-06-05"), at(now))?.step;
    expect([shown("2026-06-12"), shown("2026-06-14")]).toEqual([undefined, undefined]);
    expect(shown("2026-06-15")).toEqual({ kind: "overdue", workingDays: 6 });
    const early = due("2026-06-05", { waitingFor: [{ ...waiting, until: "2026-06-03" }] });
    expect(ladder(early, at("2026-06-05"), 1)).toEqual(["overdue-1 2026-06-08"]);
  });

  it("leads by 30, 14, 7, 3 and 1 days, names the day, then every working day while overdue", () => {
    expect(ladder(due("2026-05-27"), start, 9)).toEqual([
      "lead-30 2026-04-27",
      "lead-14 2026-05-13",
      "lead-7 2026-05-20",
      "lead-3 2026-05-24",
      "lead-1 2026-05-26",
      "due-today 2026-05-27",
      "overdue-1 2026-05-28",
      "overdue-2 2026-05-29",
      "overdue-3 2026-06-01",
    ]);
  });

  it("skips National Day while overdue, and counts the make-up Saturday", () => {
    expect(ladder(due("2026-09-29"), at("2026-09-29"), 5)).toEqual([
      "overdue-1 2026-09-30",
      "overdue-2 2026-10-08",
      "overdue-3 2026-10-09",
      "overdue-4 2026-10-10",
      "overdue-5 2026-10-12",
    ]);
    expect(ladder(due("2026-10-03"), at("2026-10-03"), 1)).toEqual(["overdue-1 2026-10-08"]);
  });

  it.each([
    ["week", ["lead-3 2026-08-28", "lead-1 2026-08-30", "due-today 2026-08-31"]],
    ["month", ["lead-14 2026-08-17", "lead-7 2026-08-24", "lead-3 2026-08-28"]],
    ["quarter", ["lead-30 2026-08-01", "lead-14 2026-08-17", "lead-7 2026-08-24"]],
  ] as const)("is shorter for what recurs every %s", (period, steps) => {
    const recurring = due("2026-08-31", { shape: "recurring", period });
    expect(ladder(recurring, start, 3).slice(0, steps.length)).toEqual(steps);
  });

  it("is silent about a daily duty unless it was missed, and then speaks once", () => {
    for (const period of ["day", "workingDay"] as const) {
      const daily = due("2026-09-30", { shape: "recurring", period });
      expect(ladder(daily, start, 5)).toEqual(["overdue-1 2026-10-08"]);
      expect(latest(daily, at("2026-09-30"), at("2026-11-30"))?.at).toBe(at("2026-10-08"));
      expect(latest(daily, at("2026-10-08"), at("2026-11-30"))).toBeUndefined();
    }
  });

  it("speaks of a missed week until the next has taken over", () => {
    const weekly = due("2026-06-01", { shape: "recurring", period: "week" });
    expect(ladder(weekly, at("2026-06-01"), 9).map((step) => step.slice(0, 9))).toEqual([
      "overdue-1",
      "overdue-2",
      "overdue-3",
      "overdue-4",
      "overdue-5",
    ]);
  });

  it("goes out at the hour of the policy, in its own order of days", () => {
    const policy = { ...defaultReminderPolicy, leadDays: [1, 60], sendAt: "07:30" };
    expect(next(due("2026-05-27"), start, { policy })).toEqual({
      step: { kind: "lead", days: 60 },
      at: "2026-03-28T07:30:00+08:00",
    });
    expect(policy.leadDays).toEqual([1, 60]);
  });

  it("gives nothing at or before its instant", () => {
    const payment = due("2026-05-27");
    expect(next(payment, at("2026-05-27", "08:59"))?.at).toBe(at("2026-05-27"));
    expect(next(payment, at("2026-05-27"))?.at).toBe(at("2026-05-28"));
    // The same moment, written in another zone.
    expect(next(payment, "2026-05-27T01:00:00Z")?.at).toBe(at("2026-05-28"));
    expect(next(payment, "2026-05-27T00:59:59Z")?.at).toBe(at("2026-05-27"));
  });

  it("ends with fulfilment, and is none for what goes on without a deadline to meet", () => {
    const after = at("2026-03-01");
    expect(next(due("2026-05-27", { fulfilment }), after)).toBeUndefined();
    expect(next(due("2026-05-27", { shape: "onDemand" }), after)).toBeUndefined();
    expect(next(due("2026-05-27", { shape: "continuous", kind: "service" }), after)).toBeUndefined();
    expect(
      next({ ...owed, shape: "continuous", kind: "secrecy", opensOn: "2026-03-01" }, after),
    ).toBeUndefined();
  });

  it("reminds of the end of secrecy years later, and is silent after it", () => {
    const secrecy = due("2032-03-03", { shape: "continuous", kind: "secrecy", opensOn: "2026-03-03" });
    expect(ladder(secrecy, at("2032-02-28"), 9)).toEqual([
      "lead-3 2032-02-29",
      "lead-1 2032-03-02",
      "due-today 2032-03-03",
    ]);
  });
});

describe("nudges", () => {
  it("of a wait begin a week after it came to be known, then every thirty days", () => {
    const waiting: Obligation = { ...owed, nudges: true };
    expect(ladder(waiting, at("2026-01-05"), 3)).toEqual([
      "waiting-1 2026-01-12",
      "waiting-2 2026-02-11",
      "waiting-3 2026-03-13",
    ]);
    expect(ladder(waiting, at("2026-03-13"), 1)).toEqual(["waiting-4 2026-04-13"]); // the 12th is a Sunday
  });

  it("of work without a deadline begin a week after it opens", () => {
    const open: Obligation = { ...owed, opensOn: "2026-04-15" };
    expect(ladder(open, start, 2)).toEqual(["waiting-1 2026-04-22", "waiting-2 2026-05-22"]);
  });

  it("take the place of the daily reminders once all findings are answered, whichever side re-tests them", () => {
    const counts = { open: 0, answered: 0, approved: 2, closed: 1 };
    const label = { zh: "复测", en: "re-test" };
    const waitingFor = [{ event: "findingsClosed", of: "u1", holder: "vendor", label }] as const;
    for (const debtor of ["buyer", "vendor"] as const) {
      const findings = due("2026-04-15", { kind: "finding", debtor, findings: counts, waitingFor });
      expect(ladder(findings, at("2026-04-15"), 2)).toEqual(["waiting-1 2026-04-22", "waiting-2 2026-05-22"]);
      const open = { ...findings, findings: { ...counts, open: 1 }, waitingFor: [] };
      expect(ladder(open, at("2026-04-15"), 2)).toEqual(["overdue-1 2026-04-16", "overdue-2 2026-04-17"]);
    }
  });

  it("are left out for a wait that others remind of, and for what goes on", () => {
    expect(next(owed, start)).toBeUndefined();
    expect(next({ ...owed, shape: "continuous", opensOn: "2026-04-15" }, start)).toBeUndefined();
    expect(next({ ...owed, shape: "onDemand", opensOn: "2026-04-15", nudges: true }, start)).toBeUndefined();
    expect(next({ ...owed, nudges: true, fulfilment }, start)).toBeUndefined();
  });
});

describe("steps that were passed over", () => {
  it("fold into the latest", () => {
    const payment = due("2026-05-27");
    expect(latest(payment, at("2026-04-01"), at("2026-05-25"))).toEqual({
      step: { kind: "lead", days: 3 },
      at: at("2026-05-24"),
    });
    expect(latest(payment, at("2026-04-01"), at("2026-06-02"))?.step).toEqual({
      kind: "overdue",
      workingDays: 4,
    });
  });

  it("are none where nothing came since", () => {
    const payment = due("2026-05-27");
    expect(latest(payment, at("2026-05-24"), at("2026-05-25"))).toBeUndefined();
    expect(latest(payment, at("2026-05-23"), at("2026-05-24"))?.step).toEqual({ kind: "lead", days: 3 });
    expect(latest(payment, at("2026-05-23"), at("2026-05-24", "08:59"))).toBeUndefined();
    expect(latest(payment, at("2026-01-01"), at("2026-04-26"))).toBeUndefined();
  });

  it("are found however long nobody looked", () => {
    const policy = { ...defaultReminderPolicy, leadDays: [60] };
    const since = at("2026-03-01");
    expect(latest(due("2026-05-27"), since, at("2026-05-26"), { policy })).toEqual({
      step: { kind: "lead", days: 60 },
      at: at("2026-03-28"),
    });
    const secrecy = due("2032-03-03", { shape: "continuous", kind: "secrecy" });
    expect(latest(secrecy, at("2032-03-02"), at("2033-01-01"))?.step).toEqual({ kind: "dueToday" });
    const rarely = { ...defaultReminderPolicy, nudgeEveryDays: 365 };
    const waiting: Obligation = { ...owed, nudges: true };
    expect(latest(waiting, at("2026-01-05"), at("2026-12-31"), { policy: rarely })?.step).toEqual({
      kind: "waiting",
      round: 1,
    });
  });
});

describe("any ladder", () => {
  const days = fc.integer({ min: toEpochDay("2025-01-01"), max: toEpochDay("2027-12-31") });
  const dateAt = (epochDay: number) => addDays("1970-01-01", epochDay);
  const instants = fc
    .tuple(days, fc.integer({ min: 0, max: 86_399 }))
    .map(([day, second]) => fromEpochMs(toEpochMs(at(dateAt(day), "00:00")) + second * 1000));
  const policies = fc
    .record({
      leadDays: fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 6 }),
      sendAt: fc.constantFrom("00:00", "09:00", "23:59"),
      nudgeAfterDays: fc.integer({ min: 1, max: 60 }),
      nudgeEveryDays: fc.integer({ min: 1, max: 365 }),
      repeatEvery: fc.integer({ min: 0, max: 7 }),
      workingDaysOnly: fc.boolean(),
      escalation: fc.constantFrom<ReminderPolicy["escalation"]>(
        [],
        [
          { afterWorkingDays: 3, to: "superior" },
          { afterWorkingDays: 5, to: "finance" },
          { afterWorkingDays: 9, to: "administrator" },
        ],
      ),
    })
    .map((own) => ({ ...defaultReminderPolicy, ...own }));
  const subjects = days
    .map(dateAt)
    .chain((on) =>
      fc.constantFrom<Obligation>(
        due(on),
        due(on, { shape: "recurring", period: "month" }),
        due(on, { shape: "recurring", period: "day" }),
        due(on, { shape: "continuous", kind: "secrecy" }),
        due(addDays(on, 200), { shape: "quota", opensOn: on, quota: { count: 6, unit: "time", done: 2 } }),
        due(addDays(on, 9), { kind: "service", shape: "recurring", opensOn: on, keyPeriod }),
        { ...owed, opensOn: on },
        { ...owed, nudges: true },
      ),
    );

  it("rises strictly, after its instant, each step under its own name", () => {
    fc.assert(
      fc.property(subjects, policies, instants, (obligation, policy, after) => {
        let from = after;
        const keys = new Set<string>();
        for (let n = 0; n < 12; n += 1) {
          const step = next(obligation, from, { policy });
          if (step === undefined) return;
          expect(toEpochMs(step.at)).toBeGreaterThan(toEpochMs(from));
          expect(step.at.slice(11, 16)).toBe(policy.sendAt);
          expect(keys.has(stepKey(step.step))).toBe(false);
          if (policy.workingDaysOnly || step.step.kind === "overdue")
            expect(isWorkingDay(calendar, step.at.slice(0, 10))).toBe(true);
          keys.add(stepKey(step.step));
          from = step.at;
        }
      }),
    );
  });

  it("has as its latest step the last of the next ones, one after the other", () => {
    fc.assert(
      fc.property(
        subjects,
        policies,
        instants,
        fc.integer({ min: 0, max: 500 }),
        (obligation, policy, since, later) => {
          const now = fromEpochMs(toEpochMs(since) + later * 86_400_000);
          let walked: ReturnType<typeof next>;
          for (
            let step = next(obligation, since, { policy });
            step !== undefined && toEpochMs(step.at) <= toEpochMs(now);
          ) {
            walked = step;
            step = next(obligation, step.at, { policy });
          }
          expect(latest(obligation, since, now, { policy })).toEqual(walked);
        },
      ),
      { numRuns: 200 },
    );
  });
});
