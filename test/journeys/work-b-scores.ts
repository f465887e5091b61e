import { expect } from "vitest";
import type { Steps } from "./steps.ts";

interface Sheet {
  readonly items: readonly {
    readonly item: string;
    readonly scheduled: boolean;
    readonly parts: readonly { readonly part: string }[];
  }[];
}

/** What is given of 100: for everything, and for what is named `item` or `item.part`. */
interface Given {
  readonly all: string;
  readonly [itemOrPart: string]: string;
}

export const everything: Given = { all: "100" };

/** Marks for exactly what the period's sheet says was scheduled. */
export async function marksOf({ sees }: Steps, period: string, given: Given) {
  const { items } = await sees<Sheet>("contractManager", `/scores/${period}`);
  return items
    .filter(({ scheduled }) => scheduled)
    .map(({ item, parts }) => ({
      item,
      parts: parts.map(({ part }) => ({ part, given: given[`${item}.${part}`] ?? given[item] ?? given.all })),
    }));
}

export async function propose(steps: Steps, period: string, given: Given) {
  const marks = await marksOf(steps, period, given);
  return steps.does<{ id: string; score: string; version: number; answerBy: string }>(
    "contractManager",
    `PUT /scores/${period}`,
    { marks },
  );
}

/** Proposed, agreed to and settled on one day; gives what became of it. */
export async function score(steps: Steps, period: string, given: Given) {
  await propose(steps, period, given);
  await steps.does("vendor", `POST /scores/${period}/answer`, { agrees: true });
  return steps.does("acceptor", `POST /scores/${period}/settlement`, {});
}

/** The items that a period's sheet covers. */
export async function scheduledIn({ sees }: Steps, period: string): Promise<readonly string[]> {
  const { items } = await sees<Sheet>("vendor", `/scores/${period}`);
  expect(items).toHaveLength(18);
  return items.filter(({ scheduled }) => scheduled).map(({ item }) => item);
}
