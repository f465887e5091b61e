import type { Incident } from "./incident.ts";

const act = { actorId: "mem_1", name: "甲", at: "2026-10-10T09:00:00+08:00" };

/** An open incident of Thursday 10 September 2026, reported as it happened, and what is put over it. */
export function sampleIncident(over: Partial<Extract<Incident, { readonly state: "open" }>> = {}): Incident {
  return {
    id: "inc_1",
    number: 1,
    title: "门户网站中断",
    happenedAt: "2026-09-10T09:00:00+08:00",
    reportedAt: "2026-09-10T09:00:00+08:00",
    facts: {},
    evidence: [],
    reported: { ...act, side: "vendor" },
    state: "open",
    ...over,
  };
}
