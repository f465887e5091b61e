import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../civil-date/index.ts";
import { contractTermsSchema, type ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { cutAtEnd, deriveObligations, type Obligation, owedOfQuota, postponeEnd } from "./index.ts";
import { calendar, main, title } from "./sample-derivation.ts";

const every = (period: "month" | "quarter") =>
  ({ schedule: "every", period, span: main, from: "span" }) as const;
const service = (key: string, schedule: NonNullable<ContractTerms["services"]>[number]["schedule"]) => ({
  key,
  title,
  schedule,
});
const count = (more = {}) => ({ schedule: "count", count: 6, unit: "time", span: main, ...more }) as const;
const work = {
  services: [
    service("update", every("month")),
    service("scan", count()),
    service("duty", count({ bound: "atMost" })),
    service("watch", { schedule: "throughout", span: main }),
  ],
};

/** What is owed at an early end of the sample contract, whose term is 2026-04-28 to 2027-04-27. */
function owedAt(endedOn: string, over: Partial<ContractTerms> = work, events: readonly ContractEvent[] = []) {
  const terms = contractTermsSchema.parse(sampleTerms(over));
  const ended = { id: "e", kind: "ended", on: endedOn } as const;
  const facts = postponeEnd([...events, ended], endedOn);
  const all = deriveObligations(terms, facts, calendar, { withReleased: true });
  return cutAtEnd(all, endedOn).filter(({ kind }) => kind === "service");
}
const keys = (all: readonly Obligation[]) => all.map(({ key }) => key.slice("service.".length));

describe("what is owed at an early end", () => {
  it("had fallen due by that day; a period that was running is not owed, what goes on stays", () => {
    // The sixth month ends on 27 October, a Tuesday.
    const without = [
      "update.01",
      "update.02",
      "update.03",
      "update.04",
      "update.05",
      "scan",
      "duty",
      "watch",
    ];
    expect(keys(owedAt("2026-10-26"))).toEqual(without);
    expect(keys(owedAt("2026-10-27"))).toContain("update.06");
  });

  it("keeps what was fulfilled before its day", () => {
    const early: ContractEvent = { id: "u9", kind: "fulfilled", of: "service.update.09", on: "2026-09-01" };
    const owed = owedAt("2026-10-26", work, [early]);
    expect(owed.find(({ key }) => key === "service.update.09")?.fulfilment?.eventId).toBe("u9");
    expect(keys(owed)).not.toContain("update.08");
  });

  it("is of a count no more than was done of it, unless its day had come or it was reached", () => {
    const done = (quantity: number): ContractEvent => ({
      id: "s",
      kind: "performed",
      of: "scan",
      on: "2026-06-01",
      quantity,
    });
    const scan = (endedOn: string, quantity: number) =>
      owedAt(endedOn, work, [done(quantity)]).find(({ key }) => key === "service.scan")?.quota;
    expect(scan("2026-10-26", 4)).toMatchObject({ count: 6, done: 4, cutShort: true });
    expect([4, 7].map((quantity) => owedOfQuota(scan("2026-10-26", quantity)!))).toEqual([4, 6]);
    expect(scan("2026-10-26", 7)).not.toHaveProperty("cutShort");
    expect(owedOfQuota(scan("2027-04-27", 4)!)).toBe(6);
  });

  it("of a span that had no end follows whole periods, not the one that the end cut", () => {
    const end = { rule: "on", anchor: { anchor: "event", event: "serviceEnded", of: "main" } } as const;
    const terms = sampleTerms().terms.map((term) => ({ ...term, end }));
    const open = { terms, services: [service("visit", every("quarter"))] };
    expect(keys(owedAt("2026-10-27", open))).toEqual(["visit.01", "visit.02"]);
    expect(keys(owedAt("2026-10-26", open))).toEqual(["visit.01"]);
  });

  it("grows with the day and is never more than without the end", () => {
    const wholly = deriveObligations(contractTermsSchema.parse(sampleTerms(work)), [], calendar);
    const known = new Map(wholly.map(({ key, dueOn }) => [key, dueOn]));
    fc.assert(
      fc.property(fc.nat(500), fc.nat(60), (first, more) => {
        const days = [addDays("2026-04-28", first), addDays("2026-04-28", first + more)] as const;
        const [sooner, later] = [keys(owedAt(days[0])), keys(owedAt(days[1]))];
        expect(later).toEqual(expect.arrayContaining(sooner));
        const series = owedAt(days[0]).filter(({ shape }) => shape === "recurring");
        for (const { key, dueOn } of series)
          expect([dueOn, dueOn! <= days[0]]).toEqual([known.get(key), true]);
      }),
      { numRuns: 40 },
    );
  });
});
