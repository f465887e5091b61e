import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import type { ResponseLimit } from "../date-rule/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import { assessClocks } from "./assess-clocks.ts";
import { listIncidentEvents } from "./list-incident-events.ts";
import { sampleIncident } from "./sample-incident.ts";

const title = { zh: "某项", en: "item" };
const calendar = createCalendar();
const at = (time: string, day = "2026-09-10") => `${day}T${time}:00+08:00`;
const respond: ResponseLimit = { key: "respond", title, count: 30, unit: "minute", step: "responded" };
const onSite: ResponseLimit = { key: "on-site", title, count: 2, unit: "hour", step: "onSite" };
const recover: ResponseLimit = {
  key: "recover",
  title,
  count: 4,
  unit: "hour",
  step: "recovered",
  hours: { from: "09:00", to: "17:00" },
};

function termsOf(...limits: ResponseLimit[]) {
  const schedule = { schedule: "onDemand" as const, span: { span: "term" as const, term: "main" }, limits };
  return sampleTerms({ services: [{ key: "help", title, schedule }] });
}

const called = (over: Parameters<typeof sampleIncident>[0] = {}) =>
  sampleIncident({ service: "help", ...over });

function shown(standing: ReturnType<typeof assessClocks>) {
  return standing.clocks.map(({ limit, state, taken, left }) => `${limit} ${state} ${taken} ${left}`);
}

describe("the clocks of an incident", () => {
  const terms = termsOf(respond, onSite);

  it.each([
    ["09:29", ["respond running 29 1", "on-site running 29 91"], "respond"],
    ["09:30", ["respond running 30 0", "on-site running 30 90"], "respond"],
    ["09:31", ["respond broken 31 0", "on-site running 31 89"], "respond"],
    ["11:01", ["respond broken 121 0", "on-site broken 121 0"], "respond"],
  ])("at %s", (time, clocks, worst) => {
    const standing = assessClocks(terms, called(), calendar, at(time));
    expect(shown(standing)).toEqual(clocks);
    expect(standing.worst?.limit).toBe(worst);
  });

  it("the worst is the one that breaks first, whatever their order in the terms", () => {
    const standing = assessClocks(termsOf(onSite, respond), called(), calendar, at("09:05"));
    expect(standing.worst?.limit).toBe("respond");
  });

  it.each([
    [{ respondedAt: at("09:30") }, ["respond met 30 0", "on-site running 60 60"], "on-site"],
    [{ respondedAt: at("09:31") }, ["respond metLate 31 0", "on-site running 60 60"], "on-site"],
    [{ onSiteAt: at("09:20") }, ["respond met 20 10", "on-site met 20 100"], undefined],
    [{ recoveredAt: at("09:50") }, ["respond metLate 50 0", "on-site met 50 70"], undefined],
    [
      { respondedAt: at("09:10"), recoveredAt: at("09:50") },
      ["respond met 10 20", "on-site met 50 70"],
      undefined,
    ],
    [
      { respondedAt: at("09:05"), recoveredAt: at("09:50"), onSiteAt: at("10:00") },
      ["respond met 5 25", "on-site met 60 60"],
      undefined,
    ],
  ])("%j: a later step stands for one that nobody entered", (instants, clocks, worst) => {
    const standing = assessClocks(terms, called(instants), calendar, at("10:00"));
    expect(shown(standing)).toEqual(clocks);
    expect(standing.worst?.limit).toBe(worst);
  });

  it("has taken no time where the answer came before the report", () => {
    const early = called({ happenedAt: at("08:00"), respondedAt: at("08:30") });
    expect(shown(assessClocks(termsOf(respond), early, calendar, at("10:00")))).toEqual(["respond met 0 60"]);
  });

  it("runs in service hours on working days, over a holiday and a weekend that is worked", () => {
    // Wednesday 30 September, three hours before closing; 1 to 7 October are holidays.
    const late = called({ happenedAt: at("14:00", "2026-09-30"), reportedAt: at("14:00", "2026-09-30") });
    const standing = (now: string) => assessClocks(termsOf(recover), late, calendar, now);
    expect(standing(at("16:00", "2026-09-30")).clocks[0]?.dueAt).toBe(at("10:00", "2026-10-08"));
    expect(shown(standing(at("12:00", "2026-10-04")))).toEqual(["recover running 180 60"]);
    expect(shown(standing(at("10:01", "2026-10-08")))).toEqual(["recover broken 241 0"]);
  });

  it("may be recorded as fulfilled beside the incident, and the earlier counts", () => {
    const { step: _step, ...plain } = respond;
    const fulfilled = (time: string) =>
      [{ id: "f", kind: "fulfilled", of: "service.help.inc_1.respond", at: at(time) }] as const;
    const standing = (limit: ResponseLimit, time: string) =>
      assessClocks(
        termsOf(limit),
        called({ respondedAt: at("09:20") }),
        calendar,
        at("10:00"),
        fulfilled(time),
      );
    expect(shown(standing(plain, "09:40"))).toEqual(["respond metLate 40 0"]);
    expect(shown(standing(respond, "09:40"))).toEqual(["respond met 20 10"]);
    expect(shown(standing(respond, "09:10"))).toEqual(["respond met 10 20"]);
  });
});

describe("what an incident means for dates", () => {
  const kindsOf = (incident: ReturnType<typeof sampleIncident>) =>
    listIncidentEvents(incident).map(({ kind, of, at: when }) => [kind, of, when]);

  it("asks for its service from the report, and reaches steps", () => {
    expect(kindsOf(called({ respondedAt: at("09:10"), recoveredAt: at("11:00") }))).toEqual([
      ["requested", "help", at("09:00")],
      ["incidentResponded", "inc_1", at("09:10")],
      ["incidentOnSite", "inc_1", at("11:00")],
      ["incidentRecovered", "inc_1", at("11:00")],
    ]);
  });

  it("means nothing where it asks for no service or was taken back", () => {
    expect(kindsOf(sampleIncident({ respondedAt: at("09:10") }))).toEqual([]);
    const withdrawn = { actorId: "mem_1", name: "甲", at: at("12:00"), reason: "误报" };
    expect(kindsOf({ ...called(), state: "withdrawn", withdrawn })).toEqual([]);
  });
});
