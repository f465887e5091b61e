import type { NameSubject } from "../date-rule/index.ts";
import { formatMoney, moneySchema } from "../money/index.ts";
import { canonicalJson, type Text } from "../text/index.ts";
import { choiceName } from "./choice-names.ts";
import { printPeriod } from "./print-phrase.ts";
import type { Fields, Path } from "./term-value.ts";

const references = new Set([
  "of",
  "term",
  "coversTerm",
  "afterTerm",
  "service",
  "prior",
  "services",
  "covers",
  "measure",
  "about",
]);
/** A reference in one place, a choice elsewhere. */
const placedReferences = new Set(["triggers.penalty"]);
const words = new Set(["number", "name", "zh", "en", "tenderNumber"]);

/** A value without parts, as its field means it: a choice, a reference, an amount, a count; else as it is written. */
export function printLeaf(value: unknown, path: Path, holder: Fields, nameOf: NameSubject): Text {
  const { field, holderName } = fieldAt(path);
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "number")
    return (field === "count" ? printPeriod(holder) : undefined) ?? asWritten(value);
  if (typeof value !== "string") return asWritten(value);
  if (placedReferences.has(`${holderName}.${field}`)) return nameOf(value);
  const choice = choiceName(value, field, holderName);
  if (choice !== undefined) return choice;
  if (references.has(field)) return nameOf(value);
  const amount = words.has(field) ? undefined : moneySchema.safeParse(value);
  return asWritten(amount?.success === true ? formatMoney(amount.data) : value);
}

/** A value as the terms have it; texts without translation stand in both languages. */
export function asWritten(value: unknown): Text {
  const text = typeof value === "string" ? value : canonicalJson(value);
  return { zh: text, en: text };
}

/** The field that a path leads to, and what holds it; the elements of a list are called as the list. */
export function fieldAt(path: Path): { readonly field: string; readonly holderName: string } {
  const names = path.filter((part) => typeof part === "string");
  return { field: names.at(-1) ?? "", holderName: names.at(-2) ?? "" };
}
