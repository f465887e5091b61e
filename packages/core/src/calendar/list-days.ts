import { type CivilDate, fromEpochDay, toEpochDay } from "../civil-date/index.ts";
import type { Text } from "../text/index.ts";
import type { Calendar } from "./calendar.ts";
import { type CalendarDay, dayOf } from "./day.ts";

/** Consecutive days without work, of one kind and name; both ends included. */
export interface NonWorkingRun {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kind: "weekend" | "holiday" | "closing";
  readonly name?: Text;
}

/** The days without work in a range, both ends included, for explaining a date that was counted through them. */
export function nonWorkingRuns(calendar: Calendar, from: CivilDate, to: CivilDate): NonWorkingRun[] {
  const runs: NonWorkingRun[] = [];
  let open: { run: NonWorkingRun; lastEpochDay: number } | undefined;
  for (let epochDay = toEpochDay(from); epochDay <= toEpochDay(to); epochDay += 1) {
    const day = dayOf(calendar, fromEpochDay(epochDay));
    const run = runOf(day);
    if (!run) continue;
    if (open && open.lastEpochDay === epochDay - 1 && isSameCause(open.run, run)) {
      open = { run: { ...open.run, to: day.date }, lastEpochDay: epochDay };
      runs[runs.length - 1] = open.run;
    } else {
      open = { run, lastEpochDay: epochDay };
      runs.push(run);
    }
  }
  return runs;
}

function runOf({ date, kind, name }: CalendarDay): NonWorkingRun | undefined {
  if (kind === "weekday" || kind === "makeUp") return undefined;
  return { from: date, to: date, kind, ...(name ? { name } : {}) };
}

function isSameCause(a: NonWorkingRun, b: NonWorkingRun): boolean {
  return a.kind === b.kind && a.name?.zh === b.name?.zh && a.name?.en === b.name?.en;
}

/** The weekend days that are worked in a range, both ends included. */
export function makeUpDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let epochDay = toEpochDay(from); epochDay <= toEpochDay(to); epochDay += 1) {
    const date = fromEpochDay(epochDay);
    if (dayOf(calendar, date).kind === "makeUp") dates.push(date);
  }
  return dates;
}
