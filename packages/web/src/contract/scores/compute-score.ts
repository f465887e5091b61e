import { givenSchema, workOutSheet } from "@luyue/core/score";
import type { ScoreItem } from "./score-queries.ts";

/** What is given of 100 for each part, by item and part. */
export type Given = ReadonlyMap<string, string>;

export const cellOf = (item: string, part: string) => `${item} ${part}`;

export const isMark = (given: string) => givenSchema.safeParse(given).success;

/** The marks of an item as they are sent. */
export function marksOf({ item, parts }: ScoreItem, given: Given, remark: string) {
  const note = remark.trim();
  return {
    item,
    parts: parts.map(({ part }) => ({ part, given: given.get(cellOf(item, part)) ?? "" })),
    ...(note === "" ? {} : { note }),
  };
}

/** The score that a sheet comes to, by the rule that the server works it out by; undefined while a mark is none. */
export function computeScore(items: readonly ScoreItem[], given: Given): string | undefined {
  const counted = items.filter(({ scheduled }) => scheduled);
  const marks = counted.map((item) => marksOf(item, given, ""));
  const isWhole = marks.every(({ parts }) => parts.every((part) => isMark(part.given)));
  if (counted.length === 0 || !isWhole) return undefined;
  const terms = counted.map(({ item, title, full, parts }) => ({
    key: item,
    title,
    full,
    split: parts.map(({ part, title: name, percent }) => ({ key: part, title: name, percent })),
  }));
  return workOutSheet({ items: terms }, marks).score;
}
