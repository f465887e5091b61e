import * as z from "zod";
import { civilDateSchema, weekdayOf } from "../civil-date/index.ts";
import { textSchema } from "../text/index.ts";

/** Days off under one name, both ends included. */
export const holidaySpanSchema = z
  .strictObject({ name: textSchema, from: civilDateSchema, to: civilDateSchema })
  .refine((span) => span.from <= span.to, {
    path: ["to"],
    error: "结束日早于开始日 / ends before it starts",
  });
export type HolidaySpan = z.infer<typeof holidaySpanSchema>;

/** The State Council's arrangement of one year's holidays: days off, and weekend days worked instead. */
export const arrangementSchema = z
  .strictObject({
    year: z.int().min(1949).max(9999),
    source: z.strictObject({
      title: z.string().min(1).max(200),
      document: z.string().min(1).max(100),
      publishedOn: civilDateSchema,
    }),
    holidays: z.array(holidaySpanSchema).min(1).max(30),
    makeUpDays: z.array(civilDateSchema).max(60),
  })
  .superRefine((arrangement, context) => {
    for (const { path, message } of findFaults(arrangement)) {
      context.addIssue({ code: "custom", path, message });
    }
  });
export type Arrangement = z.infer<typeof arrangementSchema>;

interface ArrangementFault {
  readonly path: (string | number)[];
  readonly message: string;
}

const outside = "不在该年度之内 / not within that year";
const notWeekend = "调休上班日须为周末 / a make-up day must be a weekend day";
const dayOff = "既放假又上班 / both a day off and a working day";
const overlapping = "与前一假期重叠或次序颠倒 / overlaps the holiday before it, or is out of order";
const repeated = "调休上班日重复 / make-up day given twice";

function findFaults(arrangement: {
  year: number;
  holidays: HolidaySpan[];
  makeUpDays: string[];
}): ArrangementFault[] {
  const { year, holidays, makeUpDays } = arrangement;
  const faults: ArrangementFault[] = [];
  // New Year's holiday and its make-up day may lie in the December before.
  const within = (from: string, to: string) => from >= `${year - 1}-12-01` && to <= `${year}-12-31`;
  holidays.forEach(({ from, to }, index) => {
    const previous = holidays[index - 1];
    if (!within(from, to)) faults.push({ path: ["holidays", index], message: outside });
    if (previous && from <= previous.to) {
      faults.push({ path: ["holidays", index], message: overlapping });
    }
  });
  makeUpDays.forEach((date, index) => {
    const path = ["makeUpDays", index];
    if (!within(date, date)) faults.push({ path, message: outside });
    if (weekdayOf(date) < 6) faults.push({ path, message: notWeekend });
    if (makeUpDays.indexOf(date) < index) faults.push({ path, message: repeated });
    if (holidays.some(({ from, to }) => from <= date && date <= to)) {
      faults.push({ path, message: dayOff });
    }
  });
  return faults;
}
