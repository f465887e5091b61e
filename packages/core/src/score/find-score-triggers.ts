import { type CivilDate, civilDateOf } from "../civil-date/index.ts";
import { type ScoreTerms, titleText } from "../contract/index.ts";
import { ExactDecimal } from "../money/index.ts";
import type { Right } from "../right/index.ts";
import type { Text } from "../text/index.ts";
import { nextPeriod } from "./list-score-periods.ts";
import type { ScoreSheet } from "./score-sheet.ts";

type FinalSheet = Extract<ScoreSheet, { state: "final" }>;
type Terms = NonNullable<ScoreTerms["triggers"]>[number];

/** So many periods in a row below a figure: which, and the day on which the last of their scores became final. */
export interface ScoreTrigger {
  /** The trigger's key and the last period: the same at every look. */
  readonly key: string;
  readonly trigger: string;
  readonly title: Text;
  readonly penalty?: string;
  readonly clause?: string;
  readonly periods: readonly string[];
  readonly arisenOn: CivilDate;
  readonly because: Right["because"];
}

/**
 * What has arisen from the final scores of a contract, in the order of its periods: once for each full row of periods
 * strictly below the figure, so that a further row of as many gives a further one. A period without a final score, or
 * with one at or above the figure, breaks the row.
 */
export function findScoreTriggers(
  { triggers = [] }: Pick<ScoreTerms, "triggers">,
  sheets: readonly ScoreSheet[],
): ScoreTrigger[] {
  const finals = sheets
    .filter((sheet): sheet is FinalSheet => sheet.state === "final")
    .toSorted((one, other) => (one.period < other.period ? -1 : 1));
  return triggers.flatMap((trigger) => findRows(trigger, finals).map((row) => triggerOf(trigger, row)));
}

/** The same as rights: a person decides what comes of them. */
export function findScoreRights(score: Pick<ScoreTerms, "triggers">, sheets: readonly ScoreSheet[]): Right[] {
  return findScoreTriggers(score, sheets).map(({ key, title, clause, arisenOn, because }) => ({
    key: `score.${key}`,
    title,
    arisenOn,
    ...(clause === undefined ? {} : { clause }),
    because,
  }));
}

function findRows({ below, inARow }: Terms, finals: readonly FinalSheet[]): FinalSheet[][] {
  const rows: FinalSheet[][] = [];
  let row: FinalSheet[] = [];
  for (const sheet of finals) {
    const last = row.at(-1);
    if (last !== undefined && nextPeriod(last.period) !== sheet.period) row = [];
    row = new ExactDecimal(sheet.score).lt(below) ? [...row, sheet] : [];
    if (row.length < inARow) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function triggerOf({ key, title, below, penalty, clause }: Terms, row: readonly FinalSheet[]): ScoreTrigger {
  const periods = row.map(({ period }) => period);
  const days = row.map(settledOn).toSorted();
  return {
    key: `${key}.${periods.at(-1) ?? ""}`,
    trigger: key,
    title: titleText(title),
    ...(penalty === undefined ? {} : { penalty }),
    ...(clause === undefined ? {} : { clause }),
    periods,
    arisenOn: days.at(-1) ?? "",
    because: row.map((sheet) => ({
      on: settledOn(sheet),
      text: {
        zh: `${sheet.period} 考核得分 ${sheet.score}，低于 ${below} 分`,
        en: `${sheet.period}: ${sheet.score} points, below ${below}`,
      },
    })),
  };
}

function settledOn({ decided }: FinalSheet): CivilDate {
  return civilDateOf(decided.at);
}
