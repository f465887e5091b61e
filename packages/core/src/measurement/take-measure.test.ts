import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bound, ContractTerms } from "../contract/index.ts";
import type { Submission } from "../deliverable/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { showFraction } from "./fraction.ts";
import { countedService, monthlyService, sampleFacts } from "./sample-facts.ts";
import { take } from "./sample-take.ts";
import { takeMeasure } from "./take-measure.ts";

const performed = (of: string, on: string, quantity = 1): ContractEvent => ({
  id: `${of}-${on}`,
  kind: "performed",
  of,
  on,
  quantity,
});

describe("service counts", () => {
  const services = [countedService("scan", 6), countedService("audit", 1_650_000), monthlyService("update")];
  const months = (count: number): ContractEvent[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `m${at}`,
      kind: "fulfilled",
      of: `service.update.${String(at + 1).padStart(2, "0")}`,
      on: "2027-04-01",
    }));

  it("are the mean of the services' own rates, and say what is short", () => {
    const events = [
      performed("scan", "2026-06-01", 5),
      performed("audit", "2026-07-01", 1_650_000),
      ...months(12),
    ];
    expect(take("service-counts", {}, { services }, { events })).toEqual({
      shown: "94.44",
      unit: "percent",
      met: false,
      why: {
        zh: "3项计次服务中2项已全部完成；未完成：scan 5/6；按各项完成率平均",
        en: "2 of 3 counted services are complete; short: scan 5 of 6; the mean of the services' own rates",
      },
    });
  });

  it("are not 100 % while one line of a million is missing, whatever was done beyond elsewhere", () => {
    const events = [
      performed("scan", "2026-06-01", 9),
      performed("audit", "2026-07-01", 1_649_999),
      ...months(12),
    ];
    expect(take("service-counts", {}, { services }, { events })).toMatchObject({
      shown: "99.99",
      met: false,
    });
    const all = [...events, performed("audit", "2026-07-02")];
    expect(take("service-counts", {}, { services }, { events: all })).toMatchObject({
      shown: "100",
      met: true,
    });
  });

  it("are 100 % only where every service is complete", () => {
    const done = fc.record({ scan: fc.nat(7), months: fc.nat(12) });
    fc.assert(
      fc.property(done, ({ scan, months: count }) => {
        const events = [...(scan === 0 ? [] : [performed("scan", "2026-06-01", scan)]), ...months(count)];
        const two = [countedService("scan", 6), monthlyService("update")];
        const met = take("service-counts", {}, { services: two }, { events })?.met;
        expect(met).toBe(scan >= 6 && count === 12);
      }),
      { numRuns: 30 },
    );
  });

  it("add the instances of an earlier schedule to a count that took its place", () => {
    const facts = sampleFacts(
      { services: [countedService("update", 6)] },
      { events: [performed("update", "2026-12-01", 3)] },
    );
    const series = sampleFacts({ services: [monthlyService("update")] }, { events: months(1) }).obligations;
    const past = series.filter(({ key }) => /^service\.update\.0[1-3]$/.test(key));
    const bound = { measure: "service-counts", bound: "atLeast", value: "100", unit: "percent" } as const;
    const taken = takeMeasure(bound, { ...facts, obligations: [...facts.obligations, ...past] });
    expect(taken?.why.en).toContain("update 4 of 9");
    expect(showFraction(taken!.value)).toBe("44.44");
  });

  it("leave out a count whose day had not come when the contract ended early, and say so", () => {
    const facts = sampleFacts({ services });
    const cut = facts.obligations.flatMap((each) => {
      if (each.quota !== undefined) return [{ ...each, quota: { ...each.quota, cutShort: true as const } }];
      return each.key === "service.update.01" ? [each] : [];
    });
    const bound = { measure: "service-counts", bound: "atLeast", value: "100", unit: "percent" } as const;
    const taken = takeMeasure(bound, { ...facts, obligations: cut });
    expect([showFraction(taken!.value), taken?.why.en]).toEqual([
      "0",
      "0 of 1 counted services are complete; short: update 0 of 1; the mean of the services' own rates; left out, not due when the contract ended early: scan, audit",
    ]);
    const counts = cut.filter(({ quota }) => quota !== undefined);
    expect(takeMeasure(bound, { ...facts, obligations: counts })).toBeUndefined();
  });

  it("are of one service where the bound names it, and none where nothing is counted", () => {
    const events = [performed("scan", "2026-06-01", 6)];
    expect(take("service-counts", { of: "scan" }, { services }, { events })).toMatchObject({ met: true });
    expect(take("service-counts", {}, {})).toBeUndefined();
  });
});

describe("reports on time", () => {
  const due = { rule: "on", anchor: { anchor: "date", on: "2026-09-30" } } as const;
  const title = { zh: "报告", en: "report" };
  const once: Partial<ContractTerms> = {
    deliverables: [{ key: "r", title, schedule: { schedule: "once", due } }],
  };
  const submit = (
    state: Submission["state"],
    submittedAt: string,
    more: Partial<Submission> = {},
  ): Submission => {
    const act = { actorId: "u", name: "乙", at: submittedAt };
    const decided = { ...act, reason: "缺页" };
    const facts = {
      id: `sub_${submittedAt}`,
      of: "deliverable.r",
      piece: 1,
      version: 1,
      quantity: 1,
      files: [],
    };
    // The parts of a state are all there, whichever it is.
    return {
      ...facts,
      submittedAt,
      submitted: { ...act, side: "vendor" },
      state,
      decided,
      ...more,
    } as Submission;
  };
  const onTime = (submissions: readonly Submission[], now?: string) =>
    take("on-time-reports", {}, once, { submissions, ...(now === undefined ? {} : { now }) });

  it("count by the hand-in of the version that was accepted in the end", () => {
    const last = "2026-09-30T23:59:59+08:00";
    expect(onTime([submit("accepted", last)])).toMatchObject({ shown: "100", met: true });
    expect(onTime([submit("accepted", "2026-10-01T00:00:00+08:00")])).toMatchObject({
      shown: "0",
      met: false,
    });
    const returned = submit("returned", "2026-09-20T10:00:00+08:00");
    const late = submit("accepted", "2026-10-02T10:00:00+08:00", { version: 2 });
    expect(onTime([returned, late])).toMatchObject({
      met: false,
      why: { zh: "应交付1份，按时提交并验收通过0份；未按时：报告 0/1" },
    });
    // What waits for the buyer's check cannot be judged yet.
    expect(onTime([submit("submitted", last)])).toBeUndefined();
  });

  it("are not owed before their day is over", () => {
    expect(onTime([], "2026-09-30T23:00:00+08:00")).toBeUndefined();
    expect(onTime([], "2026-10-01T00:00:00+08:00")).toMatchObject({ shown: "0" });
  });

  it("count by the day of an event where nothing was handed in here", () => {
    const accepted = (on: string): ContractEvent => ({
      id: "a",
      kind: "deliverableAccepted",
      of: "deliverable.r",
      on,
    });
    expect(take("on-time-reports", {}, once, { events: [accepted("2026-09-30")] })).toMatchObject({
      met: true,
    });
    expect(take("on-time-reports", {}, once, { events: [accepted("2026-10-08")] })).toMatchObject({
      met: false,
    });
  });

  it("are none of what is handed in as it is needed, nor of an allowance that was not used up", () => {
    const span = { span: "term", term: "main" } as const;
    const onDemand = { key: "r", title, schedule: { schedule: "onDemand", span } } as const;
    const { schedule, ...counted } = countedService("r", 5);
    const allowance = { ...counted, schedule: { ...schedule, bound: "atMost" as const } };
    expect(take("on-time-reports", {}, { deliverables: [onDemand] })).toBeUndefined();
    expect(take("on-time-reports", {}, { deliverables: [allowance] })).toBeUndefined();
    const submissions = [submit("accepted", "2026-06-01T10:00:00+08:00")];
    expect(take("on-time-reports", {}, { deliverables: [allowance] }, { submissions })?.why.zh).toBe(
      "应交付1份，按时提交并验收通过1份",
    );
  });

  it("of a count are so many, each by itself", () => {
    const deliverables = [countedService("r", 4)];
    const submissions = [
      submit("accepted", "2026-06-01T10:00:00+08:00"),
      submit("accepted", "2026-12-01T10:00:00+08:00", { piece: 2, quantity: 2 }),
      submit("accepted", "2027-05-01T10:00:00+08:00", { piece: 3 }),
    ];
    expect(take("on-time-reports", {}, { deliverables }, { submissions })).toMatchObject({ shown: "75" });
  });
});

describe("requests", () => {
  const limits = [
    {
      key: "respond",
      title: { zh: "响应", en: "respond" },
      count: 30,
      unit: "minute",
      measure: "response-time",
    },
    { key: "on-site", title: { zh: "到场", en: "on site" }, count: 2, unit: "hour" },
  ] as const;
  const span = { span: "term", term: "main" } as const;
  const services = [
    {
      key: "emergency",
      title: { zh: "应急响应", en: "emergency response" },
      schedule: { schedule: "onDemand" as const, span, limits: [...limits] },
    },
  ];
  const asked = (id: string, at: string): ContractEvent => ({ id, kind: "requested", of: "emergency", at });
  const answered = (id: string, at: string, limit = "respond"): ContractEvent => ({
    id: `${id}-${limit}`,
    kind: "fulfilled",
    of: `service.emergency.${id}.${limit}`,
    at,
  });
  const half = { bound: "atMost", value: "30", unit: "minute" } as const;
  const over = (events: readonly ContractEvent[], measure = "response-time", bound: Partial<Bound> = half) =>
    take(measure, bound, { services }, { events });
  const one = asked("q1", "2026-08-01T02:00:00+08:00");
  const two = asked("q2", "2026-09-01T12:00:00+08:00");

  it("are as slow as the slowest answer, to the second", () => {
    const events = [
      one,
      answered("q1", "2026-08-01T02:30:00+08:00"),
      two,
      answered("q2", "2026-09-01T12:10:00+08:00"),
    ];
    expect(over(events)).toMatchObject({ shown: "30", met: true });
    const late = [asked("q1", "2026-07-31T18:00:00Z"), answered("q1", "2026-08-01T02:30:01+08:00")];
    expect(over(late)).toMatchObject({ shown: "30.01", met: false });
    expect(over(late)?.why.en).toBe(
      "the slowest of 1 requests: emergency response of 2026-08-01 02:00, answered after 30.01 minutes",
    );
  });

  it("have a mean, and compare with hours", () => {
    const events = [
      one,
      answered("q1", "2026-08-01T02:30:00+08:00"),
      two,
      answered("q2", "2026-09-01T12:10:00+08:00"),
    ];
    expect(over(events, "mean-response-time")).toMatchObject({ shown: "20", met: true });
    expect(over(events, "response-time", { bound: "atMost", value: "0.5", unit: "hour" })).toMatchObject({
      met: true,
    });
    expect(over(events, "response-time", { bound: "lessThan", value: "0.5", unit: "hour" })).toMatchObject({
      met: false,
    });
    expect(over(events, "response-time", { bound: "atMost", value: "1", unit: "percent" })).toMatchObject({
      met: undefined,
    });
  });

  it("without an answer past the limit count with the time that they have waited", () => {
    expect(over([one])?.met).toBe(false);
    expect(over([one])?.why.zh).toContain("至今未响应");
    const fresh = asked("q3", "2027-05-10T09:45:00+08:00");
    expect(over([fresh])).toBeUndefined();
  });

  it("of which nothing is owed any more are none", () => {
    const facts = sampleFacts({ services }, { events: [one] });
    const bound: Bound = { measure: "response-time", ...half };
    expect(takeMeasure(bound, facts)).toBeDefined();
    expect(takeMeasure(bound, { ...facts, obligations: [] })).toBeUndefined();
  });

  it("of which hours are missing are for a person to judge, and so are none", () => {
    const dayAlone: ContractEvent = {
      id: "q1-respond",
      kind: "fulfilled",
      of: "service.emergency.q1.respond",
      on: "2026-08-01",
    };
    expect(over([one, dayAlone])).toBeUndefined();
    expect(over([])).toBeUndefined();
  });

  it("are duty that is covered once they are answered", () => {
    const events = [one, answered("q1", "2026-08-01T02:10:00+08:00")];
    expect(take("duty-coverage", {}, { services }, { events })).toMatchObject({
      shown: "50",
      met: false,
      why: { en: "1 of 2 past duties are on the record; missing: emergency response: on site" },
    });
    const all = [...events, answered("q1", "2026-08-01T03:10:00+08:00", "on-site")];
    expect(take("duty-coverage", { of: "emergency" }, { services }, { events: all })).toMatchObject({
      met: true,
    });
    expect(take("duty-coverage", { of: "other" }, { services }, { events: all })).toBeUndefined();
  });
});

describe("duty in key periods", () => {
  it("comes before answers to requests where the contract has it", () => {
    const facts = sampleFacts({});
    const [some] = facts.obligations;
    const duty = (key: string, dueOn: string, done: boolean) => ({
      ...some!,
      key: `service.duty.${key}`,
      kind: "service" as const,
      dueOn,
      keyPeriod: { key, name: { zh: key, en: key } },
      ...(done ? { fulfilment: { eventId: key, on: dueOn } } : {}),
    });
    const obligations = [
      duty("may", "2026-05-05", true),
      duty("national", "2026-10-07", false),
      duty("coming", "2027-06-01", false),
    ];
    const bound = { measure: "duty-coverage", bound: "atLeast", value: "100", unit: "percent" } as const;
    expect(showFraction(takeMeasure(bound, { ...facts, obligations })!.value)).toBe("50");
  });
});
