import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countsOf,
  type Finding,
  type FindingBatch,
  findingSeveritySchema,
  findingsOf,
  findingStateSchema,
  type FindingStep,
  type FindingStepKind,
  findingStepSchema,
  type FindingTally,
  lastAnswerOf,
  listTallyEvents,
  moveFinding,
  recount,
  recountBatch,
  statesBefore,
  summariseTallies,
  tallyIdOf,
  totalOf,
  unitOfTally,
} from "./index.ts";

const today = "2026-06-01";
const act = { actorId: "mem_1", name: "某人", at: "2026-06-01T10:00:00+08:00" };
const days = ["2026-05-20", "2026-06-10", "2026-06-30"];
const units = ["unt_a", "unt_b"];

const rows = fc.record({
  unitId: fc.constantFrom(...units),
  title: fc.constant("弱口令"),
  severity: fc.constantFrom(...findingSeveritySchema.options),
  demand: fc.constant("整改"),
  dueOn: fc.constantFrom(...days),
  evidence: fc.constant([]),
});
const batches = fc
  .array(rows, { minLength: 1, maxLength: 12 })
  .map((of): FindingBatch => ({ id: "bat_1", from: 1, handedOut: { ...act, side: "buyer" }, rows: of }));

function stepOf(step: FindingStepKind, to = "2026-06-30"): FindingStep {
  const moved = step === "extended" ? { moved: { from: today, to } } : {};
  return { ...act, step, side: "buyer", evidence: [], ...moved };
}

function merge(tallies: readonly FindingTally[], changed: readonly FindingTally[]): FindingTally[] {
  const all = new Map([...tallies, ...changed].map((tally) => [tally.id, tally]));
  return [...all.values()];
}

/** What tallies count, without those of which nothing is left: `unit day severity state` and how many. */
function countedBy(tallies: readonly FindingTally[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { unitId, dueOn, counts } of tallies) {
    for (const severity of findingSeveritySchema.options) {
      for (const [state, many] of Object.entries<number>({ ...counts[severity] })) {
        if (many !== 0) counted[`${unitId} ${dueOn} ${severity} ${state}`] = many;
      }
    }
  }
  return counted;
}

function countedAnew(findings: readonly Finding[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { unitId, dueOn, severity, state } of findings) {
    if (state === "withdrawn") continue;
    const key = `${unitId} ${dueOn} ${severity} ${state}`;
    counted[key] = (counted[key] ?? 0) + 1;
  }
  return counted;
}

const walks = fc.tuple(
  batches,
  fc.array(fc.tuple(fc.nat(), fc.constantFrom(...findingStepSchema.options), fc.constantFrom(...days)), {
    maxLength: 60,
  }),
);

/** Every state of findings and tallies on a random walk. */
function walk([batch, moves]: typeof walks extends fc.Arbitrary<infer T> ? T : never) {
  let findings = findingsOf(batch, "ctr_1");
  let tallies = merge([], recountBatch([], batch));
  const seen = [{ findings, tallies }];
  for (const [pick, step, to] of moves) {
    const before = findings[pick % findings.length]!;
    const after = moveFinding(before, stepOf(step, to));
    if (after === undefined) continue;
    findings = findings.map((each) => (each.id === after.id ? after : each));
    tallies = merge(tallies, recount(tallies, [{ before, after }], today));
    seen.push({ findings, tallies });
  }
  return seen;
}

describe("a tally", () => {
  it("always says what a count of the findings says, whatever was done in whatever order", () => {
    fc.assert(
      fc.property(walks, (given) => {
        for (const { findings, tallies } of walk(given)) {
          expect(countedBy(tallies)).toEqual(countedAnew(findings));
          const alive = findings.filter(({ state }) => state !== "withdrawn");
          expect(
            tallies
              .map(countsOf)
              .map(totalOf)
              .reduce((a, b) => a + b, 0),
          ).toBe(alive.length);
        }
      }),
    );
  });

  it("is the same whether findings move one by one or together", () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const tallies = recountBatch([], batch);
        const changes = findingsOf(batch, "ctr_1").map((before) => {
          return { before, after: moveFinding(before, stepOf("answered"))! };
        });
        const together = merge(tallies, recount(tallies, changes, today));
        const apart = changes.reduce(
          (counted, change) => merge(counted, recount(counted, [change], today)),
          tallies,
        );
        expect(countedBy(together)).toEqual(countedBy(apart));
      }),
    );
  });

  it("counts a hand-out once, however much of it has been written", () => {
    fc.assert(
      fc.property(batches, fc.nat(6), (batch, written) => {
        const whole = recountBatch([], batch);
        const rest = recountBatch(whole.slice(0, written), batch);
        expect(merge(whole.slice(0, written), rest)).toEqual(whole);
      }),
    );
  });

  it("has an id that says whose it is and by when", () => {
    expect(tallyIdOf("unt_a1", "2026-06-30")).toBe("unt_a1-20260630");
    expect(unitOfTally("unt_a1-20260630")).toBe("unt_a1");
    expect(unitOfTally("t1")).toBe("");
  });

  it("begins anew once nothing is left of it", () => {
    const [finding] = findingsOf(oneOf("2026-06-10"), "ctr_1");
    const [tally] = recount([], [{ after: finding! }], "2026-05-01");
    const withdrawn = moveFinding(finding!, stepOf("withdrawn"))!;
    const [empty] = recount([tally!], [{ before: finding!, after: withdrawn }], "2026-05-02");
    expect(listTallyEvents(empty!)).toEqual([]);
    const [again] = recount([empty!], [{ after: finding! }], today);
    expect([tally?.since, again?.since]).toEqual(["2026-05-01", today]);
  });

  it("means what was handed out, and each step that some of it has reached", () => {
    const batch = oneOf("2026-06-10");
    const two = { ...batch, rows: [...batch.rows, ...batch.rows] };
    const [first] = findingsOf(two, "ctr_1");
    const tallies = recountBatch([], two);
    const after = moveFinding(first!, stepOf("answered"))!;
    const [tally] = recount(tallies, [{ before: first!, after }], today);
    const of = "unt_a-20260610";
    expect(listTallyEvents(tally!)).toEqual([
      { id: of, kind: "findingsHandedOut", of, on: today, quantity: 2, until: "2026-06-10" },
      { id: `${of}_findingsAnswered`, kind: "findingsAnswered", of, on: today, quantity: 1 },
    ]);
  });
});

function oneOf(dueOn: string): FindingBatch {
  const row = {
    unitId: "unt_a",
    title: "弱口令",
    severity: "high",
    demand: "整改",
    dueOn,
    evidence: [],
  } as const;
  return { id: "bat_01", from: 7, handedOut: { ...act, side: "buyer" }, rows: [row] };
}

describe("a finding", () => {
  it("takes each step from the states that allow it, and from no other", () => {
    const table = findingStepSchema.options.map((step) => {
      const led = findingStateSchema.options.flatMap((state) => {
        const [finding] = findingsOf(oneOf("2026-06-10"), "ctr_1");
        const after = moveFinding({ ...finding!, state }, stepOf(step));
        return after === undefined ? [] : [`${state} → ${after.state}`];
      });
      expect(led.map((each) => each.split(" ")[0])).toEqual(statesBefore(step));
      return [step, led];
    });
    expect(Object.fromEntries(table)).toEqual({
      handedOut: [],
      answered: ["open → answered"],
      approved: ["answered → approved"],
      returned: ["answered → open"],
      passedRetest: ["approved → closed"],
      failedRetest: ["approved → open"],
      extended: ["open → open", "answered → answered", "approved → approved"],
      reopened: ["closed → open"],
      withdrawn: ["open → withdrawn", "answered → withdrawn", "approved → withdrawn"],
    });
  });

  it("keeps every step that was taken", () => {
    fc.assert(
      fc.property(walks, (given) => {
        const seen = walk(given);
        for (const [at, { findings }] of seen.entries()) {
          const earlier = seen[at - 1]?.findings ?? [];
          for (const [place, { state, steps }] of findings.entries()) {
            expect(steps[0]?.step).toBe("handedOut");
            expect(steps.filter(({ step }) => step === "handedOut")).toHaveLength(1);
            if (state === "closed") expect(steps.at(-1)?.step).toBe("passedRetest");
            const before = earlier[place]?.steps ?? [];
            expect(steps.slice(0, before.length)).toEqual(before);
          }
          // One step each time, and that of one finding.
          expect(findings.flatMap(({ steps }) => steps)).toHaveLength(findings.length + at);
        }
      }),
    );
  });

  it("is numbered on, and has an id that sorts as the hand-out does", () => {
    const batch = oneOf("2026-06-10");
    const many = { ...batch, rows: Array.from({ length: 120 }, () => batch.rows[0]!) };
    const findings = findingsOf(many, "ctr_1");
    expect(findings.map(({ number }) => number)).toEqual(Array.from({ length: 120 }, (_, at) => 7 + at));
    const ids = findings.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(ids);
    expect([ids[0], ids[119]]).toEqual(["fnd_01000", "fnd_01119"]);
  });

  it("knows the answer that is under review", () => {
    const [finding] = findingsOf(oneOf("2026-06-10"), "ctr_1");
    expect(lastAnswerOf(finding!)).toBeUndefined();
    const answered = moveFinding(finding!, { ...stepOf("answered"), actorId: "mem_2" })!;
    const returned = moveFinding(answered, stepOf("returned"))!;
    expect(lastAnswerOf(moveFinding(returned, { ...stepOf("answered"), actorId: "mem_3" })!)?.actorId).toBe(
      "mem_3",
    );
  });
});

describe("the overview", () => {
  it("adds up to the findings, by unit and by severity; overdue is what lacks an answer after its day", () => {
    fc.assert(
      fc.property(walks, (given) => {
        for (const { findings, tallies } of walk(given)) {
          const alive = findings.filter(({ state }) => state !== "withdrawn");
          const late = alive.filter(({ state, dueOn }) => state === "open" && dueOn < today);
          const { total, bySeverity, byUnit } = summariseTallies(tallies, today);
          expect([total.total, total.overdue]).toEqual([alive.length, late.length]);
          expect(total.total).toBe(total.open + total.answered + total.approved + total.closed);
          for (const severity of findingSeveritySchema.options) {
            const own = alive.filter((each) => each.severity === severity);
            expect(bySeverity[severity].total).toBe(own.length);
            expect(bySeverity[severity].overdue).toBe(late.filter((each) => own.includes(each)).length);
          }
          for (const unit of units) {
            const own = alive.filter(({ unitId }) => unitId === unit);
            expect(byUnit.get(unit)?.total ?? 0).toBe(own.length);
          }
        }
      }),
    );
  });
});
