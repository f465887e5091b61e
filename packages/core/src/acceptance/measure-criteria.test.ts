import { describe, expect, it } from "vitest";
import { measureCriteria } from "./measure-criteria.ts";
import { sampleAcceptance } from "./sample-rounds.ts";
import { sampleFacts, sampleMeasurement } from "../measurement/sample-facts.ts";

describe("criteria", () => {
  const limit = { measure: "response-time", bound: "atMost", value: "1", unit: "hour" } as const;
  const respond = { zh: "响应", en: "respond" };
  const limits = [
    { key: "respond", title: respond, count: 30, unit: "minute" as const, measure: "response-time" },
  ];
  const schedule = { schedule: "onDemand" as const, span: { span: "term" as const, term: "main" }, limits };
  const services = [{ key: "help", title: respond, schedule }];
  const asked = { id: "q", kind: "requested", of: "help", at: "2026-08-01T10:00:00+08:00" } as const;
  const done = {
    id: "d",
    kind: "fulfilled",
    of: "service.help.q.respond",
    at: "2026-08-01T10:45:00+08:00",
  } as const;

  it("are measured in their own unit, by their number in the terms, or left to a person", () => {
    const acceptance = sampleAcceptance({
      criteria: [
        { title: { zh: "融合性" }, target: "良好" },
        { title: { zh: "响应", en: "response" }, target: "≤1小时", limit },
        {
          title: { zh: "满意度" },
          target: "≥95%",
          limit: { ...limit, measure: "satisfaction", unit: "percent" },
        },
      ],
    });
    const facts = sampleFacts({ services }, { events: [asked, done] });
    expect(measureCriteria(acceptance, facts)).toMatchObject([
      { criterion: 1, title: { zh: "融合性", en: "融合性" }, target: "良好" },
      { criterion: 2, limit, measured: { value: "0.75", passed: true } },
      { criterion: 3 },
    ]);
    expect(measureCriteria(acceptance, facts).map(({ measured }) => measured === undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("in a unit that does not compare are left to a person", () => {
    const points = { ...limit, unit: "point" } as const;
    const acceptance = sampleAcceptance({
      criteria: [{ title: { zh: "响应" }, target: "1分", limit: points }],
    });
    expect(measureCriteria(acceptance, sampleFacts({ services }, { events: [asked, done] }))).toEqual([
      { criterion: 1, title: { zh: "响应", en: "响应" }, target: "1分", limit: points },
    ]);
  });

  it("of B: availability more than 99, satisfaction more than 90, each by the exact share", () => {
    const more = (measure: string, value: string) => ({
      title: { zh: measure },
      target: `>${value}%`,
      limit: { measure, bound: "moreThan", value, unit: "percent" } as const,
    });
    const acceptance = sampleAcceptance({
      criteria: [more("availability", "99"), more("satisfaction", "90")],
    });
    const passed = (up: string, satisfied: string) =>
      measureCriteria(
        acceptance,
        sampleFacts(
          {},
          {
            measurements: [
              sampleMeasurement({ measure: "availability", part: up, whole: "525600" }),
              sampleMeasurement({ id: "msr_2", measure: "satisfaction", part: satisfied, whole: "50" }),
            ],
          },
        ),
      ).map(({ measured }) => `${measured?.value} ${measured?.passed}`);
    expect(passed("520344", "45")).toEqual(["99 false", "90 false"]);
    expect(passed("520344.000001", "46")).toEqual(["99 true", "92 true"]);
  });
});
