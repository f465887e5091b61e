import { createCalendar } from "@luyue/core/calendar";
import { addDays, addMinutes, type CivilDate, instantAt } from "@luyue/core/civil-date";
import type { Counter } from "@luyue/core/contract";
import type { ContractEvent } from "@luyue/core/event";
import type { Incident } from "@luyue/core/incident";
import { deriveObligations } from "@luyue/core/obligation";
import type { Absence } from "@luyue/core/people";
import {
  assessRights,
  type CounterFacts,
  evaluateCounter,
  findTermsRights,
  firstDay,
  type RightDecision,
} from "@luyue/core/right";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const act = { actorId: "mem_1", name: "甲", at: "2026-06-01T09:00:00+08:00" };

const none: CounterFacts = {
  incidents: [],
  absences: [],
  penalties: [],
  rights: [],
  obligations: [],
  acceptanceRights: [],
  capOf: () => ({ limit: "74480.00", used: "0.00" }),
  lateOf: () => [],
  nameOfPerson: (id) => id,
  now: "2027-12-31T09:00:00+08:00",
};

let count = 0;
function accident(level: string, on: CivilDate, hours = 1, kind = "outage"): Incident {
  count += 1;
  const happenedAt = instantAt(on, "09:00");
  return {
    id: `inc_${String(count).padStart(4, "0")}`,
    number: count,
    title: "事故",
    kind,
    happenedAt,
    reportedAt: happenedAt,
    recoveredAt: addMinutes(happenedAt, hours * 60),
    facts: {},
    fault: "vendor",
    evidence: [],
    reported: { ...act, side: "vendor" },
    classified: { ...act, class: level, proposed: level, termsVersion: 1 },
    state: "closed",
    closed: act,
  };
}

function absent(on: CivilDate): Absence {
  count += 1;
  return {
    id: `abs_${count}`,
    personId: "per_1",
    what: "absent",
    on,
    note: "离岗",
    evidence: [],
    recorded: act,
  };
}

function rightsOf(key: DemoKey, facts: Partial<CounterFacts>) {
  const { terms } = demoContract(key);
  const all = { ...none, ...facts };
  return findTermsRights(terms, assessRights(terms, all), all);
}

const arisen = (key: DemoKey, facts: Partial<CounterFacts>) =>
  rightsOf(key, facts).map((right) => [right.key, right.arisenOn]);

describe("B: class A once, or class B three times within a year", () => {
  const three = (last: CivilDate) => [
    accident("b", "2026-05-10"),
    accident("b", "2026-11-01"),
    accident("b", last),
  ];

  it.each([
    ["2027-05-09", true],
    ["2027-05-10", false],
    ["2027-05-11", false],
  ])("the third of 2026-05-10 on %s: %s", (last, right) => {
    const incidents = three(last);
    expect(arisen("B", { incidents })).toEqual(right ? [["terms.incident-terminate", last]] : []);
  });

  it("two give none, one of class A does at once, and one that is not the vendor's fault never", () => {
    expect(arisen("B", { incidents: three("2026-12-01").slice(0, 2) })).toEqual([]);
    const [a] = [accident("a", "2026-06-02")];
    if (a === undefined) throw new Error("there is one");
    expect(arisen("B", { incidents: [a] })).toEqual([["terms.incident-terminate", "2026-06-02"]]);
    expect(arisen("B", { incidents: [{ ...a, fault: "other" }] })).toEqual([]);
    const { classified: _judged, ...open } = a;
    expect(arisen("B", { incidents: [open] })).toEqual([]);
  });

  it("names the facts that gave it", () => {
    const [right] = rightsOf("B", { incidents: three("2026-12-01") });
    expect(right).toMatchObject({ holder: "buyer", gives: "terminate", clause: "第九条 第(四)款" });
    expect(right?.because.map(({ on }) => on)).toEqual(["2026-05-10", "2026-11-01", "2026-12-01"]);
    expect(right?.because[0]?.text.en).toMatch(/^2026-05-10 incident #\d+ B: 事故$/);
  });
});

describe("D: more than 5 accidents or the cap, then 3 more", () => {
  const days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06"];
  const six = days.map((on) => accident("a", on));
  const rectified: RightDecision = {
    id: "rgt_1",
    right: "terms.accidents-rectify",
    terms: "accidents-rectify",
    title: { zh: "全面整改", en: "full rectification" },
    arisenOn: "2026-05-06",
    decision: "exercised",
    on: "2026-06-01",
    until: "2026-06-30",
    reason: "事故过多",
    decided: act,
  };

  it("five are not enough, six are; so is the cap", () => {
    expect(arisen("D", { incidents: six.slice(0, 5) })).toEqual([]);
    expect(arisen("D", { incidents: six })).toEqual([["terms.accidents-rectify", "2026-05-06"]]);
    const used = (sum: string) => arisen("D", { capOf: () => ({ limit: "74480.00", used: sum }) });
    expect(used("74479.99")).toEqual([]);
    expect(used("74480.00").map(([key]) => key)).toEqual(["terms.accidents-rectify"]);
  });

  it("three more count only after the full rectification was demanded", () => {
    const more = ["2026-06-01", "2026-07-01", "2026-07-02", "2026-07-03"].map((on) => accident("b", on));
    const keys = (incidents: readonly Incident[], rights: readonly RightDecision[]) =>
      arisen("D", { incidents, rights }).filter(([key]) => key === "terms.accidents-terminate");
    expect(keys([...six, ...more], [])).toEqual([]);
    expect(keys([...six, ...more.slice(0, 3)], [rectified])).toEqual([]);
    expect(keys([...six, ...more], [rectified])).toEqual([["terms.accidents-terminate", "2026-07-03"]]);
    const taken = { ...rectified, withdrawn: { ...act, reason: "误" } };
    expect(keys([...six, ...more], [taken])).toEqual([]);
  });
});

describe("D: a full rectification that falls short", () => {
  const demanded: RightDecision = {
    id: "rgt_1",
    right: "terms.accidents-rectify",
    terms: "accidents-rectify",
    title: { zh: "全面整改", en: "full rectification" },
    arisenOn: "2026-05-06",
    decision: "exercised",
    on: "2026-06-01",
    until: "2026-06-30",
    reason: "事故过多",
    decided: act,
  };
  const { terms } = demoContract("D");
  const event: ContractEvent = {
    id: "rgt_1",
    kind: "rectificationDemanded",
    of: "rgt_1",
    on: "2026-06-01",
    until: "2026-06-30",
  };
  const done = (on: CivilDate): ContractEvent => ({
    id: "d",
    kind: "fulfilled",
    of: "fullRectification.rgt_1",
    on,
  });
  const keys = (now: CivilDate, ...events: ContractEvent[]) => {
    const obligations = deriveObligations(terms, [event, ...events], createCalendar());
    const facts = { rights: [demanded], obligations, now: instantAt(now, "09:00") };
    return arisen("D", facts).filter(([key]) => key === "terms.accidents-terminate");
  };

  it("gives the right to terminate on the day after its own, unless the buyer found its demands met by then", () => {
    expect(keys("2026-06-30")).toEqual([]);
    expect(keys("2026-07-01")).toEqual([["terms.accidents-terminate", "2026-07-01"]]);
    expect(keys("2026-07-01", done("2026-06-30"))).toEqual([]);
    expect(keys("2026-07-02", done("2026-07-01"))).toEqual([["terms.accidents-terminate", "2026-07-01"]]);
  });
});

describe("A: the other counters", () => {
  it("more than two person-times", () => {
    const absences = ["2026-05-01", "2026-06-01", "2026-07-01"].map(absent);
    expect(arisen("A", { absences: absences.slice(0, 2) })).toEqual([]);
    expect(arisen("A", { absences })).toEqual([["terms.absence-terminate", "2026-07-01"]]);
    const [first, ...rest] = absences;
    if (first === undefined) throw new Error("there is one");
    expect(arisen("A", { absences: [{ ...first, withdrawn: { ...act, reason: "误" } }, ...rest] })).toEqual(
      [],
    );
  });

  it("from day 30 of a rectification that is late", () => {
    const late = (days: number) => [
      { key: "rectification.final.x", title: { zh: "整改", en: "rectification" }, dueOn: "2026-06-01", days },
    ];
    expect(arisen("A", { lateOf: () => late(29) })).toEqual([]);
    expect(arisen("A", { lateOf: () => late(30) })).toEqual([
      ["terms.rectification-terminate", "2026-07-01"],
    ]);
  });

  it("tells how near each counter is", () => {
    const { terms } = demoContract("A");
    const standings = assessRights(terms, { ...none, absences: [absent("2026-05-01")] });
    const absence = standings.find(({ key }) => key === "absence-terminate");
    expect(absence?.counters.map(({ text }) => text)).toEqual([
      { zh: "累计 1 人次（> 2）", en: "1 person-times in all (> 2)" },
    ]);
  });
});

describe("a counter over any window", () => {
  const start = "2026-01-01";
  const counter = (value: number, days: number): Counter => ({
    count: "incidents",
    bound: "atLeast",
    value,
    within: { count: days, unit: "day" },
  });

  it("equals a recount of what lies in each window, once what gave it is left out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 30 }),
        (offsets, value, days) => {
          const incidents = offsets.map((offset) => accident("b", addDays(start, offset)));
          const { reached } = evaluateCounter(counter(value, days), { ...none, incidents });
          expect(reached.map(({ on }) => on)).toEqual(recount(incidents, value, days));
        },
      ),
    );
  });

  /** By brute force: the earliest day on which so many that were not counted before lie in the window that ends on it. */
  function recount(incidents: readonly Incident[], value: number, days: number): CivilDate[] {
    let left = incidents
      .map(({ happenedAt, id }) => ({ on: happenedAt.slice(0, 10), id }))
      .toSorted((a, b) => (`${a.on}${a.id}` < `${b.on}${b.id}` ? -1 : 1));
    const found: CivilDate[] = [];
    for (let at = 0; at < left.length; at += 1) {
      const end = left[at]?.on ?? "";
      const inWindow = left.slice(0, at + 1).filter(({ on }) => on > addDays(end, -days));
      if (inWindow.length < value) continue;
      found.push(end);
      left = left.slice(at + 1);
      at = -1;
    }
    return found;
  }

  it("a year, a month and a day end on their day", () => {
    const day = "2027-02-28";
    expect(firstDay({ within: { count: 1, unit: "year" } }, day)).toBe("2026-03-01");
    expect(firstDay({ within: { count: 1, unit: "month" } }, day)).toBe("2027-01-29");
    expect(firstDay({ within: { count: 7, unit: "day" } }, day)).toBe("2027-02-22");
    expect(firstDay({}, day)).toBeUndefined();
  });

  it("B: down three times, or four hours in all, within seven days", () => {
    const rule = demoContract("B").terms.penalties?.find(({ key }) => key === "downtime-repeated");
    const any = rule?.on?.when === "counted" ? rule.on.any : [];
    const reached = (...incidents: Incident[]) =>
      any.map((each) => evaluateCounter(each, { ...none, incidents }).reached.map(({ on }) => on));
    const hour = (on: CivilDate, hours = 1) => accident("none", on, hours);
    expect(reached(hour("2026-05-01"), hour("2026-05-02"))).toEqual([[], []]);
    expect(reached(hour("2026-05-01"), hour("2026-05-02"), hour("2026-05-07"))).toEqual([["2026-05-07"], []]);
    expect(reached(hour("2026-05-01"), hour("2026-05-02"), hour("2026-05-08"))).toEqual([[], []]);
    expect(reached(hour("2026-05-01", 2), hour("2026-05-07", 2))).toEqual([[], ["2026-05-07"]]);
    expect(reached(hour("2026-05-01", 2), hour("2026-05-08", 2))).toEqual([[], []]);
    expect(reached(hour("2026-05-01", 2), accident("none", "2026-05-02", 2, "intrusion"))).toEqual([[], []]);
  });
});
