import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../civil-date/index.ts";
import { findScoreRights, findScoreTriggers } from "./find-score-triggers.ts";
import { nextPeriod } from "./list-score-periods.ts";
import { finalSheet } from "./sample-score.ts";
import type { ScoreSheet } from "./score-sheet.ts";

const title = { zh: "连续三个月低于60分", en: "three months below 60" };
const three = { key: "three", title, below: "60", inARow: 3, penalty: "p", clause: "附件5 第12项" };
const each = { key: "each", title: { zh: "月低于60分" }, below: "60", inARow: 1 };

/** Final sheets of the months from 2026-10 on; an empty score leaves the month out. */
function months(...scores: readonly string[]): ScoreSheet[] {
  let period = "2026-10";
  return scores.flatMap((score) => {
    const sheet = finalSheet(period, score, `${nextPeriod(period)}-09`);
    period = nextPeriod(period);
    return score === "" ? [] : [sheet];
  });
}

const arisen = (sheets: readonly ScoreSheet[], inARow = 3) =>
  findScoreTriggers(() => ({ triggers: [{ ...three, inARow }] }), sheets).map(({ periods }) =>
    periods.at(-1),
  );

describe("findScoreTriggers", () => {
  it("arises with the third month in a row, on the day when the last of the three became final", () => {
    const [october, november, december] = months("59.99", "10.00", "0.00");
    const sheets = [october, november, december].filter((sheet) => sheet !== undefined);
    expect(findScoreTriggers(() => ({ triggers: [three] }), sheets)).toEqual([
      {
        key: "three.2026-12",
        trigger: "three",
        title: { zh: title.zh, en: title.en },
        penalty: "p",
        clause: "附件5 第12项",
        periods: ["2026-10", "2026-11", "2026-12"],
        scores: ["59.99", "10.00", "0.00"],
        arisenOn: "2027-01-09",
        because: [
          {
            on: "2026-11-09",
            text: { zh: "2026-10 考核得分 59.99，低于 60 分", en: "2026-10: 59.99 points, below 60" },
          },
          {
            on: "2026-12-09",
            text: { zh: "2026-11 考核得分 10.00，低于 60 分", en: "2026-11: 10.00 points, below 60" },
          },
          {
            on: "2027-01-09",
            text: { zh: "2026-12 考核得分 0.00，低于 60 分", en: "2026-12: 0.00 points, below 60" },
          },
        ],
      },
    ]);
    const late = sheets.map((sheet) =>
      sheet === november ? finalSheet("2026-11", "10.00", "2027-02-01") : sheet,
    );
    expect(findScoreTriggers(() => ({ triggers: [three] }), late.toReversed())[0]?.arisenOn).toBe(
      "2027-02-01",
    );
  });

  it("is strict: 60.00 is not below 60", () => {
    expect(arisen(months("59.99", "60.00", "59.99", "59.99"))).toEqual([]);
    expect(arisen(months("60.00", "59.99", "59.99", "59.99"))).toEqual(["2027-01"]);
  });

  it("is broken by a month without a final score", () => {
    expect(arisen(months("1.00", "1.00", "", "1.00", "1.00"))).toEqual([]);
    const open = months("1.00", "1.00", "1.00").map((sheet, at): ScoreSheet => {
      if (at !== 1) return sheet;
      const { id, period, version, marks, termsVersion, score, answerBy, proposed } = sheet;
      return { id, period, version, marks, termsVersion, score, answerBy, proposed, state: "proposed" };
    });
    expect(arisen(open)).toEqual([]);
  });

  it("arises again after three more, not with each month", () => {
    expect(arisen(months("1.00", "1.00", "1.00", "1.00", "1.00", "1.00", "1.00"))).toEqual([
      "2026-12",
      "2027-03",
    ]);
    expect(arisen(months("1.00", "61.00", "1.00"), 1)).toEqual(["2026-10", "2026-12"]);
  });

  it("gives rights, and nothing where no triggers are agreed", () => {
    const rights = findScoreRights(() => ({ triggers: [each, three] }), months("1.00", "1.00", "1.00"));
    expect(rights.map(({ key }) => key)).toEqual([
      "score.each.2026-10",
      "score.each.2026-11",
      "score.each.2026-12",
      "score.three.2026-12",
    ]);
    expect(rights.at(-1)).toMatchObject({ title, arisenOn: "2027-01-09", clause: "附件5 第12项" });
    expect(rights[0]).not.toHaveProperty("clause");
    expect(findScoreRights(() => ({}), months("1.00"))).toEqual([]);
  });

  it("keeps what has arisen, and its key, when the score of an earlier month becomes final", () => {
    const later = ["2026-06", "2026-07", "2026-08"].map((period) =>
      finalSheet(period, "50.00", `${nextPeriod(period)}-09`),
    );
    const before = findScoreTriggers(() => ({ triggers: [three] }), later);
    expect(before.map(({ key }) => key)).toEqual(["three.2026-08"]);
    const after = [...later, finalSheet("2026-05", "50.00", "2026-10-01")];
    expect(findScoreTriggers(() => ({ triggers: [three] }), after)).toEqual(before);
    const sixth = [
      ...after,
      finalSheet("2026-04", "1.00", "2026-10-02"),
      finalSheet("2026-03", "1.00", "2026-10-03"),
    ];
    expect(findScoreTriggers(() => ({ triggers: [three] }), sixth)).toMatchObject([
      ...before,
      { key: "three.2026-03", periods: ["2026-03", "2026-04", "2026-05"], arisenOn: "2026-10-03" },
    ]);
  });

  it("goes by the terms that each score was worked out by, and a row by those of its last month", () => {
    const [june, july, august] = [
      finalSheet("2026-06", "65.00", "2026-07-09"),
      finalSheet("2026-07", "59.00", "2026-08-09"),
      { ...finalSheet("2026-08", "65.00", "2026-09-09"), termsVersion: 2 },
    ];
    const raised = (inARow: number) => (version: number) => ({
      triggers: [version === 1 ? { ...three, inARow } : { ...three, inARow, below: "70", penalty: "q" }],
    });
    const sheets = [june, july, august];
    expect(findScoreTriggers(raised(1), sheets).map(({ key }) => key)).toEqual([
      "three.2026-07",
      "three.2026-08",
    ]);
    expect(findScoreTriggers(raised(3), sheets)).toEqual([]);
    expect(findScoreTriggers(raised(2), sheets)).toMatchObject([
      {
        key: "three.2026-08",
        penalty: "q",
        because: [
          { text: { en: "2026-07: 59.00 points, below 60" } },
          { text: { en: "2026-08: 65.00 points, below 70" } },
        ],
      },
    ]);
    const added = (version: number) => (version === 1 ? {} : { triggers: [{ ...three, inARow: 2 }] });
    expect(findScoreTriggers(added, [june, july, { ...august, score: "1.00" }])).toEqual([]);
  });

  it("comes to as many, in whatever order the scores become final, and never takes one back", () => {
    const scores = fc.array(fc.constantFrom("", "59.99", "0.00", "60.00"), { minLength: 1, maxLength: 14 });
    const inARow = fc.integer({ min: 1, max: 4 });
    const order = fc.array(fc.nat(), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(scores, inARow, order, (given, count, ranks) => {
        const inOrder = months(...given);
        const shuffled = inOrder
          .map((sheet, at) => ({ sheet, rank: ranks[at] ?? 0 }))
          .toSorted((one, other) => one.rank - other.rank)
          .map(({ sheet }, at) => finalSheet(sheet.period, sheet.score, addDays("2028-01-01", at)));
        const find = (sheets: readonly ScoreSheet[]) =>
          findScoreTriggers(() => ({ triggers: [{ ...three, inARow: count }] }), sheets);
        expect(find(shuffled)).toHaveLength(find(inOrder).length);
        let before: readonly unknown[] = [];
        for (let many = 1; many <= shuffled.length; many += 1) {
          const now = find(shuffled.slice(0, many));
          expect(now.slice(0, before.length)).toEqual(before);
          before = now;
        }
      }),
    );
  });

  it("agrees with a recount, month by month", () => {
    const anyMonth = fc.constantFrom("", "59.99", "59.99", "0.00", "60.00");
    fc.assert(
      fc.property(fc.array(anyMonth, { maxLength: 24 }), fc.integer({ min: 1, max: 4 }), (scores, inARow) => {
        let row = 0;
        let expected = 0;
        for (const score of scores) {
          row = score !== "" && Number(score) < 60 ? row + 1 : 0;
          if (row > 0 && row % inARow === 0) expected += 1;
        }
        expect(arisen(months(...scores), inARow)).toHaveLength(expected);
      }),
    );
  });
});
