import * as z from "zod";

const pattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of the day in Asia/Shanghai, HH:MM, 00:00 to 23:59. */
export const timeOfDaySchema = z.string().regex(pattern, {
  error: "时刻须写作 HH:MM / time of day must be written as HH:MM",
  abort: true,
});
export type TimeOfDay = z.infer<typeof timeOfDaySchema>;

export function isTimeOfDay(text: string): boolean {
  return pattern.test(text);
}
