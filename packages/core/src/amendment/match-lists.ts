import { fingerprint, type Fields, isFields } from "./term-value.ts";

/** Which elements of two lists are the same thing, by their places; what is left was removed or added. */
interface MatchedLists {
  readonly pairs: ReadonlyMap<number, number>;
  readonly removed: readonly number[];
}

/** Matches by `key`, else by what names each element in both lists, else by the whole value; never by order. */
export function matchLists(before: readonly unknown[], after: readonly unknown[]): MatchedLists {
  const name = namings.find((each) => namesAll(before, each) && namesAll(after, each));
  const idOf = name ?? fingerprint;
  const places = new Map<string | undefined, number[]>();
  for (const [at, value] of before.entries()) {
    places.set(idOf(value), [...(places.get(idOf(value)) ?? []), at]);
  }
  const pairs = new Map<number, number>();
  for (const [at, value] of after.entries()) {
    const found = places.get(idOf(value))?.shift();
    if (found !== undefined) pairs.set(at, found);
  }
  return { pairs, removed: [...places.values()].flat().toSorted((a, b) => a - b) };
}

type Naming = (value: unknown) => string | undefined;

const namings: readonly Naming[] = [
  (value) => textIn(value, "key"),
  (value) => textIn(value, "name"),
  (value) => textIn(value, "number"),
  (value) => textIn(value, "gate"),
  (value) => (isFields(value) ? textIn(value["title"], "zh") : undefined),
];

function textIn(value: unknown, field: keyof Fields): string | undefined {
  if (!isFields(value)) return undefined;
  const text = value[field];
  return typeof text === "string" ? text : undefined;
}

function namesAll(list: readonly unknown[], name: Naming): boolean {
  const names = new Set(list.map(name));
  return names.size === list.length && !names.has(undefined);
}
