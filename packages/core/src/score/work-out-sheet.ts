import { type ScoreItem, type ScoreTerms, titleText } from "../contract/index.ts";
import { ExactDecimal } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { ItemMarks, PartMark } from "./score-sheet.ts";

/** One part of an item: what was given of 100, the points that it is worth at most, and those that it came to. */
interface ScoredPart {
  readonly part: string;
  readonly title: Text;
  readonly percent: string;
  readonly full: string;
  readonly given: string;
  readonly points: string;
  readonly why: Text;
}

interface ScoredItem {
  readonly item: string;
  readonly title: Text;
  readonly full: number;
  readonly points: string;
  readonly parts: readonly ScoredPart[];
  readonly note?: string;
}

/** A score sheet worked out: `score` of 100 with two decimals, `points` of `full` exact. */
export interface WorkedSheet {
  readonly score: string;
  readonly points: string;
  readonly full: number;
  readonly items: readonly ScoredItem[];
  readonly why: Text;
}

/**
 * The score of a period: of each item full marks × share × given, together ÷ the full marks of the items that were
 * scheduled × 100, rounded half-up once, at the end. A split that does not sum to 100 % counts as it is written. Throws
 * RangeError for an item or a part that the terms do not have, and for no marks at all.
 */
export function workOutSheet(score: Pick<ScoreTerms, "items">, marks: readonly ItemMarks[]): WorkedSheet {
  const items = marks.map((each) => workOutItem(demand(score.items, each.item), each));
  const full = items.reduce((sum, item) => sum + item.full, 0);
  if (full === 0) throw new RangeError("a score wants an item");
  const points = ExactDecimal.sum(...items.map((item) => item.points));
  const result = points.times(100).dividedBy(full).toFixed(2);
  const shown = `${points.toFixed()} ÷ ${full} × 100 = ${result}`;
  const why = { zh: `得分合计 ÷ 已安排项满分：${shown}`, en: `points ÷ full marks scheduled: ${shown}` };
  return { score: result, points: points.toFixed(), full, items, why };
}

function workOutItem(item: ScoreItem, { parts: marks, note }: ItemMarks): ScoredItem {
  const parts = marks.map((mark) => workOutPart(item, mark));
  const points = ExactDecimal.sum(0, ...parts.map((part) => part.points)).toFixed();
  const { key, title, full } = item;
  return {
    item: key,
    title: titleText(title),
    full,
    points,
    parts,
    ...(note === undefined ? {} : { note }),
  };
}

function workOutPart({ full, split }: ScoreItem, { part, given }: PartMark): ScoredPart {
  const { title, percent } = demand(split, part);
  const most = pointsOf(full, percent);
  const points = new ExactDecimal(most).times(given).dividedBy(100).toFixed();
  const shown = `${full} × ${percent}% × ${given}% = ${points}`;
  const { zh, en } = titleText(title);
  const why = { zh: `${zh}：${shown}`, en: `${en}: ${shown}` };
  return { part, title: { zh, en }, percent, full: most, given, points, why };
}

/** The points that a share of an item is worth at most. */
export function pointsOf(full: number, percent: string): string {
  return new ExactDecimal(full).times(percent).dividedBy(100).toFixed();
}

function demand<T extends { readonly key: string }>(list: readonly T[], key: string): T {
  const found = list.find((each) => each.key === key);
  if (found === undefined) throw new RangeError(`the score sheet has no ${key}`);
  return found;
}
