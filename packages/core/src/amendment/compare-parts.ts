import type { Text } from "../text/index.ts";
import { contractName, describeChange, nameElement, type Printers, type Spot } from "./describe-change.ts";
import { fieldName, inReadingOrder } from "./field-names.ts";
import { matchLists } from "./match-lists.ts";
import { fieldAt } from "./print-leaf.ts";
import { fingerprint, type Fields, isFields, isList, isRow } from "./term-value.ts";
import type { TermsDifference } from "./terms-difference.ts";

/** The differences between two parts of the same kind, field by field in the order in which a contract is read. */
export function compareFields(
  before: Fields,
  after: Fields,
  spot: Spot,
  printers: Printers,
): TermsDifference[] {
  const { field: holder } = fieldAt(spot.after);
  return inReadingOrder([...Object.keys(before), ...Object.keys(after)], holder).flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    if (fingerprint(was) === fingerprint(is)) return [];
    const name = fieldName(field, holder);
    const places = { before: [...spot.before, field], after: [...spot.after, field] };
    const section = spot.subject === undefined && [was, is].some((each) => isSection(each, printers));
    const subject = section ? name : spot.subject;
    const inside: Spot = {
      ...(subject === undefined ? {} : { subject }),
      labels: section ? [] : [...spot.labels, name],
      ...places,
    };
    return compareParts(was, is, inside, printers, { before, after });
  });
}

/** A part of the contract that is a subject of its own, such as the price, and no phrase such as a date rule. */
function isSection(value: unknown, { after }: Printers): boolean {
  return isFields(value) && after.phraseOf(value, []) === undefined;
}

function compareParts(
  before: unknown,
  after: unknown,
  spot: Spot,
  printers: Printers,
  holders?: { readonly before: Fields; readonly after: Fields },
): TermsDifference[] {
  const found = compareInside(before, after, spot, printers);
  return found.length > 0 ? found : [describeChange(before, after, spot, printers, holders)];
}

/** The differences inside two parts; none where the parts are to be told whole. */
function compareInside(before: unknown, after: unknown, spot: Spot, printers: Printers): TermsDifference[] {
  const lists = [before ?? [], after ?? []].filter(isList);
  const [earlier, later] = lists;
  if (earlier !== undefined && later !== undefined) {
    return lists.every(isRow) ? [] : compareLists(earlier, later, spot, printers);
  }
  if (!isFields(before) || !isFields(after)) return [];
  const was = printers.before.phraseOf(before, spot.before);
  const is = printers.after.phraseOf(after, spot.after);
  // Phrases that read alike would hide the difference: then it is told field by field.
  return was !== undefined && is !== undefined && isApart(was, is)
    ? []
    : compareFields(before, after, { ...spot, subject: spot.subject ?? contractName }, printers);
}

function isApart(one: Text, other: Text): boolean {
  return one.zh !== other.zh && one.en !== other.en;
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  spot: Spot,
  printers: Printers,
): TermsDifference[] {
  const { pairs, removed } = matchLists(before, after);
  const spotOf = (value: unknown, was: number | undefined, is: number | undefined): Spot => ({
    ...nameElement(value, spot),
    before: was === undefined ? spot.before : [...spot.before, was],
    after: is === undefined ? spot.after : [...spot.after, is],
  });
  const there = after.flatMap((value, at) => {
    const from = pairs.get(at);
    const inside = spotOf(value, from, at);
    if (from === undefined) return [describeChange(undefined, value, inside, printers)];
    return fingerprint(before[from]) === fingerprint(value)
      ? []
      : compareParts(before[from], value, inside, printers);
  });
  const gone = removed.map((at) =>
    describeChange(before[at], undefined, spotOf(before[at], at, undefined), printers),
  );
  return [...there, ...gone];
}
