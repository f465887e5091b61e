import type { Text } from "../text/index.ts";
import { asWritten } from "./print-leaf.ts";
import { headingOf, joinTexts, printRest, type TermsPrinter } from "./print-value.ts";
import { type Fields, isFields, type Path, pointerTo } from "./term-value.ts";
import type { TermsDifference } from "./terms-difference.ts";

/** Where a comparison stands: what it is about, the fields that lead on from there, and its place in both versions. */
export interface Spot {
  readonly subject?: Text;
  readonly labels: readonly Text[];
  readonly before: Path;
  readonly after: Path;
  /** Whether the subject or the last field says what the thing there is called. */
  readonly named?: true;
}

export interface Printers {
  readonly before: TermsPrinter;
  readonly after: TermsPrinter;
}

interface Holders {
  readonly before: Fields;
  readonly after: Fields;
}

/** The subject of what stands in the terms by itself, such as their number. */
export const contractName: Text = { zh: "合同", en: "contract" };

/** One difference in words: what was there, what is there now, and what of. */
export function describeChange(
  before: unknown,
  after: unknown,
  spot: Spot,
  printers: Printers,
  holders?: Holders,
): TermsDifference {
  const { subject = contractName, labels } = spot;
  const change = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const field = labels.length === 0 ? {} : { field: joinTexts([" · ", " · "], labels) };
  const was =
    before === undefined ? undefined : tell(before, spot.before, printers.before, spot, holders?.before);
  const is = after === undefined ? undefined : tell(after, spot.after, printers.after, spot, holders?.after);
  return {
    change,
    place: pointerTo(change === "removed" ? spot.before : spot.after),
    subject,
    ...field,
    ...tellApart(was, is, before, after),
  };
}

function tell(value: unknown, path: Path, printer: TermsPrinter, spot: Spot, holder?: Fields): Text {
  const rest = spot.named === true && isFields(value) && printer.phraseOf(value, path) === undefined;
  const heading = headingOf(value);
  if (!rest || heading === undefined) return printer.print(value, path, holder);
  return printRest(value, path, printer.print, heading.field) ?? heading.text;
}

/** Two names that read alike in a language are shown as the terms have them. */
function tellApart(was: Text | undefined, is: Text | undefined, before: unknown, after: unknown) {
  if (was === undefined) return is === undefined ? {} : { after: is };
  if (is === undefined) return { before: was };
  if (was.zh !== is.zh && was.en !== is.en) return { before: was, after: is };
  return { before: asWritten(before), after: asWritten(after) };
}

/** An element of a list by what it is called: 付款“第一期付款” as a subject, or as a field of the subject that holds it. */
export function nameElement(
  value: unknown,
  { subject, labels }: Spot,
): Pick<Spot, "subject" | "labels" | "named"> {
  const heading = headingOf(value)?.text;
  const [kind = { zh: "", en: "" }] = labels.slice(-1);
  const named = heading === undefined ? {} : ({ named: true } as const);
  const name =
    heading === undefined ? kind : { zh: `${kind.zh}“${heading.zh}”`, en: `${kind.en} “${heading.en}”` };
  return subject === undefined
    ? { subject: name, labels: [], ...named }
    : { subject, labels: [...labels.slice(0, -1), name], ...named };
}
