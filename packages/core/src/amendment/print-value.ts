import type { ContractTerms } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import { fieldName, inReadingOrder } from "./field-names.ts";
import { nameSubjects, readTitle } from "./name-subjects.ts";
import { type PrintedAmount, printAmounts } from "./print-amounts.ts";
import { asWritten, fieldAt, printLeaf } from "./print-leaf.ts";
import { printPhrase } from "./print-phrase.ts";
import { type Fields, isFields, isList, type Path } from "./term-value.ts";

/** Prints the parts of one version of the terms, with the names that this version gives. */
export interface TermsPrinter {
  /** A part that reads as one phrase: a date rule, a schedule, a title, a gate, a tranche's amount. */
  readonly phraseOf: (value: unknown, path: Path) => Text | undefined;
  /** Any part in full; `holder` is what a value without parts stands in. */
  readonly print: (value: unknown, path: Path, holder?: Fields) => Text;
  /** The tranches' amounts in words, in the order of the terms. */
  readonly amounts: readonly PrintedAmount[];
}

export function createPrinter(terms: ContractTerms): TermsPrinter {
  const nameOf = nameSubjects(terms);
  const amounts = printAmounts(terms, nameOf);
  const amountAt = ([list, at, field, more]: Path) =>
    list === "tranches" && typeof at === "number" && field === "amount" && more === undefined
      ? amounts[at]
      : undefined;
  const phraseOf = (value: unknown, path: Path): Text | undefined => {
    if (!isFields(value)) return undefined;
    const whole = amountAt(path)?.text ?? printPhrase(value, nameOf);
    return whole ?? (kindOf(value) === undefined ? undefined : printFields(value, path, print));
  };
  const print: TermsPrinter["print"] = (value, path, holder = {}) => {
    const phrase = phraseOf(value, path);
    if (phrase !== undefined) return phrase;
    if (isFields(value)) return printFields(value, path, print);
    if (!isList(value)) return printLeaf(value, path, holder, nameOf);
    const all = value.map((each, at) => print(each, [...path, at]));
    return all.length === 0 ? { zh: "无", en: "none" } : joinTexts(["、", ", "], all);
  };
  return { phraseOf, print, amounts };
}

/** The field that names a part, and the name: its title, else its name, number or key. */
export function headingOf(value: unknown): { readonly field: string; readonly text: Text } | undefined {
  if (!isFields(value)) return undefined;
  const title = readTitle(value["title"]);
  if (title !== undefined) return { field: "title", text: title };
  const field = ["name", "number", "key"].find((each) => typeof value[each] === "string");
  return field === undefined ? undefined : { field, text: asWritten(value[field]) };
}

/** Parts that say by one field of which kind they are. */
const kinds = ["gate", "late"] as const;

function kindOf(value: Fields): (typeof kinds)[number] | undefined {
  return kinds.find((field) => typeof value[field] === "string");
}

/** What a part is called, its other fields behind that: 收到发票（办理方：甲方）. */
function printFields(value: Fields, path: Path, print: TermsPrinter["print"]): Text {
  const kind = kindOf(value);
  const heading =
    kind === undefined ? headingOf(value) : { field: kind, text: print(value[kind], [...path, kind]) };
  const rest = printRest(value, path, print, heading?.field);
  if (heading === undefined) return rest ?? { zh: "—", en: "—" };
  const { zh, en } = heading.text;
  return rest === undefined ? { zh, en } : { zh: `${zh}（${rest.zh}）`, en: `${en} (${rest.en})` };
}

/** Field by field what a part says beside its heading: 安排：每月；条款：三、付款. Nothing where the heading is all. */
export function printRest(
  value: Fields,
  path: Path,
  print: TermsPrinter["print"],
  heading: string | undefined,
): Text | undefined {
  const { field: holder } = fieldAt(path);
  const fields = inReadingOrder(Object.keys(value), holder).filter(
    (field) => field !== "key" && field !== heading && value[field] !== undefined,
  );
  if (fields.length === 0) return undefined;
  const texts = fields.map((field): Text => {
    const name = fieldName(field, holder);
    const text = print(value[field], [...path, field], value);
    return { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` };
  });
  return joinTexts(["；", "; "], texts);
}

export function joinTexts([zh, en]: readonly [zh: string, en: string], texts: readonly Text[]): Text {
  return { zh: texts.map((each) => each.zh).join(zh), en: texts.map((each) => each.en).join(en) };
}
