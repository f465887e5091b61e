import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import { renderExplanation } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations, type Obligation, stateOf } from "./index.ts";

const calendar = createCalendar();
const title = { zh: "方案", en: "plan" };
const once = (key: string, due: NonNullable<ContractTerms["reports"]>[number]["schedule"]) => ({
  key,
  title,
  schedule: due,
});

/** Signed on 28 April 2026: a plan within 20 days (18 May), one on 30 June, and duty throughout the term. */
function termsOf(moves: boolean): ContractTerms {
  const after = { anchor: "event", event: "signed" } as const;
  const span = { span: "term", term: "main" } as const;
  return sampleTerms({
    reports: [
      once("plan", { schedule: "once", due: { rule: "within", count: 20, unit: "day", after } }),
      once("fixed", { schedule: "once", due: { rule: "on", anchor: { anchor: "date", on: "2026-06-30" } } }),
      once("late", {
        schedule: "once",
        due: { rule: "within", count: 20, unit: "day", after: { anchor: "date", on: "2026-07-01" } },
      }),
    ],
    services: [{ key: "watch", title, schedule: { schedule: "throughout", span } }],
    ...(moves ? { forceMajeure: { moves: true } } : {}),
  });
}

const signed: ContractEvent = { id: "s", kind: "signed", on: "2026-04-28" };
const began = (on: CivilDate, id = "fm"): ContractEvent => ({ id, kind: "forceMajeure", on, by: "vendor" });
const ended = (on: CivilDate, of = "fm"): ContractEvent => ({
  id: `${of}_end`,
  kind: "forceMajeureEnded",
  of,
  on,
});

function derive(events: readonly ContractEvent[], moves = true): Map<string, Obligation> {
  const all = deriveObligations(termsOf(moves), [signed, ...events], calendar);
  return new Map(all.map((each) => [each.key, each]));
}

const dueOf = (all: ReadonlyMap<string, Obligation>, key: string) => all.get(key)?.dueOn;

describe("force majeure where the terms say that it moves dates", () => {
  it("moves what was running by the days that it lasted, and says why", () => {
    const all = derive([began("2026-05-11"), ended("2026-05-20")]);
    const plan = all.get("report.plan");
    expect(plan?.dueOn).toBe("2026-05-28");
    const why = plan === undefined ? { zh: "", en: "" } : renderExplanation(plan.explanation, calendar);
    expect(why.zh).toContain("不可抗力 2026-05-11 至 2026-05-20，顺延10日");
    expect(why.en).toContain("force majeure 2026-05-11 to 2026-05-20: 10 days later");
    expect(dueOf(all, "report.fixed")).toBe("2026-07-10");
  });

  it("rolls on to a working day, and that too is told", () => {
    const all = derive([began("2026-05-18"), ended("2026-05-22")]);
    // 18 May and five days is Saturday the 23rd.
    expect(dueOf(all, "report.plan")).toBe("2026-05-25");
    expect(all.get("report.plan")?.explanation.steps.at(-1)).toEqual({
      step: "roll",
      from: "2026-05-23",
      to: "2026-05-25",
    });
  });

  it("leaves what was due before it, what begins after it, and what goes on", () => {
    const plain = derive([]);
    const all = derive([began("2026-05-19"), ended("2026-05-22")]);
    for (const key of ["report.plan", "report.late", "service.watch"]) {
      expect([key, dueOf(all, key)]).toEqual([key, dueOf(plain, key)]);
    }
  });

  it("leaves what had been done before, and moves what was done during it", () => {
    const done = (on: CivilDate): ContractEvent => ({
      id: "d",
      kind: "deliverableAccepted",
      of: "report.plan",
      on,
    });
    const span = [began("2026-05-11"), ended("2026-05-20")];
    expect(dueOf(derive([...span, done("2026-05-10")]), "report.plan")).toBe("2026-05-18");
    expect(dueOf(derive([...span, done("2026-05-12")]), "report.plan")).toBe("2026-05-28");
  });

  it("holds what is running while it lasts: nobody is late, and nobody knows the new date", () => {
    const plan = derive([began("2026-05-11")]).get("report.plan");
    expect(plan).toMatchObject({
      dueOn: "2026-05-18",
      waitingFor: [{ event: "forceMajeureEnded", of: "fm" }],
    });
    expect(plan === undefined ? "" : stateOf(plan, "2026-05-25T09:00:00+08:00")).toBe("held");
  });

  it("counts the days of several once", () => {
    const both = [
      began("2026-05-11"),
      ended("2026-05-20"),
      began("2026-05-15", "two"),
      ended("2026-05-22", "two"),
    ];
    expect(dueOf(derive(both), "report.plan")).toBe(
      dueOf(derive([began("2026-05-11"), ended("2026-05-22")]), "report.plan"),
    );
  });

  it("moves nothing where the terms do not say so", () => {
    expect(derive([began("2026-05-11"), ended("2026-05-20")], false).get("report.plan")).toMatchObject({
      dueOn: "2026-05-18",
      waitingFor: [],
    });
  });

  it("is the same in any order of events, and withdrawn leaves no trace", () => {
    const spans = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 80 }), days: fc.integer({ min: 0, max: 20 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(spans, fc.func(fc.integer()), (all, rank) => {
        const events = all.flatMap(({ from, days }, at) => {
          const on = addDays("2026-04-28", from);
          return [began(on, `fm${at}`), ended(addDays(on, days), `fm${at}`)];
        });
        const shuffled = events.toSorted((one, other) => rank(one) - rank(other));
        expect(derive(shuffled)).toEqual(derive(events));
        for (const { dueOn, key, explanation } of derive(events).values()) {
          const moved = dueOn !== dueOf(derive([]), key);
          expect(explanation.steps.some(({ step }) => step === "forceMajeure")).toBe(moved);
        }
      }),
      { numRuns: 60 },
    );
    expect(derive([])).toEqual(derive([], false));
  });
});
