import * as z from "zod";
import { readCivilDate } from "./read-civil-date.ts";

/** A day of the civil calendar in Asia/Shanghai, YYYY-MM-DD, proleptic Gregorian, years 0000 to 9999. Sorts as text. */
export const civilDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    error: "日期须写作 YYYY-MM-DD / date must be written as YYYY-MM-DD",
    abort: true,
  })
  .refine((text) => readCivilDate(text) !== undefined, { error: "不存在的日期 / no such date", abort: true })
  .meta({ format: "date" });
export type CivilDate = z.infer<typeof civilDateSchema>;
