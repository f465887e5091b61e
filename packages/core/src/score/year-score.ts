import { type ScoreTerms, titleText } from "../contract/index.ts";
import { ExactDecimal } from "../money/index.ts";
import type { Text } from "../text/index.ts";

export interface Grade {
  readonly key: string;
  readonly title: Text;
}

/** The mean of the periods that have a score, with two decimals, half-up; its grade where the terms have grades. */
export interface YearScore {
  readonly score: string;
  readonly grade?: Grade;
  readonly why: Text;
}

/** The score of a year: nothing while none of its periods has one. */
export function yearScore(
  scores: readonly string[],
  grades: ScoreTerms["grades"] = [],
): YearScore | undefined {
  if (scores.length === 0) return undefined;
  const score = ExactDecimal.sum(...scores)
    .dividedBy(scores.length)
    .toFixed(2);
  const grade = gradeOf(score, grades);
  const shown = scores.length === 1 ? score : `(${scores.join(" + ")}) ÷ ${scores.length} = ${score}`;
  const why = { zh: `各期得分的平均值：${shown}`, en: `mean of the periods: ${shown}` };
  return { score, ...(grade === undefined ? {} : { grade }), why };
}

/** The grade that a score comes to: the highest of those that begin at or below it. */
export function gradeOf(score: string, grades: ScoreTerms["grades"] = []): Grade | undefined {
  const reached = grades.filter(({ from }) => new ExactDecimal(score).gte(from));
  const best = reached.toSorted((one, other) => new ExactDecimal(other.from).comparedTo(one.from))[0];
  return best === undefined ? undefined : { key: best.key, title: titleText(best.title) };
}
