import { type CivilDate, civilDateOf, toEpochMs } from "../civil-date/index.ts";
import { type ScoreTerms, titleText } from "../contract/index.ts";
import { ExactDecimal } from "../money/index.ts";
import type { Right } from "../right/index.ts";
import type { Text } from "../text/index.ts";
import { nextPeriod } from "./list-score-periods.ts";
import type { ScoreSheet } from "./score-sheet.ts";

type FinalSheet = Extract<ScoreSheet, { state: "final" }>;
type Terms = NonNullable<ScoreTerms["triggers"]>[number];

/** The terms of a score under a version of a contract's terms. */
type ScoreTermsOf = (version: number) => Pick<ScoreTerms, "triggers"> | undefined;

/** So many periods in a row below a figure: which, and the day on which the last of their scores became final. */
export interface ScoreTrigger {
  /** The trigger's key and the period whose score brought it about: the same at every look. */
  readonly key: string;
  readonly trigger: string;
  readonly title: Text;
  readonly penalty?: string;
  readonly clause?: string;
  readonly periods: readonly string[];
  /** Their scores, in the same order. */
  readonly scores: readonly string[];
  readonly arisenOn: CivilDate;
  readonly because: Right["because"];
}

/** A final score that is below the figure which the terms of its own version give. */
interface LowSheet {
  readonly sheet: FinalSheet;
  readonly terms: Terms;
}

/**
 * What has arisen from the final scores of a contract: once for each full row of periods strictly below the figure, so
 * that a further row of as many gives a further one. A period without a final score, or with one at or above the figure,
 * breaks the row. Each score is judged by the version of the terms under which it was worked out, and a row by that of its
 * last period. Rows grow in the order in which scores become final, so that one more never takes back what has arisen.
 */
export function findScoreTriggers(termsOf: ScoreTermsOf, sheets: readonly ScoreSheet[]): ScoreTrigger[] {
  const finals = sheets
    .filter((sheet): sheet is FinalSheet => sheet.state === "final")
    .toSorted(compareFinals);
  const triggersOf = ({ termsVersion }: FinalSheet) => termsOf(termsVersion)?.triggers ?? [];
  const keys = new Set(finals.flatMap((sheet) => triggersOf(sheet).map(({ key }) => key)));
  return [...keys].flatMap((key) => {
    const low = finals.flatMap((sheet): LowSheet[] => {
      const terms = triggersOf(sheet).find((each) => each.key === key);
      return terms !== undefined && new ExactDecimal(sheet.score).lt(terms.below) ? [{ sheet, terms }] : [];
    });
    return listRows(low).map(triggerOf);
  });
}

/** The same as rights: a person decides what comes of them. */
export function findScoreRights(termsOf: ScoreTermsOf, sheets: readonly ScoreSheet[]): Right[] {
  return findScoreTriggers(termsOf, sheets).map(({ key, title, clause, arisenOn, because }) => ({
    key: `score.${key}`,
    title,
    holder: "buyer",
    gives: "claim",
    arisenOn,
    ...(clause === undefined ? {} : { clause }),
    because,
  }));
}

interface Row {
  readonly low: readonly LowSheet[];
  readonly last: LowSheet;
  /** The score with which the row was full. */
  readonly by: FinalSheet;
}

/** With each score that becomes final, the periods around it that are low and in no row yet may fill one. */
function listRows(low: readonly LowSheet[]): Row[] {
  const rows: Row[] = [];
  const known = new Map<string, LowSheet>();
  const taken = new Set<string>();
  for (const each of low) {
    known.set(each.sheet.period, each);
    const free = listStreak(each, known).filter(({ sheet }) => !taken.has(sheet.period));
    const end = free.findIndex(({ terms }, at) => at + 1 >= terms.inARow && free.indexOf(each) <= at);
    const last = free[end];
    if (last === undefined) continue;
    const row = free.slice(end + 1 - last.terms.inARow, end + 1);
    for (const { sheet } of row) taken.add(sheet.period);
    rows.push({ low: row, last, by: each.sheet });
  }
  return rows;
}

/** The periods in a row around one that are known as low, in order. */
function listStreak({ sheet: { period } }: LowSheet, known: ReadonlyMap<string, LowSheet>): LowSheet[] {
  const inOrder = [...known.values()].toSorted((one, other) =>
    one.sheet.period < other.sheet.period ? -1 : 1,
  );
  let streak: LowSheet[] = [];
  for (const each of inOrder) {
    const before = streak.at(-1);
    if (before !== undefined && nextPeriod(before.sheet.period) !== each.sheet.period) {
      if (before.sheet.period >= period) break;
      streak = [];
    }
    streak.push(each);
  }
  return streak;
}

function triggerOf({ low, last: { terms }, by }: Row): ScoreTrigger {
  const { key, title, penalty, clause } = terms;
  return {
    key: `${key}.${by.period}`,
    trigger: key,
    title: titleText(title),
    ...(penalty === undefined ? {} : { penalty }),
    ...(clause === undefined ? {} : { clause }),
    periods: low.map(({ sheet }) => sheet.period),
    scores: low.map(({ sheet }) => sheet.score),
    arisenOn: settledOn(by),
    because: low.map(({ sheet, terms: { below } }) => ({
      on: settledOn(sheet),
      text: {
        zh: `${sheet.period} 考核得分 ${sheet.score}，低于 ${below} 分`,
        en: `${sheet.period}: ${sheet.score} points, below ${below}`,
      },
    })),
  };
}

function compareFinals(one: FinalSheet, other: FinalSheet): number {
  const apart = toEpochMs(one.decided.at) - toEpochMs(other.decided.at);
  return apart !== 0 ? apart : one.period < other.period ? -1 : 1;
}

function settledOn({ decided }: FinalSheet): CivilDate {
  return civilDateOf(decided.at);
}
