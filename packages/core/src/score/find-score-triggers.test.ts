import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
  findScoreTriggers({ triggers: [{ ...three, inARow }] }, sheets).map(({ periods }) => periods.at(-1));

describe("findScoreTriggers", () => {
  it("arises with the third month in a row, on the day when the last of the three became final", () => {
    const [october, november, december] = months("59.99", "10.00", "0.00");
    const sheets = [october, november, december].filter((sheet) => sheet !== undefined);
    expect(findScoreTriggers({ triggers: [three] }, sheets)).toEqual([
      {
        key: "three.2026-12",
        trigger: "three",
        title: { zh: title.zh, en: title.en },
        penalty: "p",
        clause: "附件5 第12项",
        periods: ["2026-10", "2026-11", "2026-12"],
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
    expect(findScoreTriggers({ triggers: [three] }, late.toReversed())[0]?.arisenOn).toBe("2027-02-01");
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
    const rights = findScoreRights({ triggers: [each, three] }, months("1.00", "1.00", "1.00"));
    expect(rights.map(({ key }) => key)).toEqual([
      "score.each.2026-10",
      "score.each.2026-11",
      "score.each.2026-12",
      "score.three.2026-12",
    ]);
    expect(rights.at(-1)).toMatchObject({ title, arisenOn: "2027-01-09", clause: "附件5 第12项" });
    expect(rights[0]).not.toHaveProperty("clause");
    expect(findScoreRights({}, months("1.00"))).toEqual([]);
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
