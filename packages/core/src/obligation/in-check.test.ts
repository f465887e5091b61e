import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import {
  calendar,
  days,
  derive,
  find,
  main,
  signed,
  title,
  waitsFor,
  wasSigned,
} from "./sample-derivation.ts";
import { deriveObligations, stateOf } from "./index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";

const count = { schedule: "count", count: 3, unit: "time", span: main } as const;
const monthly = { schedule: "every", period: "month", span: main, from: "span" } as const;
const onDemand = { schedule: "onDemand", span: main } as const;
const terms: Partial<ContractTerms> = {
  services: [
    { key: "inspection", title, schedule: monthly },
    { key: "scan", title, schedule: count },
    { key: "once", title, schedule: { schedule: "once", due: days(10, signed) } },
    { key: "help", title, schedule: onDemand },
  ],
  deliverables: [
    { key: "plan", title, schedule: { schedule: "once", due: days(10, signed) } },
    { key: "scans", title, schedule: count },
    { key: "advice", title, schedule: onDemand },
  ],
};
const submitted = (of: string, id: string, quantity = 1, on = "2026-05-01"): ContractEvent => ({
  id,
  kind: "deliverableSubmitted",
  of,
  on,
  by: "vendor",
  quantity,
});
const accepted = (of: string, id: string, quantity = 1, on = "2026-05-06"): ContractEvent => ({
  id: `${id}_accepted`,
  kind: "deliverableAccepted",
  of,
  on,
  quantity,
});
const after = "2028-01-01T09:00:00+08:00";
/** What an obligation waits for, who has to act, and its state once everything is past. */
function held(key: string, ...events: ContractEvent[]) {
  const found = find(derive(terms, [wasSigned, ...events]), key);
  return [waitsFor(found), found.waitingFor.map(({ holder }) => holder), stateOf(found, after)];
}

describe("what has been handed in", () => {
  it.each(["deliverable.plan", "service.once", "service.inspection.03"])(
    "%s is in the buyer's hands until it is checked, and the vendor's again once it was returned",
    (key) => {
      expect(held(key)).toEqual([[], [], "overdue"]);
      expect(held(key, submitted(key, "s1"))).toEqual([[`deliverableAccepted ${key}`], ["buyer"], "held"]);
    },
  );

  it("is done once it is accepted: a service on its own day, a deliverable on that of the decision", () => {
    const plan = [submitted("deliverable.plan", "s1"), accepted("deliverable.plan", "s1")];
    expect(held("deliverable.plan", ...plan)).toEqual([[], [], "fulfilled"]);
    const service = [submitted("service.once", "s1"), accepted("service.once", "s1")];
    expect(held("service.once", ...service)[2]).toBe("overdue");
    const performed: ContractEvent = { id: "s1_performed", kind: "performed", of: "once", on: "2026-04-30" };
    const done = find(derive(terms, [wasSigned, ...service, performed]), "service.once");
    expect(done.fulfilment).toEqual({ eventId: "s1_performed", on: "2026-04-30" });
  });

  it("holds a quota only once it would complete it", () => {
    const of = "deliverable.scans";
    expect(held(of, submitted(of, "s1", 2))).toEqual([[], [], "overdue"]);
    expect(held(of, submitted(of, "s1", 2), accepted(of, "s1", 2), submitted(of, "s2"))).toEqual([
      [`deliverableAccepted ${of}`],
      ["buyer"],
      "held",
    ]);
    const all = [submitted(of, "s1", 2), accepted(of, "s1", 2), submitted(of, "s2"), accepted(of, "s2")];
    expect(find(derive(terms, [wasSigned, ...all]), of)).toMatchObject({
      quota: { count: 3, done: 3 },
      fulfilment: { eventId: "s2_accepted", on: "2026-05-06" },
      waitingFor: [],
    });
  });

  it.each(["service.help", "deliverable.advice"])("never ends what goes on: %s", (key) => {
    const events = [submitted(key, "s1"), accepted(key, "s1"), submitted(key, "s2")];
    expect(held(key, ...events)).toEqual([[], [], "ended"]);
  });

  it("is a plan as well: handed in, accepted", () => {
    const due = days(10, signed);
    const acceptance = { key: "final", title, stage: "final", decision: { due }, plan: { due } } as const;
    const rounds: ContractEvent[] = [
      { id: "r1", kind: "acceptanceApplied", of: "final", on: "2026-05-04" },
      { id: "o1", kind: "acceptanceObjected", of: "final", on: "2026-05-06" },
    ];
    const key = "plan.final.o1";
    const planOf = (...events: ContractEvent[]) =>
      find(derive({ acceptances: [acceptance] }, [wasSigned, ...rounds, ...events]), key);
    expect(stateOf(planOf(), after)).toBe("overdue");
    expect(stateOf(planOf(submitted(key, "s1")), after)).toBe("held");
    expect(planOf(submitted(key, "s1"), accepted(key, "s1")).fulfilment?.eventId).toBe("s1_accepted");
  });

  it("counts the same whatever the order of what is told", () => {
    const of = "deliverable.scans";
    const anyPieces = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom("in", "accepted") }),
      { maxLength: 6 },
    );
    const ordered = anyPieces.chain((pieces) => {
      const events = pieces.flatMap(({ quantity, state }, at) => [
        submitted(of, `s${at}`, quantity),
        ...(state === "accepted" ? [accepted(of, `s${at}`, quantity)] : []),
      ]);
      const shuffled = fc.shuffledSubarray(events, { minLength: events.length });
      return fc.tuple(fc.constant(pieces), shuffled);
    });
    const full = sampleTerms(terms);
    fc.assert(
      fc.property(ordered, ([pieces, events]) => {
        const sumOf = (wanted: string) =>
          pieces.reduce((sum, { quantity, state }) => sum + (state === wanted ? quantity : 0), 0);
        const quota = find(deriveObligations(full, [wasSigned, ...events], calendar), of);
        const done = sumOf("accepted");
        expect(quota.quota?.done).toBe(done);
        expect(quota.fulfilment !== undefined).toBe(done >= 3);
        expect(quota.waitingFor.length).toBe(done < 3 && done + sumOf("in") >= 3 ? 1 : 0);
      }),
    );
  });
});
