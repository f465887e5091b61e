import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, type KeyPeriod } from "../calendar/index.ts";
import { addDays } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations, diffObligations, stateOf } from "./index.ts";
import { find, main, signed, title, waitsFor, wasSigned } from "./sample-derivation.ts";

const nationalDay: KeyPeriod = {
  key: "national-day",
  name: { zh: "国庆", en: "National Day" },
  from: "2026-10-01",
  to: "2026-10-07",
};
const duty = {
  key: "duty",
  title: { zh: "重保安全值守", en: "duty in key periods" },
  schedule: { schedule: "keyPeriods", span: main, each: "period" },
} as const;
const daily = {
  key: "daily",
  title: { zh: "值守日报", en: "daily report" },
  schedule: { schedule: "keyPeriods", span: main, each: "day", byTime: "16:00" },
} as const;
const over: Partial<ContractTerms> = { services: [duty], reports: [daily] };

const derive = (
  keyPeriods: readonly KeyPeriod[],
  events: readonly ContractEvent[] = [],
  terms: Partial<ContractTerms> = over,
  horizonOn?: string,
) =>
  deriveObligations(
    sampleTerms(terms),
    events,
    createCalendar({ keyPeriods }),
    horizonOn === undefined ? {} : { horizonOn },
  ).filter(({ kind }) => kind === "service" || kind === "report");

const done: ContractEvent = { id: "f", kind: "fulfilled", of: "service.duty.national-day", on: "2026-10-07" };

describe("duty in key periods", () => {
  it("is owed once a period, under the period's key and name", () => {
    const found = find(derive([nationalDay]), "service.duty.national-day");
    expect(found).toMatchObject({
      shape: "recurring",
      title: { zh: "重保安全值守（国庆）", en: "duty in key periods (National Day)" },
      keyPeriod: { key: "national-day", name: { zh: "国庆" } },
      opensOn: "2026-10-01",
      dueOn: "2026-10-07",
      fulfilledBy: [{ event: "fulfilled", of: "service.duty.national-day" }],
    });
    expect(found.period).toBeUndefined();
    const state = (day: string) => stateOf(found, `${day}T09:00:00+08:00`);
    expect(["2026-09-30", "2026-10-01", "2026-10-07", "2026-10-08"].map(state)).toEqual([
      "upcoming",
      "open",
      "open",
      "overdue",
    ]);
    expect(find(derive([nationalDay], [done]), "service.duty.national-day").fulfilment?.on).toBe(
      "2026-10-07",
    );
  });

  it("is owed each day as a quiet daily duty, no further ahead than the horizon", () => {
    const keys = (horizonOn?: string) =>
      derive([nationalDay], [], { reports: [daily] }, horizonOn).map(({ key }) => key);
    expect(keys()).toHaveLength(7);
    expect(keys("2026-09-30")).toEqual([]);
    expect(keys("2026-10-02")).toEqual(["report.daily.2026-10-01", "report.daily.2026-10-02"]);
    expect(derive([nationalDay], [], over, "2026-06-01").map(({ key }) => key)).toEqual([
      "service.duty.national-day",
    ]);
    expect(find(derive([nationalDay]), "report.daily.2026-10-02")).toMatchObject({
      period: "day",
      title: { zh: "值守日报（2026-10-02）" },
      keyPeriod: { key: "national-day" },
      dueAt: "2026-10-02T16:00:00+08:00",
    });
  });

  it("waits as one while its span does", () => {
    const span = { span: "between", from: signed, to: { anchor: "date", on: "2026-12-31" } } as const;
    const terms = { services: [{ ...duty, schedule: { ...duty.schedule, span } }] };
    const [waiting, ...others] = derive([nationalDay], [], terms);
    expect(others).toEqual([]);
    expect(waiting?.key).toBe("service.duty");
    expect(waiting === undefined ? [] : waitsFor(waiting)).toEqual(["signed"]);
    expect(derive([nationalDay], [wasSigned], terms).map(({ key }) => key)).toEqual([
      "service.duty.national-day",
    ]);
  });

  it("does not take over what was done in an earlier period of its key", () => {
    const next = { ...nationalDay, from: "2027-02-05", to: "2027-02-12" };
    const later: ContractEvent = { ...done, id: "later", on: "2027-02-12" };
    const key = "service.duty.national-day";
    expect(find(derive([next], [done]), key).fulfilment).toBeUndefined();
    expect(find(derive([next], [done, later]), key).fulfilment).toEqual({
      eventId: "later",
      on: "2027-02-12",
    });
  });

  it("follows a period that moves or gets another name; what was done stays when it goes", () => {
    const before = derive([nationalDay], [done]);
    const moved = { ...nationalDay, to: "2026-10-08", name: { zh: "国庆节", en: "the holiday" } };
    const { changed, created, withdrawn } = diffObligations(derive([moved], [done]), before);
    expect(changed.map(({ after }) => `${after.key} ${after.dueOn} ${after.title.zh}`)).toContain(
      "service.duty.national-day 2026-10-08 重保安全值守（国庆节）",
    );
    expect(created.map(({ key }) => key)).toEqual(["report.daily.2026-10-08"]);
    expect(withdrawn).toEqual([]);
    const gone = diffObligations(derive([], [done]), before);
    expect(gone.kept.map(({ key }) => key)).toEqual(["service.duty.national-day"]);
    expect(gone.withdrawn).toHaveLength(7);
  });
});

describe("daily series", () => {
  const anyDay = fc.integer({ min: -30, max: 400 }).map((offset) => addDays("2026-04-28", offset));
  const every = (period: "day" | "workingDay" | "week"): Partial<ContractTerms> => ({
    reports: [{ key: "r", title, schedule: { schedule: "every", period, span: main } }],
  });
  const series = [every("day"), every("workingDay"), every("week"), { reports: [daily] }];

  it("are made up to the horizon and no further, the same ones whatever horizon came before, none twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...series), anyDay, anyDay, (terms, one, other) => {
        const whole = derive([nationalDay], [], terms);
        const upTo = (horizonOn: string) => derive([nationalDay], [], terms, horizonOn);
        for (const horizonOn of [one, other]) {
          const made = upTo(horizonOn);
          expect(made).toEqual(whole.filter(({ opensOn }) => opensOn !== undefined && opensOn <= horizonOn));
          expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
        }
        const [early = one, late = other] = [one, other].toSorted();
        const { created, changed, withdrawn } = diffObligations(upTo(late), upTo(early));
        expect([changed, withdrawn]).toEqual([[], []]);
        expect(created.every(({ opensOn = "" }) => opensOn > early && opensOn <= late)).toBe(true);
      }),
    );
  });
});

describe("an allowance", () => {
  const schedule = { schedule: "count", count: 30, unit: "day", bound: "atMost", span: main } as const;
  const services = [{ key: "events", title, schedule }];
  const used = (quantity: number): ContractEvent => ({
    id: "u",
    kind: "performed",
    of: "events",
    on: "2026-06-01",
    quantity,
  });

  it.each([0, 12, 30, 33])("with %i days used of 30 is neither done nor overdue, and shows them", (days) => {
    const [found] = derive([], days === 0 ? [] : [used(days)], { services });
    expect(found).toMatchObject({
      key: "service.events",
      shape: "quota",
      quota: { count: 30, unit: "day", done: days, atMost: true },
      fulfilledBy: [],
      waitingFor: [],
    });
    expect(found?.fulfilment).toBeUndefined();
    expect(found && stateOf(found, "2027-06-01T09:00:00+08:00")).toBe("ended");
  });
});
