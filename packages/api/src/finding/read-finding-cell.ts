import { addDays, civilDateSchema } from "@luyue/core/civil-date";
import type { ReadCell } from "../spreadsheet/index.ts";

/** What a cell says, trimmed; `bad` where it is not of the kind that is wanted. */
interface CellText {
  readonly text: string;
  readonly bad?: true;
}

export function isBlank(cell: ReadCell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Words; numbers count as words (a title may be one), days and truth values do not. */
export function readWords(cell: ReadCell): CellText {
  if (cell === null) return { text: "" };
  if (typeof cell === "string") return { text: cell.trim() };
  if (typeof cell === "number") return { text: `${cell}` };
  return { text: cell instanceof Date ? dayOf(cell) : `${cell}`, bad: true };
}

const written = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** A day: a date of the spreadsheet's own, its number, or text like 2026-06-30, 2026/6/30, 2026年6月30日. */
export function readDay(cell: ReadCell): CellText {
  if (cell instanceof Date) return { text: dayOf(cell) };
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

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
