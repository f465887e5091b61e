import { addDays, daysBetween } from "@luyue/core/civil-date";
import type { Tone } from "../../ui/tag.tsx";

/** Something with days on a contract's axis. */
export interface Mark {
  readonly key: string;
  readonly lane: "term" | "payment" | "work" | "incident" | "event";
  /** Of a series alone: what stands beside its last mark. */
  readonly label: string;
  /** What comes again and again stands in one row. */
  readonly series: string;
  /** Civil dates; of a moment both are the same. */
  readonly from: string;
  readonly to: string;
  readonly tone: Tone;
}

export interface Placed extends Mark {
  /** From the left edge, in pixels. */
  readonly x: number;
  readonly width: number;
  /** Its row within its lane, 0 for the first. */
  readonly row: number;
  /** Where its label stands; one of a series has none but the last. */
  readonly labelAt: "before" | "after" | undefined;
}

export interface Axis {
  readonly from: string;
  readonly to: string;
  /** Pixels a day. */
  readonly scale: number;
  readonly width: number;
}

const marginDays = 20;
const leastBar = 8;
const letter = 12.5;
const labelGap = 14;
/** What labels may take beyond the right end of an axis, in pixels. */
export const overhang = 200;

/** An axis that holds all marks and today, `width` pixels wide at a zoom of 1; nothing without marks. */
export function axisOf(marks: readonly Mark[], today: string, width: number, zoom: number): Axis | undefined {
  if (marks.length === 0) return undefined;
  const days = [...marks.flatMap(({ from, to }) => [from, to]), today].toSorted();
  const from = addDays(days[0] ?? today, -marginDays);
  const to = addDays(days.at(-1) ?? today, 2 * marginDays);
  const scale = (width * zoom) / daysBetween(from, to);
  return { from, to, scale, width: width * zoom };
}

export const placeOf = ({ from, scale }: Axis, day: string) => daysBetween(from, day) * scale;

/** Each lane's series in rows, so that neither their bars nor their labels lie on each other's. */
export function placeMarks(marks: readonly Mark[], axis: Axis): readonly Placed[] {
  const ends = new Map<string, number[]>();
  const all = [...groupBySeries(marks).values()].toSorted(([a], [b]) =>
    compareDays(a?.from ?? "", b?.from ?? ""),
  );
  return all.flatMap((series) => {
    const bars = series.map((mark) => {
      const x = placeOf(axis, mark.from);
      return { ...mark, x, width: Math.max(placeOf(axis, mark.to) - x, leastBar) };
    });
    const last = bars.at(-1);
    const first = bars[0];
    if (first === undefined || last === undefined) return [];
    const label = labelGap + lettersOf(last.label) * letter;
    const end = Math.max(...bars.map(({ x, width }) => x + width));
    const labelAt = end + label > axis.width + overhang && first.x > label ? "before" : "after";
    const [from, to] = labelAt === "before" ? [first.x - label, end] : [first.x, end + label];
    const rows = ends.get(first.lane) ?? [];
    const free = rows.findIndex((taken) => taken <= from);
    const row = free < 0 ? rows.length : free;
    rows[row] = to;
    ends.set(first.lane, rows);
    const named = labelAt === "before" ? first : last;
    return bars.map((bar) => ({ ...bar, row, labelAt: bar === named ? labelAt : undefined }) as const);
  });
}

function groupBySeries(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks.toSorted((a, b) => compareDays(a.from, b.from))) {
    const name = `${mark.lane} ${mark.series}`;
    groups.set(name, [...(groups.get(name) ?? []), mark]);
  }
  return groups;
}

const compareDays = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How wide a text is in Chinese letters: others take about half of one. */
const lettersOf = (text: string) => [...text].reduce((sum, each) => sum + (each > "\u2e80" ? 1 : 0.56), 0);

/** The first days of months to write on an axis, at most one in so many pixels. */
export function monthsOf({ from, to, scale }: Axis, leastPixels = 70): readonly string[] {
  const months: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 32).slice(0, 7)}-01`) {
    if (day >= from) months.push(day);
  }
  const every = Math.max(1, Math.ceil(leastPixels / (30 * scale)));
  const step = [1, 2, 3, 6, 12, 24].find((each) => each >= every) ?? 24;
  return months.filter((day) => (Number(day.slice(5, 7)) - 1) % step === 0);
}
