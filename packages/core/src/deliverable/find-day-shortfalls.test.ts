import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Obligation } from "../obligation/index.ts";
import { findShortfalls, type Submission } from "./index.ts";
import { accepted, handedIn, owed } from "./sample-submission.ts";

type Schedule = NonNullable<ContractTerms["services"]>[number]["schedule"];
const span = { span: "term", term: "main" } as const;
const title = { zh: "值守", en: "duty" };
const allowed = { schedule: "count", count: 30, unit: "day", bound: "atMost", span } as const;
const monthly = { schedule: "every", period: "month", span } as const;
const window = { opensOn: "2026-06-01", dueOn: "2027-05-31", title };
const allowance = owed({
  ...window,
  key: "service.duty",
  shape: "quota",
  quota: { count: 30, unit: "day", done: 0, atMost: true },
});
const june = owed({ ...window, key: "service.duty.01", shape: "recurring", dueOn: "2026-06-30" });
const july = owed({ ...window, key: "service.duty.02", shape: "recurring", opensOn: "2026-07-01" });

/** The places and English reasons for a record, with these that were accepted before. */
function short(record: Partial<Submission>, schedule: Schedule, others: readonly Partial<Submission>[] = []) {
  const terms = sampleTerms({ services: [{ key: "duty", title, schedule }] });
  const obligations: Obligation[] = [allowance, june, july];
  const submissions = others.map((each, at) => accepted({ id: `o${at}`, of: "service.duty", ...each }));
  const own = handedIn({ of: "service.duty", ...record });
  const faults = findShortfalls(own, { terms, obligations, submissions, events: [] });
  return faults.map(({ path, reason }) => `${path} ${reason.en}`);
}
const at = "/services/0/schedule";

describe("the days of a record", () => {
  it("are none of its obligation's before that begins, nor after the end of an allowance", () => {
    expect(short({ performedOn: "2026-06-01" }, allowed)).toEqual([]);
    expect(short({ performedOn: "2025-01-01" }, allowed)).toEqual([
      `${at} the service of 2025-01-01 is before the first day of “duty”, 2026-06-01`,
    ]);
    expect(short({ performedOn: "2027-05-31", performedThrough: "2027-06-01" }, allowed)).toEqual([
      `${at} the service of 2027-06-01 is after the last day of “duty”, 2027-05-31`,
    ]);
    expect(short({ of: "service.duty.02", performedOn: "2026-06-30" }, monthly)).toEqual([
      `${at} the service of 2026-06-30 is before the first day of “duty”, 2026-07-01`,
    ]);
  });

  it("may be late", () => {
    expect(short({ of: "service.duty.01", performedOn: "2026-08-15" }, monthly)).toEqual([]);
  });

  it("count once where days are counted", () => {
    const known = { performedOn: "2026-06-10", performedThrough: "2026-06-12" };
    expect(short({ performedOn: "2026-06-12", performedThrough: "2026-06-14" }, allowed, [known])).toEqual([
      `${at} its days, 2026-06-12 to 2026-06-14, are also those of the accepted record of 2026-06-10 to 2026-06-12`,
    ]);
    expect(short({ performedOn: "2026-06-11" }, allowed, [known, { performedOn: "2026-06-11" }])).toEqual([
      `${at} its days, 2026-06-11, are also those of the accepted record of 2026-06-10 to 2026-06-12 and of 1 more`,
    ]);
    expect(short({ performedOn: "2026-06-13" }, allowed, [known])).toEqual([]);
    expect(short({ performedOn: "2026-06-11" }, allowed, [{ ...known, of: "service.other" }])).toEqual([]);
  });

  it("are not those of another of its series, and may be those of another count of what is no day", () => {
    const other = { of: "service.duty.02", performedOn: "2026-07-02" };
    expect(short({ of: "service.duty.01", performedOn: "2026-07-02" }, monthly, [other])).toHaveLength(1);
    const times = { schedule: "count", count: 6, unit: "time", span } as const;
    const same = { performedOn: "2026-07-02" };
    expect(short(same, times, [same])).toEqual([]);
    // Two key periods may overlap, and duty in both is duty in each.
    expect(short(same, { schedule: "keyPeriods", span, each: "period" }, [same])).toEqual([]);
  });

  it("add up to just the days on which there was service, whatever records come", () => {
    const anyRecord = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }))
      .map(([first, length]) => {
        const performedOn = addDays("2026-06-01", first);
        return { performedOn, performedThrough: addDays(performedOn, length) };
      });
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), (records) => {
        const taken: typeof records = [];
        for (const record of records) if (short(record, allowed, taken).length === 0) taken.push(record);
        const days = new Set<string>();
        let counted = 0;
        for (const { performedOn, performedThrough } of taken) {
          counted += daysBetween(performedOn, performedThrough) + 1;
          for (let on = performedOn; on <= performedThrough; on = addDays(on, 1)) days.add(on);
        }
        expect(counted).toBe(days.size);
        for (const record of records.filter((each) => !taken.includes(each))) {
          expect(
            days.has(record.performedOn) ||
              days.has(record.performedThrough) ||
              taken.some(
                (each) =>
                  each.performedOn > record.performedOn && each.performedThrough < record.performedThrough,
              ),
          ).toBe(true);
        }
      }),
    );
  });
});
