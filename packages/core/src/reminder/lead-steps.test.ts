import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { addDays, instantAt } from "../civil-date/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import { assessPace, deriveObligations, type Obligation, type Quota } from "../obligation/index.ts";
import { leadSteps } from "./lead-steps.ts";
import {
  dayOfStep,
  defaultReminderPolicy,
  isStepTrue,
  latestStep,
  nextStep,
  type ReminderStep,
  sayStep,
  stepKey,
} from "./index.ts";

const calendar = createCalendar();
const owed: Obligation = {
  key: "service.duty.national-day",
  kind: "service",
  shape: "recurring",
  title: { zh: "重保安全值守（国庆）", en: "duty in key periods (National Day)" },
  debtor: "vendor",
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
};
const duty: Obligation = {
  ...owed,
  keyPeriod: { key: "national-day", name: { zh: "国庆", en: "National Day" } },
  opensOn: "2026-10-01",
  dueOn: "2026-10-07",
};
const scans = (done: number, over: Partial<Quota> = {}): Obligation => ({
  ...owed,
  key: "service.scan",
  shape: "quota",
  opensOn: "2026-04-28",
  dueOn: "2027-04-27",
  quota: { count: 6, unit: "time", done, ...over },
});

/** The steps of an obligation from a day on, as `key date`, no more than `most`. */
function ladder(obligation: Obligation, most = 12, from = "2026-01-01"): string[] {
  const found: string[] = [];
  let after = instantAt(from, "00:00");
  while (found.length < most) {
    const step = nextStep({ obligation, knownOn: from }, defaultReminderPolicy, calendar, after);
    if (step === undefined) break;
    found.push(`${stepKey(step.step)} ${step.at.slice(0, 10)}`);
    after = step.at;
  }
  return found;
}

describe("duty in a key period", () => {
  it("is spoken of before it begins and on the day, and after its end until it is done", () => {
    expect(ladder(duty, 7)).toEqual([
      "opening-14 2026-09-17",
      "opening-7 2026-09-24",
      "opening-3 2026-09-28",
      "opening-1 2026-09-30",
      "opening-0 2026-10-01",
      "overdue-1 2026-10-08",
      "overdue-2 2026-10-09",
    ]);
    expect(ladder({ ...duty, fulfilment: { eventId: "e", on: "2026-10-07" } })).toEqual([]);
  });

  it("has a closing summary that is led to like other work, two weeks ahead at most", () => {
    expect(ladder({ ...duty, kind: "deliverable", dueOn: "2026-10-13" }, 5)).toEqual([
      "lead-14 2026-09-29",
      "lead-7 2026-10-06",
      "lead-3 2026-10-10",
      "lead-1 2026-10-12",
      "due-today 2026-10-13",
    ]);
  });

  it("each day is silent unless it was missed", () => {
    const day = { ...duty, period: "day", opensOn: "2026-10-03", dueOn: "2026-10-03" } as const;
    expect(ladder(day)).toEqual(["overdue-1 2026-10-08"]);
    expect(ladder({ ...day, kind: "report" })).toEqual(["overdue-1 2026-10-08"]);
  });
});

describe("a quota that falls behind", () => {
  it("is spoken of at each checkpoint that is not met, beside the leads before its end", () => {
    expect(ladder(scans(0), 9)).toEqual([
      "pace-1 2026-07-28",
      "pace-2 2026-10-27",
      "pace-3 2027-01-26",
      "lead-30 2027-03-28",
      "lead-14 2027-04-13",
      "lead-7 2027-04-20",
      "lead-3 2027-04-24",
      "lead-1 2027-04-26",
      "due-today 2027-04-27",
    ]);
    expect(ladder(scans(1), 2)).toEqual(["pace-2 2026-10-27", "pace-3 2027-01-26"]);
    expect(ladder(scans(3), 2)).toEqual(["pace-3 2027-01-26", "lead-30 2027-03-28"]);
    expect(ladder(scans(4), 1)).toEqual(["lead-30 2027-03-28"]);
  });

  it("is spoken of once a day: a checkpoint takes the place of a lead", () => {
    const short = { ...scans(0, { count: 4 }), opensOn: "2026-06-01", dueOn: "2026-07-26" };
    expect(ladder(short, 7)).toEqual([
      "pace-1 2026-06-14",
      "lead-30 2026-06-26",
      "pace-2 2026-06-28",
      "pace-3 2026-07-12", // 14 days ahead as well
      "lead-7 2026-07-19",
      "lead-3 2026-07-23",
      "lead-1 2026-07-25",
    ]);
  });

  it("is never spoken of where it is an allowance", () => {
    for (const done of [0, 3, 9]) expect(ladder(scans(done, { atMost: true }))).toEqual([]);
    const { dueOn: _open, ...endless } = scans(0, { atMost: true });
    expect(ladder(endless)).toEqual([]);
  });

  const anyQuota = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    done: fc.integer({ min: 0, max: 70 }),
    length: fc.integer({ min: 0, max: 500 }),
  });
  const quotaOf = ({ count, done, length }: { count: number; done: number; length: number }) => ({
    ...scans(done, { count }),
    dueOn: addDays("2026-04-28", length),
    ...(done >= count ? { fulfilment: { eventId: "e", on: "2026-04-28" } } : {}),
  });
  const paceOf = (obligation: Obligation) =>
    ladder(obligation, 20).filter((step) => step.startsWith("pace-"));

  it("gets at most three, fewer the more is done, none once it is reached, each on a day on which it is behind", () => {
    fc.assert(
      fc.property(anyQuota, fc.integer({ min: 0, max: 30 }), (quota, more) => {
        const steps = paceOf(quotaOf(quota));
        expect(steps.length).toBeLessThanOrEqual(3);
        const later = paceOf(quotaOf({ ...quota, done: quota.done + more }));
        expect(steps).toEqual(expect.arrayContaining(later));
        if (quota.done >= quota.count) expect(steps).toEqual([]);
        for (const step of steps) {
          expect(assessPace(quotaOf(quota), step.slice(-10))?.state).toBe("behind");
        }
      }),
    );
  });

  it("folds what was passed over into the latest", () => {
    const at = (day: string) => instantAt(day, "09:30");
    const subject = { obligation: scans(0), knownOn: "2026-04-28" };
    expect(
      latestStep(subject, defaultReminderPolicy, calendar, at("2026-06-01"), at("2026-12-01"))?.step,
    ).toEqual({ kind: "pace", checkpoint: 2 });
  });
});

describe("a step that is about to be sent", () => {
  const pace: ReminderStep = { kind: "pace", checkpoint: 2 };
  const opening: ReminderStep = { kind: "opening", days: 7 };

  it.each([
    ["behind", scans(2), pace, "2027-04-27", true],
    ["caught up", scans(3), pace, "2027-04-27", false],
    ["with another end", scans(2), pace, "2027-04-28", false],
    ["a duty that begins then", duty, opening, "2026-10-01", true],
    ["a duty that begins another day", duty, opening, "2026-09-30", false],
    ["a duty by its last day", duty, { kind: "overdue", workingDays: 1 }, "2026-10-07", true],
    ["done", { ...duty, fulfilment: { eventId: "e", on: "2026-10-07" } }, opening, "2026-10-01", false],
  ] satisfies [string, Obligation, ReminderStep, string, boolean][])("%s", (_what, of, step, day, holds) => {
    expect(isStepTrue(of, step, day, "2026-06-01T09:00:00+08:00")).toBe(holds);
  });
});

describe("a step that is told later than it was meant to be", () => {
  const lead: ReminderStep = { kind: "lead", days: 7 };
  const opening: ReminderStep = { kind: "opening", days: 7 };
  const overdue: ReminderStep = { kind: "overdue", workingDays: 2 };

  it.each([
    ["on its day", scans(0), lead, "2027-04-20", lead],
    ["a day late", scans(0), lead, "2027-04-21", { kind: "lead", days: 6 }],
    ["on the due day", scans(0), lead, "2027-04-27", { kind: "dueToday" }],
    ["past the due day", scans(0), lead, "2027-04-28", lead],
    ["a beginning on its day", duty, opening, "2026-09-24", opening],
    ["a beginning two days late", duty, opening, "2026-09-26", { kind: "opening", days: 5 }],
    ["a beginning that is today", duty, opening, "2026-10-01", { kind: "opening", days: 0 }],
    ["what is overdue", scans(0), overdue, "2027-04-29", overdue],
  ] satisfies [string, Obligation, ReminderStep, string, ReminderStep][])(
    "%s says what is so",
    (_what, of, step, today, said) => {
      expect(sayStep(of, step, today)).toEqual(said);
    },
  );
});

describe("a clock that runs by the minute", () => {
  const { terms } = demoClock();
  const requested = { id: "call", kind: "requested", of: "help", at: "2026-10-01T23:50:00+08:00" } as const;
  const obligations = deriveObligations(terms, [requested], createCalendar());
  const clock = obligations.find(({ key }) => key === "service.help.call.respond");

  it("is told at once, with a quarter left, and as it has run out: at no hour of sending", () => {
    if (clock === undefined) throw new Error("a request is answered");
    const steps = leadSteps(clock, "2026-10-02", defaultReminderPolicy, calendar);
    expect(steps).toEqual([
      { step: { kind: "clock", stage: "started" }, at: "2026-10-01T23:50:00+08:00" },
      { step: { kind: "clock", stage: "closing" }, at: "2026-10-02T00:12:30+08:00" },
      { step: { kind: "clock", stage: "broken" }, at: "2026-10-02T00:20:00.001+08:00" },
    ]);
  });

  it("gets its warning when it is the worst, and none of its own where it breaks as the worse one does", () => {
    if (clock === undefined) throw new Error("a request is answered");
    const warned = (warnAt: string) =>
      leadSteps({ ...clock, warnAt }, "2026-10-02", defaultReminderPolicy, calendar).map(({ at }) =>
        at.slice(11, 19),
      );
    expect(warned("2026-10-02T00:15:00+08:00")).toEqual(["23:50:00", "00:15:00", "00:20:00"]);
    expect(warned("2026-10-02T00:20:00+08:00")).toEqual(["23:50:00", "00:20:00"]);
  });

  it("speaks of its instant, and of running only while it runs", () => {
    if (clock === undefined) throw new Error("a request is answered");
    const closing: ReminderStep = { kind: "clock", stage: "closing" };
    const broken: ReminderStep = { kind: "clock", stage: "broken" };
    const end = "2026-10-02T00:20:00+08:00";
    expect(dayOfStep(clock, closing)).toBe(end);
    expect(isStepTrue(clock, closing, end, end)).toBe(true);
    expect(isStepTrue(clock, closing, end, "2026-10-02T00:20:00.001+08:00")).toBe(false);
    expect(isStepTrue(clock, broken, end, "2026-10-02T00:20:00.001+08:00")).toBe(true);
    expect(isStepTrue({ ...clock, dueAt: "2026-10-02T00:25:00+08:00" }, broken, end, end)).toBe(false);
  });

  it("goes on as anything overdue, from the next working day", () => {
    if (clock === undefined) throw new Error("a request is answered");
    const after = nextStep(
      { obligation: clock, knownOn: "2026-10-01" },
      defaultReminderPolicy,
      createCalendar(),
      "2026-10-02T00:21:00+08:00",
    );
    expect(after).toEqual({ step: { kind: "overdue", workingDays: 1 }, at: "2026-10-08T09:00:00+08:00" });
  });
});

function demoClock() {
  const span = { span: "term", term: "main" } as const;
  const respond = { key: "respond", title: { zh: "30分钟内响应" }, count: 30, unit: "minute" } as const;
  const limits = [{ ...respond, step: "responded" as const }];
  const schedule = { schedule: "onDemand" as const, span, limits };
  return { terms: sampleTerms({ services: [{ key: "help", title: { zh: "应急响应" }, schedule }] }) };
}
