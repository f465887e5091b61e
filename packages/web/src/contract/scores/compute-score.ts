import { ExactDecimal } from "@luyue/core/money";
import type { ScoreItem } from "./score-queries.ts";

/** What is given of 100 for each part, by item and part. */
export type Given = ReadonlyMap<string, string>;

export const cellOf = (item: string, part: string) => `${item} ${part}`;

const mark = /^(100(\.0+)?|\d{1,2}(\.\d+)?)$/;

/** Whether a mark is a number from 0 to 100. */
export const isMark = (given: string) => mark.test(given.trim());

/**
 * The score that a sheet comes to: of each part its points × what is given of 100, together ÷ the full marks of the items that
 * count × 100, rounded half-up once; undefined while a mark is none.
 */
export function computeScore(items: readonly ScoreItem[], given: Given): string | undefined {
  const counted = items.filter(({ scheduled }) => scheduled);
  const full = counted.reduce((sum, item) => sum + item.full, 0);
  const parts = counted.flatMap(({ item, parts: all }) =>
    all.map(({ part, full: most }) => ({ most, given: (given.get(cellOf(item, part)) ?? "").trim() })),
  );
  if (full === 0 || parts.some((part) => !isMark(part.given))) return undefined;
  const points = parts.map((part) => new ExactDecimal(part.most).times(part.given).dividedBy(100));
  return ExactDecimal.sum(0, ...points)
    .times(100)
    .dividedBy(full)
    .toFixed(2);
}
