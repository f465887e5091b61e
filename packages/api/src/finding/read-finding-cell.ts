import { addDays, civilDateSchema } from "@luyue/core/civil-date";
import type { ReadCell } from "../spreadsheet/index.ts";

/** What a cell says, trimmed; `bad` where it is not of the kind that is wanted. */
interface CellText {
  readonly text: string;
  readonly bad?: true;
}

const longestShown = 40;

/** What a refusal repeats of a cell: enough to find it again, and no page of it. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * longestShown + 2).toWellFormed()];
  const shown = characters.slice(0, longestShown).join("");
  return characters.length > longestShown ? `${shown}…` : shown;
}

export function isBlank(cell: ReadCell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Words, each of their lines ended by a line feed; numbers count as words (a title may be one), days and truth values do not. */
export function readWords(cell: ReadCell): CellText {
  if (cell === null) return { text: "" };
  if (typeof cell === "string") return { text: cell.replaceAll("\r\n", "\n").trim() };
  if (typeof cell === "number") return { text: `${cell}` };
  return { text: cell instanceof Date ? dayOf(cell) : `${cell}`, bad: true };
}

const written = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** A day: a date of the spreadsheet's own, its number, or text like 2026-06-30, 2026/6/30, 2026年6月30日. */
export function readDay(cell: ReadCell): CellText {
  if (cell instanceof Date) return readDate(cell);
  if (typeof cell === "number") return readSerial(cell);
  const { text, bad } = readWords(cell);
  if (text === "" || bad === true) return { text, ...(bad === undefined ? {} : { bad }) };
  const [, year = "", month = "", day = ""] = written.exec(text) ?? [];
  const on = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return civilDateSchema.safeParse(on).success ? { text: on } : { text, bad: true };
}

/** Days since 30 December 1899, as spreadsheets count them; of this century. */
function readSerial(serial: number): CellText {
  const whole = Number.isInteger(serial) && serial >= 36_526 && serial <= 73_050;
  return whole ? { text: addDays("1899-12-30", serial) } : { text: `${serial}`, bad: true };
}

function readDate(date: Date): CellText {
  const text = dayOf(date);
  return civilDateSchema.safeParse(text).success ? { text } : { text, bad: true };
}

/** A workbook's number of a day may be of no day at all, and a year of more than four digits. */
function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? "?" : (date.toISOString().split("T", 1)[0] ?? "");
}
