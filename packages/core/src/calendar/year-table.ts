import { toEpochDay, weekdayOf, type CivilDate } from "../civil-date/index.ts";
import type { Text } from "../text/index.ts";
import type { Calendar } from "./calendar.ts";
import { isProvisional } from "./provisional-years.ts";
import { listStatutoryHolidays } from "./statutory-holidays.ts";

export type DayKind = "weekday" | "weekend" | "holiday" | "makeUp" | "closing";

/** One year of a calendar, indexed by the day of the year from 0. */
export interface YearTable {
  readonly year: number;
  readonly firstEpochDay: number;
  readonly provisional: boolean;
  readonly kinds: readonly DayKind[];
  readonly names: ReadonlyMap<number, Text>;
  /** At each day, how many working days of the year lie before it; one entry more than days. */
  readonly workedBefore: Uint16Array;
  /** The days of the year that are worked, ascending. */
  readonly workingDays: readonly number[];
}

const tablesByCalendar = new WeakMap<Calendar, Map<number, YearTable>>();

/** The table of a year, computed once for each calendar. Throws DomainError "invalid" where a provisional year is outside the lunar table. */
export function tableOfYear(calendar: Calendar, year: number): YearTable {
  let tables = tablesByCalendar.get(calendar);
  if (!tables) {
    tables = new Map();
    tablesByCalendar.set(calendar, tables);
  }
  let table = tables.get(year);
  if (!table) {
    table = buildTable(calendar, year);
    tables.set(year, table);
  }
  return table;
}

export function isWorked(kind: DayKind): boolean {
  return kind === "weekday" || kind === "makeUp";
}

function buildTable(calendar: Calendar, year: number): YearTable {
  const firstDate = `${year}`.padStart(4, "0").concat("-01-01");
  const firstEpochDay = toEpochDay(firstDate);
  const length = toEpochDay(firstDate.replace("-01-01", "-12-31")) - firstEpochDay + 1;
  const firstWeekday = weekdayOf(firstDate);
  const kinds = Array.from(
    { length },
    (_, index): DayKind => ((firstWeekday - 1 + index) % 7 >= 5 ? "weekend" : "weekday"),
  );
  const names = new Map<number, Text>();
  const provisional = isProvisional(calendar, year);

  const mark = (from: CivilDate, to: CivilDate, kind: DayKind, name?: Text): void => {
    const last = Math.min(toEpochDay(to) - firstEpochDay, length - 1);
    for (let at = Math.max(toEpochDay(from) - firstEpochDay, 0); at <= last; at += 1) {
      const before = kinds[at];
      if (kind === "closing" && before !== undefined && !isWorked(before)) continue;
      kinds[at] = kind;
      if (name) names.set(at, name);
      else names.delete(at);
    }
  };

  if (provisional) {
    for (const { date, name } of listStatutoryHolidays(year)) mark(date, date, "holiday", name);
  }
  // A later year's arrangement may reach into this December, and then it is the newer word.
  for (const { holidays, makeUpDays } of calendar.arrangements.toSorted((a, b) => a.year - b.year)) {
    for (const { from, to, name } of holidays) mark(from, to, "holiday", name);
    for (const date of makeUpDays) mark(date, date, "makeUp");
  }
  for (const { from, to, name } of calendar.closingDays) mark(from, to, "closing", name);
  return { year, firstEpochDay, provisional, kinds, names, ...countWorked(kinds) };
}

function countWorked(kinds: readonly DayKind[]): Pick<YearTable, "workedBefore" | "workingDays"> {
  const workedBefore = new Uint16Array(kinds.length + 1);
  const workingDays: number[] = [];
  kinds.forEach((kind, index) => {
    if (isWorked(kind)) workingDays.push(index);
    workedBefore[index + 1] = workingDays.length;
  });
  return { workedBefore, workingDays };
}
