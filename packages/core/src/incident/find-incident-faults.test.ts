import { describe, expect, it } from "vitest";
import { sampleTerms } from "../contract/sample-terms.ts";
import { findIncidentFaults } from "./find-incident-faults.ts";
import type { IncidentInstants } from "./incident.ts";

const title = { zh: "某项", en: "item" };
const span = { span: "term", term: "main" } as const;
const terms = sampleTerms({
  services: [
    { key: "help", title, schedule: { schedule: "onDemand", span } },
    { key: "watch", title, schedule: { schedule: "throughout", span } },
  ],
  incidents: {
    kinds: [{ key: "outage", title }],
    facts: [
      { key: "people", title, unit: "人" },
      { key: "grave", title },
    ],
    classes: [{ key: "a", title, grounds: [{ key: "g", title, all: [{ fact: "grave", is: true }] }] }],
  },
});
const now = "2026-09-10T12:00:00+08:00";
const at = (time: string) => `2026-09-10T${time}:00+08:00`;
const usual = { happenedAt: at("09:00"), reportedAt: at("09:10") };

function pathsOf(over: object = {}, under = terms): string[] {
  return findIncidentFaults({ ...usual, facts: {}, ...over }, under, now).map(({ path }) => path);
}

describe("what an incident may say", () => {
  it.each([
    [{ service: "help", kind: "outage", facts: { people: "300", grave: false } }, []],
    [{ service: "watch" }, ["/service"]],
    [{ service: "nothing" }, ["/service"]],
    [{ kind: "flood" }, ["/kind"]],
    [{ facts: { people: true } }, ["/facts/people"]],
    [{ facts: { people: "three" } }, ["/facts/people"]],
    [{ facts: { grave: "1" } }, ["/facts/grave"]],
    [{ facts: { colour: true, duration: "1", "key-period": true } }, ["colour", "duration", "key-period"]],
  ])("%j", (over, paths) => {
    expect(pathsOf(over)).toEqual(paths.map((path) => (path.startsWith("/") ? path : `/facts/${path}`)));
  });

  it("tells what follows by itself from what nobody knows", () => {
    const given = { ...usual, facts: { duration: "1", colour: "1" } };
    const faults = findIncidentFaults(given, terms, now);
    expect(faults.map(({ reason }) => reason.en)).toEqual([
      "follows from the instants and the calendar",
      "the contract asks for no fact colour",
    ]);
  });

  it("has no kinds and facts under terms that have no classes", () => {
    expect(pathsOf({ kind: "outage", facts: { grave: true } }, sampleTerms())).toEqual([
      "/kind",
      "/facts/grave",
    ]);
  });
});

describe("instants", () => {
  it.each<[string, Partial<IncidentInstants>, string[]]>([
    ["all at once", { respondedAt: at("09:00"), onSiteAt: at("09:00"), recoveredAt: at("09:00") }, []],
    [
      "answered, there and over before the report",
      { respondedAt: at("09:01"), recoveredAt: at("09:05") },
      [],
    ],
    ["over before anybody was on site", { recoveredAt: at("09:30"), onSiteAt: at("10:00") }, []],
    ["reported at once", { reportedAt: at("09:00") }, []],
    ["reported before", { reportedAt: at("08:59") }, ["/reportedAt"]],
    ["answered before", { respondedAt: at("08:59") }, ["/respondedAt"]],
    ["on site before, nobody having answered", { onSiteAt: at("08:59") }, ["/onSiteAt"]],
    ["on site before the answer", { respondedAt: at("10:00"), onSiteAt: at("09:59") }, ["/onSiteAt"]],
    ["over before", { recoveredAt: at("08:59") }, ["/recoveredAt"]],
    ["to the present", { recoveredAt: now }, []],
    ["past it", { recoveredAt: "2026-09-10T12:00:01+08:00" }, ["/recoveredAt"]],
    ["in another zone", { respondedAt: "2026-09-10T01:30:00Z" }, []],
    ["in another zone, before", { respondedAt: "2026-09-10T00:59:00Z" }, ["/respondedAt"]],
  ])("%s", (_what, instants, paths) => {
    expect(pathsOf(instants)).toEqual(paths);
  });
});
