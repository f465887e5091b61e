import { assessAcceptance, findAcceptanceRights, measureCriteria } from "@luyue/core/acceptance";
import { createCalendar } from "@luyue/core/calendar";
import type { ContractEvent } from "@luyue/core/event";
import type { Measurement, MeasureFacts } from "@luyue/core/measurement";
import { creditOf, deriveObligations, readTermDates } from "@luyue/core/obligation";
import { demoContract } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";

const calendar = createCalendar();
type Name = Parameters<typeof demoContract>[0];

function factsOf(
  name: Name,
  events: readonly ContractEvent[],
  measurements: readonly Measurement[] = [],
  now = "2027-05-20T10:00:00+08:00",
): MeasureFacts {
  const { terms } = demoContract(name);
  const obligations = deriveObligations(terms, events, calendar);
  const dates = readTermDates(terms, events, calendar);
  return { terms, events, obligations, submissions: [], measurements, dates, now };
}

/** The criteria of a contract's only acceptance, each as its value and whether it is met; `-`: for a person to judge. */
function criteriaOf(facts: MeasureFacts): string[] {
  const [acceptance] = facts.terms.acceptances ?? [];
  return measureCriteria(acceptance!, facts).map(({ measured }) =>
    measured === undefined ? "-" : `${measured.value} ${measured.passed ? "met" : "missed"}`,
  );
}

const measured = (measure: string, part: string, whole?: string): Measurement => ({
  id: `msr_${measure}`,
  measure,
  from: "2026-05-01",
  to: "2027-04-27",
  part,
  ...(whole === undefined ? {} : { whole }),
  evidence: [],
  recorded: { actorId: "mem_1", name: "甲", at: "2027-05-01T10:00:00+08:00" },
});

const signed: ContractEvent = { id: "signed", kind: "signed", on: "2026-04-27" };

/** A year of A in which everything was done on its day: every count, every instance of a series, every report. */
function fullYear(): ContractEvent[] {
  const base = factsOf("A", [signed, ...emergency("2026-08-01T02:30:00+08:00")]);
  const done = base.obligations.flatMap(({ key, kind, quota, dueOn }): ContractEvent[] => {
    if (!["service", "deliverable", "report"].includes(kind) || dueOn === undefined) return [];
    const [, series = ""] = key.split(".");
    const id = `done-${key}`;
    if (quota !== undefined) {
      const credit = creditOf(kind, series);
      return [{ id, kind: credit.event, of: credit.of, on: dueOn, quantity: quota.count }];
    }
    if (key.startsWith("service.emergency-response.")) return [];
    return kind === "service" && key.split(".").length < 3
      ? []
      : [{ id, kind: kind === "service" ? "fulfilled" : "deliverableAccepted", of: key, on: dueOn }];
  });
  return [signed, ...emergency("2026-08-01T02:30:00+08:00"), ...done];
}

/** A request at two in the morning, answered, and somebody on site within two hours. */
function emergency(answeredAt: string): ContractEvent[] {
  const of = (limit: string) => `service.emergency-response.q1.${limit}`;
  return [
    { id: "q1", kind: "requested", of: "emergency-response", at: "2026-08-01T02:00:00+08:00" },
    { id: "q1-answer", kind: "fulfilled", of: of("respond"), at: answeredAt },
    { id: "q1-site", kind: "fulfilled", of: of("on-site"), at: "2026-08-01T03:40:00+08:00" },
  ];
}

const surveyed = [
  measured("release-tests", "14", "14"),
  measured("incidents-handled", "3", "3"),
  measured("major-incidents", "0"),
  measured("satisfaction", "190", "200"),
];

describe("A's ten criteria", () => {
  it("are all met after a full year, one of them judged by people", () => {
    expect(criteriaOf(factsOf("A", fullYear(), surveyed))).toEqual([
      "100 met",
      "100 met",
      "100 met",
      "100 met",
      "100 met",
      "30 met",
      "12 met",
      "0 met",
      "-",
      "95 met",
    ]);
  });

  it("are missed by one line, one report, one second, one day, one answer", () => {
    const year = fullYear();
    const audit = year.map((event) =>
      event.of === "code-audit" && event.quantity !== undefined
        ? { ...event, quantity: event.quantity - 1 }
        : event,
    );
    expect(criteriaOf(factsOf("A", audit, surveyed))[0]).toBe("99.99 missed");
    const late = year.map((event) =>
      event.of === "deliverable.stage-summary" ? { ...event, on: "2027-04-28" } : event,
    );
    expect(criteriaOf(factsOf("A", late, surveyed))[2]).toMatch(/^97\.\d+ missed$/);
    const slow = [
      ...year.filter(({ id }) => !id.startsWith("q1")),
      ...emergency("2026-08-01T02:30:01+08:00"),
    ];
    expect(criteriaOf(factsOf("A", slow, surveyed))[5]).toBe("30.01 missed");
    expect(criteriaOf(factsOf("A", year, surveyed, "2027-04-27T23:00:00+08:00"))[6]).toBe("11 missed");
    const unhappy = [...surveyed.slice(0, 3), measured("satisfaction", "189", "200")];
    expect(criteriaOf(factsOf("A", year, unhappy))[9]).toBe("94.5 missed");
    const incident = [...surveyed.slice(0, 2), measured("major-incidents", "1"), ...surveyed.slice(3)];
    expect(criteriaOf(factsOf("A", year, incident))[7]).toBe("1 missed");
  });

  it("are left to people where nobody has measured anything", () => {
    const facts = factsOf("A", [signed], [], "2026-05-01T10:00:00+08:00");
    expect(criteriaOf(facts)).toEqual(["0 missed", "-", "-", "-", "-", "-", "0 missed", "-", "-", "-"]);
  });
});

describe("B's three criteria", () => {
  const day: ContractEvent = { id: "signed", kind: "signed", on: "2026-03-03" };
  const three = (up: string, satisfied: string) =>
    criteriaOf(
      factsOf(
        "B",
        [day],
        [
          measured("availability", up, "525600"),
          measured("major-incidents", "0"),
          measured("satisfaction", satisfied, "120"),
        ],
      ),
    );

  it("want more than 99 and more than 90, not as much", () => {
    expect(three("520344.1", "109")).toEqual(["99 met", "0 met", "90.83 met"]);
    expect(three("520344", "108")).toEqual(["99 missed", "0 met", "90 missed"]);
  });
});

describe("rectifications of C and D", () => {
  const today = "2027-05-20";

  it.each([
    ["C", []],
    ["D", ["acceptance.final.late"]],
  ] as const)("in %s past the buyer's day give %j", (name, expected) => {
    const { terms } = demoContract(name);
    const of = terms.acceptances?.[0]?.key ?? "";
    const act = { actorId: "mem_1", name: "甲", at: "2027-05-01T10:00:00+08:00" };
    const settled = { ...act, on: "2027-05-01", reason: "未通过", rectifyBy: "2027-05-10", evidence: [] };
    const applied = { ...act, side: "vendor" as const, evidence: [] };
    const round = { id: "rnd_1", of, number: 1, appliedOn: "2027-04-20", applied };
    const rights = (on: string) =>
      findAcceptanceRights(terms, [{ ...round, state: "failed", settled }], on).map(({ key }) => key);
    expect([rights("2027-05-10"), rights("2027-05-11")]).toEqual([[], expected]);
  });

  it.each(["C", "D"] as const)(
    "%s allows three, and the fourth failure gives the right to terminate",
    (name) => {
      const { terms } = demoContract(name);
      const [acceptance] = terms.acceptances ?? [];
      const act = { actorId: "mem_1", name: "甲", at: "2027-05-01T10:00:00+08:00" };
      const failed = (number: number) => ({
        id: `rnd_${number}`,
        of: acceptance!.key,
        number,
        appliedOn: `2027-0${number}-01`,
        applied: { ...act, side: "vendor" as const, evidence: [] },
        state: "failed" as const,
        settled: { ...act, on: `2027-0${number}-10`, reason: "未通过", evidence: [] },
      });
      const rounds = [1, 2, 3, 4].map(failed);
      expect(assessAcceptance(acceptance!, rounds.slice(0, 3))).toMatchObject({
        allowed: 3,
        exceeded: false,
      });
      expect(findAcceptanceRights(terms, rounds.slice(0, 3), today)).toEqual([]);
      expect(findAcceptanceRights(terms, rounds, today)).toMatchObject([
        { arisenOn: "2027-04-10", because: [{}, {}, {}, { on: "2027-04-10" }] },
      ]);
    },
  );

  it("are due fifteen days after it in C, on the buyer's day in D", () => {
    const due = (name: Name, until?: string) => {
      const of = demoContract(name).terms.acceptances?.[0]?.key ?? "";
      const failure: ContractEvent = {
        id: "f1",
        kind: "acceptanceFailed",
        of,
        on: "2026-04-10",
        ...(until === undefined ? {} : { until }),
      };
      const { obligations } = factsOf(name, [{ id: "s", kind: "signed", on: "2025-09-15" }, failure]);
      return obligations.filter(({ kind }) => kind === "rectification").map(({ dueOn }) => dueOn ?? "none");
    };
    // 2026-04-25 is a Saturday: the period ends on the Monday (民法典 203).
    expect(due("C")).toEqual(["2026-04-27"]);
    expect(due("D")).toEqual(["none"]);
    expect(due("D", "2026-05-08")).toEqual(["2026-05-08"]);
  });
});
