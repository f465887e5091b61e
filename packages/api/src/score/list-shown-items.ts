import { titleText } from "@luyue/core/contract";
import { pointsOf, type WorkedSheet } from "@luyue/core/score";
import type { Text } from "@luyue/core/text";
import type { PeriodStanding } from "@luyue/usecases/score";

type Scored = WorkedSheet["items"][number];

/** A part of an item: what it is worth at most and, on a sheet, what was given of 100 and what that came to. */
interface ShownPart {
  readonly part: string;
  readonly title: Text;
  readonly percent: string;
  readonly full: string;
  readonly given: string | null;
  readonly points: string | null;
  readonly why: Text | null;
}

/** An item of a period's score, whether it counts and why, and its marks where it has some. */
export interface ShownItem {
  readonly item: string;
  readonly title: Text;
  readonly full: number;
  readonly scheduled: boolean;
  readonly scheduledWhy: readonly Text[];
  readonly points: string | null;
  readonly note: string | null;
  readonly parts: readonly ShownPart[];
}

/** The items of a period in the order of the terms: with the marks of its sheet, or as a sheet of it has to be filled in. */
export function listShownItems({ period, worked }: Pick<PeriodStanding, "period" | "worked">): ShownItem[] {
  const marked = new Map((worked?.items ?? []).map((each) => [each.item, each]));
  return period.items.map(({ item, scheduled, why }): ShownItem => {
    const marks = marked.get(item.key);
    const head = { item: item.key, title: titleText(item.title), full: item.full };
    return {
      ...head,
      ...(marks === undefined ? {} : { title: marks.title, full: marks.full }),
      scheduled,
      scheduledWhy: why,
      points: marks?.points ?? null,
      note: marks?.note ?? null,
      parts: marks === undefined ? blankParts(item) : marks.parts.map(shownPart),
    };
  });
}

function blankParts({ full, split }: PeriodStanding["period"]["items"][number]["item"]): ShownPart[] {
  return split.map(({ key, title, percent }) => ({
    part: key,
    title: titleText(title),
    percent,
    full: pointsOf(full, percent),
    given: null,
    points: null,
    why: null,
  }));
}

function shownPart({ part, title, percent, full, given, points, why }: Scored["parts"][number]): ShownPart {
  return { part, title, percent, full, given, points, why };
}
