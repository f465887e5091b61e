import { canonicalJson } from "../text/index.ts";

/** A part of the terms that has fields. The terms' schema grows, so that parts are read by what they are. */
export type Fields = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

const figure = /^\d+(\.\d{2}|(\.\d+)?[%‰‱])$/;

/** A row of numbers, amounts or rates, whose order says what each is for; any other list is the same in any order. */
export function isRow(list: readonly unknown[]): boolean {
  return list.every((each) => typeof each === "number" || (typeof each === "string" && figure.test(each)));
}

/** The same text for values that say the same, in whatever order they say it. */
export function fingerprint(value: unknown): string {
  return canonicalJson(sortLists(value));
}

function sortLists(value: unknown): unknown {
  if (isList(value)) {
    const parts = value.map(sortLists);
    return isRow(value) ? parts : parts.map((part) => canonicalJson(part)).toSorted();
  }
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, sortLists(part)]));
}

export function pointerTo(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
