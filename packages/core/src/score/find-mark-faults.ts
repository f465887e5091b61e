import { type ScoreItem, titleText } from "../contract/index.ts";
import type { Fault } from "../error/index.ts";
import type { ScheduledItem } from "./list-scheduled.ts";
import type { ItemMarks } from "./score-sheet.ts";
import type { Text } from "../text/index.ts";

/** What is wrong with the marks of a period: they cover each item that is scheduled, and each of its parts, exactly once. */
export function findMarkFaults(marks: readonly ItemMarks[], items: readonly ScheduledItem[]): Fault[] {
  const known = new Map(items.map((each) => [each.item.key, each]));
  const faults = marks.flatMap(({ item, parts }, at): Fault[] => {
    const place = `/marks/${at}`;
    const found = known.get(item);
    const wrong = found === undefined ? noSuch(item) : whyNot(found);
    if (wrong !== undefined || found === undefined) {
      return wrong === undefined ? [] : [{ path: `${place}/item`, reason: wrong }];
    }
    const twice = marks.findIndex((each) => each.item === item) < at;
    if (twice) return [{ path: `${place}/item`, reason: standsTwice(titleText(found.item.title)) }];
    return findPartFaults(parts, found.item, `${place}/parts`);
  });
  const given = new Set(marks.map(({ item }) => item));
  const missing = items.filter(({ scheduled, item }) => scheduled && !given.has(item.key));
  if (missing.length === 0) return faults;
  return [
    ...faults,
    { path: "/marks", reason: missingOnes(missing.map(({ item }) => titleText(item.title))) },
  ];
}

function findPartFaults(parts: ItemMarks["parts"], { split }: ScoreItem, path: string): Fault[] {
  const faults = parts.flatMap(({ part }, at): Fault[] => {
    const found = split.find(({ key }) => key === part);
    if (found === undefined) return [{ path: `${path}/${at}/part`, reason: noSuch(part) }];
    const twice = parts.findIndex((each) => each.part === part) < at;
    return twice ? [{ path: `${path}/${at}/part`, reason: standsTwice(titleText(found.title)) }] : [];
  });
  const missing = split.filter(({ key }) => !parts.some(({ part }) => part === key));
  if (missing.length === 0) return faults;
  return [...faults, { path, reason: missingOnes(missing.map(({ title }) => titleText(title))) }];
}

function whyNot({ scheduled, item, why }: ScheduledItem): Text | undefined {
  if (scheduled) return undefined;
  const { zh, en } = titleText(item.title);
  return {
    zh: `“${zh}”本期不考核：${why.map((each) => each.zh).join("；")}`,
    en: `“${en}” does not count in this period: ${why.map((each) => each.en).join("; ")}`,
  };
}

function noSuch(key: string): Text {
  return { zh: `评分表没有“${key}”`, en: `the score sheet has no “${key}”` };
}

function standsTwice({ zh, en }: Text): Text {
  return { zh: `“${zh}”重复`, en: `“${en}” stands twice` };
}

function missingOnes(titles: readonly Text[]): Text {
  return {
    zh: `缺少：${titles.map(({ zh }) => zh).join("、")}`,
    en: `missing: ${titles.map(({ en }) => en).join(", ")}`,
  };
}
