import { type CivilDate, civilDateSchema } from "@luyue/core/civil-date";
import { UsageError } from "./usage-error.ts";

/** A day given on the command line. */
export function parseAsOf(text: string): CivilDate {
  const parsed = civilDateSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`日期应为 YYYY-MM-DD 且真实存在：${text} / a date is a real YYYY-MM-DD: ${text}`);
}
