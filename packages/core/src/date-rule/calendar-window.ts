import { addDays, addMonths, type CivilDate } from "../civil-date/index.ts";

const monthsOf: Readonly<Record<string, { readonly first: number; readonly length: number }>> = {
  H1: { first: 1, length: 6 },
  H2: { first: 7, length: 6 },
  Q1: { first: 1, length: 3 },
  Q2: { first: 4, length: 3 },
  Q3: { first: 7, length: 3 },
  Q4: { first: 10, length: 3 },
};

/** First and last day of a window written `2026`, `2026-H1`, `2026-Q3` or `2026-09`. */
export function windowBounds(window: string): { from: CivilDate; to: CivilDate } {
  const [year = "", part] = window.split("-");
  const months =
    part === undefined ? { first: 1, length: 12 } : (monthsOf[part] ?? { first: Number(part), length: 1 });
  const from = `${year}-${String(months.first).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, months.length), -1) };
}
