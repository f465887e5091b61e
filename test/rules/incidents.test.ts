import { createCalendar } from "@luyue/core/calendar";
import { addMinutes, type Instant } from "@luyue/core/civil-date";
import { assessClocks, classifyIncident, type Incident, type IncidentFacts } from "@luyue/core/incident";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const calendar = createCalendar({
  keyPeriods: [
    { key: "national-day", name: { zh: "国庆", en: "National Day" }, from: "2026-10-01", to: "2026-10-07" },
  ],
});
const act = { actorId: "mem_1", name: "甲", at: "2026-10-10T09:00:00+08:00" };
const now: Instant = "2026-11-01T09:00:00+08:00";
const ordinary: Instant = "2026-09-10T09:00:00+08:00";
const inKeyPeriod: Instant = "2026-10-02T09:00:00+08:00";

/** An incident that lasted so many minutes; none given: it has not recovered. */
function incident(facts: IncidentFacts, minutes?: number, kind?: string, happenedAt = ordinary): Incident {
  return {
    id: "inc_1",
    number: 1,
    title: "事件",
    happenedAt,
    reportedAt: happenedAt,
    ...(minutes === undefined ? {} : { recoveredAt: addMinutes(happenedAt, minutes) }),
    ...(kind === undefined ? {} : { kind }),
    facts,
    evidence: [],
    reported: { ...act, side: "vendor" },
    state: "open",
  };
}

function classOf(key: DemoKey, each: Incident) {
  const { incidents } = demoContract(key).terms;
  if (incidents === undefined) throw new Error(`${key} has classes`);
  return classifyIncident(incidents, each, calendar, now);
}

describe("B: the classes of annex 4, at, below and above each threshold", () => {
  const outage = (facts: IncidentFacts, minutes: number) =>
    classOf("B", incident(facts, minutes, "outage")).class;

  it.each([
    ["300", "0", 481, "a"],
    ["299", "0", 481, "none"],
    ["300", "0", 480, "b"],
    ["301", "0", 481, "a"],
    ["0", "1000000.01", 481, "a"],
    ["0", "1000000", 481, "none"],
    ["100", "0", 240, "b"],
    ["99", "0", 240, "none"],
    ["100", "0", 239, "none"],
    ["0", "500000.01", 300, "b"],
    ["0", "500000", 300, "none"],
    ["300", "2000000", 480, "b"],
  ])("an outage of %s people and %s yuan for %s minutes is %s", (people, loss, minutes, level) => {
    expect(outage({ people, loss }, minutes)).toBe(level);
  });

  it.each([
    [61, true, false, true, "a"],
    [60, true, false, true, "b"],
    [61, true, true, true, "none"],
    [61, true, false, false, "none"],
    [30, true, true, false, "b"],
    [29, true, false, true, "none"],
    [61, false, false, true, "none"],
    [45, false, false, true, "none"],
  ])(
    "a defacement of %s minutes, key period %s, by the plan %s, noticed %s is %s",
    (minutes, keyPeriod, byPlan, noticed, level) => {
      const facts = { "handled-by-plan": byPlan, "noticed-nationally": noticed };
      const at = keyPeriod ? inKeyPeriod : ordinary;
      expect(classOf("B", incident(facts, minutes, "defacement", at)).class).toBe(level);
    },
  );

  it.each([
    ["3.01", true, "a"],
    ["3", true, "b"],
    ["0.5", true, "b"],
    ["12", false, "none"],
    ["3", false, "none"],
  ])("a loss of %s months of data, unrecoverable %s, is %s", (months, unrecoverable, level) => {
    const facts = { "data-months": months, unrecoverable };
    expect(classOf("B", incident(facts, 10, "data-loss")).class).toBe(level);
  });

  it.each([
    ["48.5", true, true, true, "a"],
    ["48", true, true, true, "none"],
    ["48.5", true, false, true, "b"],
    ["48.5", true, true, false, "b"],
    ["48.5", false, true, true, "none"],
    ["47", true, true, true, "none"],
  ])(
    "an intrusion, the hole known for %s h, key period %s, major %s, noticed %s, is %s",
    (hours, keyPeriod, major, noticed, level) => {
      const facts = { "hole-hours": hours, major, "noticed-nationally": noticed };
      const at = keyPeriod ? inKeyPeriod : ordinary;
      expect(classOf("B", incident(facts, 10, "intrusion", at)).class).toBe(level);
    },
  );

  it("what is of another kind is none of it, however long", () => {
    const facts = { people: "1000", loss: "9000000" };
    expect(classOf("B", incident(facts, 1000, "defacement")).class).toBe("none");
  });

  it("says nothing while facts are missing that decide it, and which", () => {
    const missing = classOf("B", incident({}, 500, "outage"));
    expect(missing.class).toBeUndefined();
    expect(missing.open).toEqual(["people", "loss"]);
    // The milder class holds already; the graver one still wants a fact.
    const partly = classOf("B", incident({ people: "150" }, 300, "outage"));
    expect(partly).toMatchObject({ class: "b", ground: "outage", open: [] });
    const loss = classOf("B", incident({ "data-months": "2", unrecoverable: true }, 10));
    expect(loss.class).toBeUndefined();
    expect(loss.open).toContain("kind");
  });

  it("names the figures that it compared, in both languages", () => {
    const { grounds } = classOf("B", incident({ people: "300", loss: "0" }, 481, "outage"));
    const [first] = grounds;
    expect(first?.conditions.map(({ text }) => text)).toEqual([
      {
        zh: "影响人数：300 人（要求≥ 300 人），或经济损失：0 元（要求> 1000000 元）",
        en: "people affected: 300 人 (wanted: ≥ 300 人), or economic loss: 0 元 (wanted: > 1000000 元)",
      },
      {
        zh: "持续时间：8.01 h（要求> 8 h）",
        en: "how long it lasted: 8.01 h (wanted: > 8 h)",
      },
    ]);
  });

  it("what has not recovered lasts until now", () => {
    const running = {
      ...incident({ people: "300", loss: "0" }, undefined, "outage"),
      happenedAt: "2026-11-01T00:59:00+08:00",
    };
    expect(classOf("B", running)).toMatchObject({ class: "a", ground: "outage" });
  });
});

describe("D: its levels, at, below and above each threshold; A is the mildest", () => {
  const plain = { leaders: false, grave: false, workaround: true };

  it.each([
    ["1", {}, 60, "a"],
    ["1", { workaround: false }, 60, "none"],
    ["2", {}, 60, "b"],
    ["9", {}, 120, "b"],
    ["9", {}, 121, "c"],
    ["2", {}, 121, "c"],
    ["1", {}, 600, "a"],
    ["1", { workaround: false }, 120, "none"],
    ["1", { workaround: false }, 121, "c"],
    ["0", {}, 60, "none"],
    ["10", {}, 60, "c"],
    ["1", { leaders: true }, 10, "c"],
    ["1", { grave: true }, 10, "c"],
  ])("%s departments, %j, %s minutes is %s", (departments, more, minutes, level) => {
    expect(classOf("D", incident({ ...plain, ...more, departments }, minutes)).class).toBe(level);
  });

  it("gives A the least and C the most", () => {
    const { penalties = [], incidents } = demoContract("D").terms;
    expect(incidents?.classes.map(({ key }) => key)).toEqual(["c", "b", "a"]);
    expect(
      penalties.flatMap((each) =>
        each.on?.when === "incident" ? [[each.on.classes, "amount" in each && each.amount]] : [],
      ),
    ).toEqual([
      [["a"], { amount: "range", from: "1000.00", to: "2000.00" }],
      [["b"], { amount: "range", from: "2000.00", to: "5000.00" }],
      [["c"], { amount: "range", from: "5000.00", to: "10000.00" }],
    ]);
  });
});

it("the class does not depend on the order in which facts were entered", () => {
  const facts = { people: "320", loss: "600000", "data-months": "2", unrecoverable: true, major: true };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(Object.entries(facts), { minLength: 5 }),
      fc.integer({ min: 1, max: 900 }),
      (entries, minutes) => {
        const shuffled = classOf("B", incident(Object.fromEntries(entries), minutes, "outage"));
        expect(shuffled).toEqual(classOf("B", incident(facts, minutes, "outage")));
      },
    ),
  );
});

describe("the clocks of an incident", () => {
  const reportedAt: Instant = "2026-10-01T23:50:00+08:00";
  const called = (more: Partial<Incident> = {}): Incident =>
    ({
      ...incident({}, undefined, undefined, reportedAt),
      service: "emergency-response",
      ...more,
    }) as Incident; // only instants are put over it

  const clocksOf = (key: DemoKey, each: Incident, at: Instant) =>
    assessClocks(demoContract(key).terms, each, calendar, at);

  it("A: response in 30 minutes, on site in 2 hours: the worst is the one that breaks first", () => {
    const { clocks, worst } = clocksOf("A", called(), "2026-10-02T00:10:00+08:00");
    expect(clocks.map(({ limit, dueAt, state, taken, left }) => [limit, dueAt, state, taken, left])).toEqual([
      ["respond", "2026-10-02T00:20:00+08:00", "running", 20, 10],
      ["on-site", "2026-10-02T01:50:00+08:00", "running", 20, 100],
    ]);
    expect(worst?.limit).toBe("respond");
  });

  it("is met at its instant and broken a minute later; what was met late stays so", () => {
    const at = "2026-10-02T00:20:00+08:00";
    expect(clocksOf("A", called({ respondedAt: at }), now)).toMatchObject({
      clocks: [{ state: "met", taken: 30, left: 0 }, { state: "broken" }],
      worst: { limit: "on-site" },
    });
    const late = clocksOf("A", called({ respondedAt: "2026-10-02T00:20:01+08:00" }), at);
    expect(late.clocks[0]).toMatchObject({ state: "metLate", left: 0 });
    expect(clocksOf("A", called(), "2026-10-02T00:20:01+08:00").worst).toMatchObject({
      limit: "respond",
      state: "broken",
    });
  });

  it.each([
    ["B", [["respond", "2026-10-02T01:50:00+08:00"]]],
    ["E", [["on-site", "2026-10-02T00:50:00+08:00"]]],
    ["D", []],
  ] as const)("%s has its own limits", (key, limits) => {
    const each = key === "D" ? called({ service: "emergency-support" }) : called();
    expect(clocksOf(key, each, reportedAt).clocks.map(({ limit, dueAt }) => [limit, dueAt])).toEqual(limits);
  });

  it("has none where it asks for no service, or was taken back", () => {
    expect(clocksOf("A", incident({}), now)).toEqual({ clocks: [] });
    const withdrawn = { ...called(), state: "withdrawn", withdrawn: { ...act, reason: "误报" } } as Incident;
    expect(clocksOf("A", withdrawn, now)).toEqual({ clocks: [] });
  });
});
