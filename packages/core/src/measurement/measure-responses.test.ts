import { describe, expect, it } from "vitest";
import { addMinutes } from "../civil-date/index.ts";
import { type Incident, listIncidentEvents } from "../incident/index.ts";
import { sampleIncident } from "../incident/sample-incident.ts";
import { take } from "./sample-take.ts";

const title = { zh: "应急响应", en: "emergency response" };
const limit = (key: string, count: number, measure: string, step: "responded" | "onSite") =>
  ({ key, title, count, unit: "minute", measure, step }) as const;
const limits = [
  limit("respond", 30, "response-time", "responded"),
  limit("on-site", 120, "on-site-time", "onSite"),
];
const span = { span: "term", term: "main" } as const;
const services = [{ key: "help", title, schedule: { schedule: "onDemand" as const, span, limits } }];
const reportedAt = "2026-09-10T09:00:00+08:00";
const after = (minutes: number) => addMinutes(reportedAt, minutes);
const called = (id: string, over: Parameters<typeof sampleIncident>[0] = {}) =>
  sampleIncident({ id, service: "help", ...over });

function worst(...incidents: readonly Incident[]) {
  const events = incidents.flatMap(listIncidentEvents);
  const bound = { bound: "atMost", value: "30", unit: "minute" } as const;
  return take("response-time", bound, { services }, { events, now: after(600) });
}

describe("response times of incidents", () => {
  it("run from the report to the response, the slowest of them", () => {
    const quick = called("inc_1", { respondedAt: after(5), onSiteAt: after(100) });
    const slow = called("inc_2", { respondedAt: after(30), onSiteAt: after(60) });
    expect(worst(quick, slow)).toMatchObject({ shown: "30", met: true });
    expect(worst(quick, { ...slow, respondedAt: `${after(30).slice(0, 17)}01+08:00` })).toMatchObject({
      shown: "30.01",
      met: false,
    });
  });

  it("follow an instant that is set right", () => {
    const wrong = called("inc_1", { respondedAt: after(45) });
    expect(worst(wrong)).toMatchObject({ shown: "45", met: false });
    expect(worst({ ...wrong, respondedAt: after(20) })).toMatchObject({ shown: "20", met: true });
    expect(worst({ ...wrong, reportedAt: after(40) })).toMatchObject({ shown: "5", met: true });
  });

  it("are none before the report, and until now for what nobody answered", () => {
    const early = called("inc_1", { happenedAt: after(-60), respondedAt: after(-30) });
    expect(worst(early)).toMatchObject({ shown: "0", met: true });
    expect(worst(called("inc_1"))).toMatchObject({ shown: "600", met: false });
  });

  it("take no notice of what was reported in error or asks for no service", () => {
    const withdrawn = { actorId: "mem_1", name: "甲", at: after(50), reason: "误报" };
    expect(worst({ ...called("inc_1"), state: "withdrawn", withdrawn })).toBeUndefined();
    expect(worst(sampleIncident())).toBeUndefined();
  });
});
