import { tooLarge, unreadable } from "./workbook-refusals.ts";

/** Of one tag: in characters, and its attributes. Excel's own longest list ranges; none has more than a few attributes. */
const longestTag = 32_768;
const mostAttributes = 64;
/** A cell holds 32,767 characters, each of which may be written as up to six. */
const longestText = 6 * 32_767;
/** Number formats are looked through by patterns that take the square of their length; Excel's have up to 255 characters. */
const longestFormat = 1024;
const mostFormats = 500;

/** The attribute `r`, whatever prefix it has, and not a namespace of that name. */
const placeOf = /(?:\s|(?<!\sxmlns):)r\s*=\s*(["'])(.*?)\1/gs;

/** How far cells may reach, alone and as a rectangle: rows and columns that are left out are filled in. */
const place = /^([A-Z]{0,2})(\d{1,4})$/;
const mostRows = 9999;
const mostPlaces = 200_000;

/**
 * The tags of a part of a workbook. The library that reads them later takes far more time than their number for a long tag, for
 * many attributes, a long text, a long format, or rows without end; so each is bounded here, in one pass. Throws `invalid`
 * where a bound or `most` is passed, or where the part has comments, CDATA or entities, which no spreadsheet program writes.
 */
export function countTags(xml: string, most: number): number {
  const extent = { rows: 0, row: 0, column: 0, formats: 0 };
  let tags = 0;
  let at = 0;
  for (let open = xml.indexOf("<"); open >= 0; open = xml.indexOf("<", at)) {
    tags += 1;
    if (tags > most || open - at > longestText) throw tooLarge();
    at = endOfTag(xml, open);
    const tag = xml.slice(open, at);
    if (tag.startsWith("<?") && !tag.endsWith("?>")) throw unreadable();
    addTag(tag, extent);
  }
  if (xml.length - at > longestText) throw tooLarge();
  return tags;
}

/** After the `>` that is outside quotes; the walk stops where the tag gets too long. */
function endOfTag(xml: string, open: number): number {
  if (xml[open + 1] === "!") throw unreadable();
  let attributes = 0;
  let quote = "";
  for (let at = open + 1; at < xml.length; at += 1) {
    const character = xml[at] ?? "";
    if (at - open > longestTag || attributes > mostAttributes) throw tooLarge();
    if (character === "<") throw unreadable();
    if (character === quote) quote = "";
    else if (quote === "" && character === ">") return at + 1;
    else if (quote === "" && (character === '"' || character === "'")) {
      quote = character;
      attributes += 1;
    }
  }
  throw unreadable();
}

interface Extent {
  rows: number;
  row: number;
  column: number;
  formats: number;
}

function addTag(tag: string, extent: Extent): void {
  if (/^<(?:[^\s:/>]*:)?row[\s/>]/.test(tag)) extent.rows += 1;
  for (const [, , at = ""] of tag.matchAll(placeOf)) {
    const [, letters, digits] = place.exec(at) ?? [];
    if (letters === undefined) throw tooLarge();
    extent.row = Math.max(extent.row, Number(digits));
    extent.column = Math.max(extent.column, columnNumber(letters));
  }
  if (extent.rows > mostRows || Math.max(extent.rows, extent.row) * extent.column > mostPlaces)
    throw tooLarge();
  if (!tag.includes("formatCode")) return;
  extent.formats += 1;
  if (extent.formats > mostFormats || tag.length > longestFormat) throw tooLarge();
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
