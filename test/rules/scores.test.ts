import { createCalendar } from "@luyue/core/calendar";
import type { ContractEvent } from "@luyue/core/event";
import { deriveObligations, readScorePeriods, stateOf } from "@luyue/core/obligation";
import {
  findScoreTriggers,
  gradeOf,
  listScheduled,
  pointsOf,
  type ScoreSheet,
  workOutSheet,
  yearScore,
} from "@luyue/core/score";
import { demoContract } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";

const calendar = createCalendar();
const { terms, events: known } = demoContract("B");
const score = terms.score ?? raise("no score");

function raise(why: string): never {
  throw new RangeError(why);
}

/** The numbers of annex 7's items that count in a month of B. */
function numbersIn(period: string, ...more: ContractEvent[]): number[] {
  const events = [...known, ...more];
  const found = readScorePeriods(terms, events, calendar).find((each) => each.period === period);
  const days = found ?? raise(period);
  const obligations = deriveObligations(terms, events, calendar, { horizonOn: days.to });
  const items = listScheduled(terms, days, obligations, events);
  return items.flatMap(({ scheduled }, at) => (scheduled ? [at + 1] : []));
}

const give = (numbers: readonly number[], given: string) =>
  numbers.map((number) => {
    const { key, split } = score.items[number - 1] ?? raise(String(number));
    return { item: key, parts: split.map((part) => ({ part: part.key, given })) };
  });

const performed = (of: string, on: string): ContractEvent => ({
  id: `${of}-${on}`,
  kind: "performed",
  of,
  on,
});
const all = score.items.map((_item, at) => at + 1);

describe("B's monthly score, annex 7", () => {
  it("has twelve months, and the buyer owes each when it is over", () => {
    const periods = readScorePeriods(terms, known, calendar);
    expect(periods.map(({ period }) => period)).toEqual([
      ...["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2026-${month}`),
      "2027-01",
      "2027-02",
    ]);
    const owed = deriveObligations(terms, known, calendar).filter(({ kind }) => kind === "score");
    expect(owed.map(({ opensOn }) => opensOn).slice(0, 2)).toEqual(["2026-04-01", "2026-05-01"]);
    expect(owed.at(-1)?.opensOn).toBe("2027-03-04");
    expect(owed.map((each) => stateOf(each, "2026-05-12T09:00:00+08:00")).slice(0, 3)).toEqual([
      "open",
      "open",
      "upcoming",
    ]);
  });

  it("takes from the obligations what is scheduled", () => {
    // Website monitoring, the backup and the cryptography services go on; the monthly ones are due from April.
    const goingOn = [9, 11, 13, 14, 15, 16, 17];
    expect(numbersIn("2026-03")).toEqual(goingOn);
    const usual = [1, 9, 10, 11, 13, 14, 15, 16, 17];
    for (const month of ["2026-04", "2026-05", "2026-10", "2027-01"]) expect(numbersIn(month)).toEqual(usual);
    const did = [
      performed("weakness-check", "2026-06-30"),
      performed("plan-revision", "2026-06-01"),
      performed("hardening", "2026-07-01"),
      { id: "r", kind: "requested", of: "emergency-response", at: "2026-06-10T23:59:59+08:00" } as const,
    ];
    expect(numbersIn("2026-06", ...did)).toEqual([1, 2, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17]);
    // What was to be done by the end of the term and was not is on the last sheet.
    const twice = ["2026-08-01", "2026-08-02"].map((on) => performed("log-analysis", on));
    expect(numbersIn("2027-02")).toEqual([1, 2, 3, 4, 6, 7, 9, 10, 11, 13, 14, 15, 16, 17, 18]);
    expect(numbersIn("2027-02", ...twice)).not.toContain(6);
  });

  it("a perfect month is 99.50 with all eighteen items, 100.00 without the two of annex 7 that spoil it", () => {
    expect(workOutSheet(score, give(all, "100")).score).toBe("99.50");
    expect(
      workOutSheet(
        score,
        give(
          all.filter((number) => number !== 2 && number !== 9),
          "100",
        ),
      ).score,
    ).toBe("100.00");
    expect(workOutSheet(score, give(numbersIn("2026-05"), "100")).score).toBe("100.00");
    expect(pointsOf(10, "50")).toBe("5");
  });

  it("grades the mean of the months: from 90 excellent, from 80 good, from 60 pass", () => {
    expect(yearScore(["99.50", "80.49"], score.grades)).toMatchObject({
      score: "90.00",
      grade: { title: { zh: "优秀" } },
    });
    const grades = ["89.99", "80.00", "79.99", "60.00", "59.99"].map((each) => gradeOf(each, score.grades));
    expect(grades.map((grade) => grade?.title.zh)).toEqual(["良好", "良好", "及格", "及格", "不及格"]);
  });

  it("three months in a row below 60 come under annex 5 item 12, each of them under annex 6 item 11", () => {
    const sheets = ["2026-12", "2027-01", "2027-02"].map((period, at): ScoreSheet => {
      const act = { actorId: "u", name: "某人", at: `2027-03-${String(10 + at)}T23:00:00+08:00` };
      const facts = { id: `sco_${at}`, period, version: 1, marks: [], termsVersion: 1, score: "59.99" };
      return { ...facts, answerBy: "2027-03-09", proposed: act, state: "final", decided: act };
    });
    const arisen = findScoreTriggers(() => score, sheets).map(
      ({ periods, penalty, clause, arisenOn }) => `${periods.length} ${penalty} ${clause} ${arisenOn}`,
    );
    expect(arisen).toEqual([
      "3 score-three-months 附件5 第12项 2027-03-12",
      "1 score-month 附件6 第11项 2027-03-10",
      "1 score-month 附件6 第11项 2027-03-11",
      "1 score-month 附件6 第11项 2027-03-12",
    ]);
    expect(findScoreTriggers(() => score, sheets.slice(1))).toHaveLength(2);
  });
});
