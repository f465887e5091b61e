import { createCalendar } from "@luyue/core/calendar";
import { renderExplanation } from "@luyue/core/date-rule";
import { type ContractEvent, eventKinds } from "@luyue/core/event";
import { sumMoney } from "@luyue/core/money";
import { deriveObligations, diffObligations, type Obligation, stateOf } from "@luyue/core/obligation";
import { type DemoContract, demoContracts } from "@luyue/testing/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDate, anyEvents } from "./random-events.ts";

const keyPeriods = [
  { key: "labour-day", name: { zh: "五一", en: "May Day" }, from: "2026-05-01", to: "2026-05-05" },
  { key: "around", name: { zh: "活动", en: "event" }, from: "2026-04-20", to: "2026-05-03" },
  { key: "new-year", name: { zh: "元旦", en: "New Year" }, from: "2026-12-31", to: "2027-01-03" },
];
const calendar = createCalendar({ keyPeriods });
const horizonOn = "2027-06-30";
const runs = { numRuns: 25 };

describe.each(demoContracts)("contract $key, whatever happens", ({ terms }: DemoContract) => {
  const derive = (events: readonly ContractEvent[]) =>
    deriveObligations(terms, events, calendar, { horizonOn });
  const check = (property: (events: ContractEvent[], all: Obligation[]) => void) => {
    fc.assert(
      fc.property(anyEvents(terms), (events) => property(events, derive(events))),
      runs,
    );
  };

  it("gives the same from the same, in whatever order it was recorded, each key once", () => {
    check((events, all) => {
      expect(derive(events)).toEqual(all);
      expect(derive(events.toReversed())).toEqual(all);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    });
  });

  it("leaves nothing that is neither dated nor open nor waiting for somebody", () => {
    check((_events, all) => {
      for (const each of all) {
        const dated = each.dueOn !== undefined || each.opensOn !== undefined;
        expect(dated || each.waitingFor.length > 0 || each.fulfilment !== undefined).toBe(true);
        const state = stateOf(each, "2026-06-01T09:00:00+08:00");
        if (state === "waiting") expect(each.waitingFor.length).toBeGreaterThan(0);
        if (
          each.opensOn !== undefined &&
          each.dueOn !== undefined &&
          each.kind !== "secrecy" &&
          each.shape !== "quota"
        ) {
          expect([
            each.key,
            each.opensOn <= each.dueOn || each.shape === "onDemand" || each.shape === "continuous",
          ]).toEqual([each.key, true]);
        }
      }
    });
  });

  it("pays the total, no more and no less", () => {
    check((_events, all) => {
      const paid = all.filter(({ kind, key }) => kind === "payment" && key !== "payment.overrun");
      expect(sumMoney(paid.map(({ amount }) => amount ?? "0.00"))).toBe(terms.price.total);
    });
  });

  it("explains every date in both languages, with the years that it rests on", () => {
    check((_events, all) => {
      for (const { explanation, dueOn, dueAt, clause } of all) {
        const { zh, en } = renderExplanation(explanation, calendar, clause);
        const day = dueAt === undefined ? (dueOn ?? "") : dueAt.slice(0, 10);
        expect(zh).toContain(day);
        expect(en).toContain(day);
        expect(`${zh}${en}`).not.toMatch(/undefined|NaN|null| {2}|：：|；；/);
        for (const step of explanation.steps) {
          if (step.step !== "count" || step.unit !== "workingDay") continue;
          const years = [step.start, step.end].map((date) => Number(date.slice(0, 4)));
          for (const year of years.filter((each) => each > 2026))
            expect(explanation.provisionalYears).toContain(year);
        }
      }
    });
  });

  it("credits quotas with what was performed, or handed in and accepted", () => {
    check((events, all) => {
      for (const { key, quota, fulfilment } of all) {
        if (quota === undefined) continue;
        const credited = events.filter(({ kind, of }) =>
          key.startsWith("service.")
            ? kind === "performed" && key === `service.${of}`
            : kind === "deliverableAccepted" && key === of,
        );
        const done = credited.reduce((sum, { quantity = 1 }) => sum + quantity, 0);
        expect(quota.done).toBe(done);
        const said = events.some(({ kind, of }) => kind === "fulfilled" && of === key);
        expect(fulfilment !== undefined).toBe(quota.atMost !== true && (said || done >= quota.count));
      }
    });
  });

  it("nudges once for each event that is missing", () => {
    check((_events, all) => {
      const nudged = all.filter(({ nudges }) => nudges === true);
      const missing = nudged.map(({ waitingFor }) =>
        waitingFor.map(({ event, of }) => `${event} ${of}`).join(),
      );
      expect(new Set(missing).size).toBe(missing.length);
      expect(nudged.every(({ dueOn, fulfilment }) => dueOn === undefined && fulfilment === undefined)).toBe(
        true,
      );
    });
  });

  it("answers each request, each failure of force majeure and each round once", () => {
    check((events, all) => {
      const keys = new Set(all.map(({ key }) => key));
      for (const notice of terms.notices ?? []) {
        const hits = events.filter(({ kind, of }) => kind === notice.event && of === notice.of);
        for (const { id, by } of hits) {
          const owed = all.find(({ key }) => key === `notice.${notice.key}.${id}`);
          expect(owed?.debtor).toBe(notice.debtor === "affected" ? (by ?? "vendor") : notice.debtor);
        }
      }
      for (const acceptance of terms.acceptances ?? []) {
        const rounds = events.filter(({ kind, of }) => kind === "acceptanceApplied" && of === acceptance.key);
        const reviews = rounds.filter(({ id }) => keys.has(`review.${acceptance.key}.${id}`));
        expect(reviews).toHaveLength(acceptance.review === undefined ? 0 : rounds.length);
      }
    });
  });

  it("moves what rests on a corrected event, and nothing else", () => {
    const steady = (kind: ContractEvent["kind"]) =>
      !eventKinds[kind].repeats && kind !== "acceptancePassed" && !kind.startsWith("overrun");
    fc.assert(
      fc.property(anyEvents(terms), fc.nat(), anyDate, (events, pick, on) => {
        const candidates = events.filter(({ kind }) => steady(kind));
        const event = candidates[pick % Math.max(candidates.length, 1)];
        if (event === undefined) return;
        const { at: _at, on: _on, ...facts } = event;
        const before = new Map(derive(events).map((each) => [each.key, each]));
        const after = derive(events.map((each) => (each === event ? { ...facts, on } : each)));
        const old = event.on ?? event.at?.slice(0, 10) ?? "";
        const rests = (obligation: Obligation | undefined, date: string) =>
          obligation !== undefined &&
          (JSON.stringify(obligation.explanation).includes(date) ||
            obligation.fulfilment?.eventId === event.id);
        for (const obligation of after) {
          const earlier = before.get(obligation.key);
          before.delete(obligation.key);
          if (rests(earlier, old) || rests(obligation, on)) continue;
          expect(obligation).toEqual(earlier);
        }
        for (const gone of before.values()) expect(rests(gone, old)).toBe(true);
      }),
      runs,
    );
  });

  it("withdrawn, an event leaves no trace but what was fulfilled", () => {
    fc.assert(
      fc.property(anyEvents(terms), fc.nat(), (events, pick) => {
        const withdrawn = events[pick % Math.max(events.length, 1)];
        const should = derive(events.filter((each) => each !== withdrawn));
        const stored = derive(events);
        const { created, changed, withdrawn: gone, kept } = diffObligations(should, stored);
        const now = new Map(stored.map((each) => [each.key, each]));
        for (const { key } of gone) now.delete(key);
        for (const each of [...created, ...changed.map(({ after }) => after)]) now.set(each.key, each);
        for (const { key } of kept) now.delete(key);
        expect(now).toEqual(new Map(should.map((each) => [each.key, each])));
        expect(kept.every(({ fulfilment }) => fulfilment !== undefined)).toBe(true);
      }),
      runs,
    );
  });
});
