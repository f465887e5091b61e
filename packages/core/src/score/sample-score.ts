import type { ScoreTerms } from "../contract/index.ts";
import type { ItemMarks, ScoreSheet } from "./score-sheet.ts";

const title = { zh: "某项", en: "item" };

/** Items of a score with full marks and splits such as `20/50/30`, for tests. */
export function sampleScore(items: readonly (readonly [full: number, split: string])[]): ScoreTerms {
  return {
    period: "month",
    items: items.map(([full, split], at) => ({
      key: `i${at + 1}`,
      title,
      full,
      split: split.split("/").map((percent, part) => ({ key: `p${part + 1}`, title, percent })),
    })),
  };
}

/** The same given for every part of these items. */
export function giveAll({ items }: ScoreTerms, given: string, left: readonly string[] = []): ItemMarks[] {
  return items
    .filter(({ key }) => !left.includes(key))
    .map(({ key, split }) => ({ item: key, parts: split.map((part) => ({ part: part.key, given })) }));
}

const act = (at: string) => ({ actorId: "usr_1", name: "某人", at: `${at}T09:00:00+08:00` });

/** A final sheet of a month with that score, settled on a day. */
export function finalSheet(period: string, score: string, settledOn: string): ScoreSheet {
  return {
    id: `sco_${period}`,
    period,
    version: 1,
    marks: [],
    termsVersion: 1,
    score,
    answerBy: settledOn,
    proposed: act(settledOn),
    state: "final",
    decided: act(settledOn),
  };
}
