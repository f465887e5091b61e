import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, isWorkingDay } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { findAccountWindow } from "./index.ts";

const calendar = createCalendar();
const workingDays = (count: number): Pick<ContractTerms, "accountChange"> => ({
  accountChange: { count, unit: "workingDay" },
});

function payment(key: string, dueOn: CivilDate | undefined, more: Partial<Obligation> = {}): Obligation {
  return {
    key: `payment.${key}`,
    kind: "payment",
    shape: "single",
    title: { zh: "付款", en: "payment" },
    debtor: "buyer",
    waitingFor: [],
    explanation: { steps: [], provisionalYears: [] },
    fulfilledBy: [],
    ...(dueOn === undefined ? {} : { dueOn }),
    ...more,
  };
}

describe("a change of account before a payment", () => {
  const due = [payment("t1", "2026-05-27")];
  const find = (on: CivilDate, terms: Pick<ContractTerms, "accountChange">, all = due) =>
    findAccountWindow(on, all, terms, calendar);

  it("five working days ahead may be taken, a day later not before the day after the payment", () => {
    expect(find("2026-05-20", workingDays(5))).toBeUndefined();
    expect(find("2026-05-21", workingDays(5))).toEqual({
      payment: due[0],
      dueOn: "2026-05-27",
      lastDay: "2026-05-20",
      possibleFrom: "2026-05-28",
    });
    expect(find("2026-05-27", workingDays(5))?.possibleFrom).toBe("2026-05-28");
    expect(find("2026-05-28", workingDays(5))).toBeUndefined();
  });

  it("fifteen working days ahead skip holidays and count make-up days", () => {
    expect(find("2026-05-07", workingDays(15))).toBeUndefined();
    expect(find("2026-05-08", workingDays(15))).toMatchObject({
      lastDay: "2026-05-07",
      possibleFrom: "2026-05-28",
    });
  });

  it("in calendar days, a weekend is no reason", () => {
    const terms = { accountChange: { count: 4, unit: "day" } } as const;
    expect(find("2026-05-23", terms)).toBeUndefined();
    expect(find("2026-05-24", terms)).toMatchObject({ lastDay: "2026-05-23", possibleFrom: "2026-05-28" });
  });

  it("may be taken at any time where the contract says nothing of it", () => {
    expect(find("2026-05-27", {})).toBeUndefined();
  });

  it("hinders nothing where the payment is made, has no date yet, or is over its date, or is no payment", () => {
    const done = payment("t1", "2026-05-27", { fulfilment: { eventId: "p", on: "2026-05-20" } });
    const others = [done, payment("t2", undefined), payment("t3", "2026-05-20")];
    const invoice = payment("t4", "2026-05-27", { kind: "invoice" });
    expect(find("2026-05-21", workingDays(5), [...others, invoice])).toBeUndefined();
  });

  it("waits for the end of a chain of payments whose times touch", () => {
    const chain = [payment("t1", "2026-05-27"), payment("t2", "2026-06-03"), payment("t3", "2026-06-30")];
    expect(find("2026-05-22", workingDays(5), chain)).toMatchObject({
      payment: { key: "payment.t1" },
      lastDay: "2026-05-20",
      possibleFrom: "2026-06-04",
    });
    const apart = [payment("t1", "2026-05-27"), payment("t2", "2026-06-04")];
    expect(find("2026-05-22", workingDays(5), apart)?.possibleFrom).toBe("2026-05-28");
    const same = [payment("t2", "2026-05-29"), payment("t1", "2026-05-27")];
    expect(find("2026-05-26", workingDays(5), same)).toMatchObject({
      payment: { key: "payment.t2" },
      possibleFrom: "2026-05-30",
    });
  });

  it("the day that it names is the first that would do", () => {
    const days = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 20 }),
        (dues, at, count) => {
          const all = dues.map((day, index) => payment(`t${index}`, addDays("2026-05-01", day)));
          const noticedOn = addDays("2026-05-01", at);
          const found = find(noticedOn, workingDays(count), all);
          if (found === undefined) return;
          expect(found.lastDay < noticedOn).toBe(true);
          for (let day = noticedOn; day < found.possibleFrom; day = addDays(day, 1)) {
            expect(find(day, workingDays(count), all)).toBeDefined();
          }
          expect(find(found.possibleFrom, workingDays(count), all)).toBeUndefined();
          expect(isWorkingDay(calendar, found.lastDay)).toBe(true);
        },
      ),
    );
  });
});
