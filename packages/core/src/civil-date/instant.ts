import * as z from "zod";
import { DomainError } from "../error/index.ts";
import type { CivilDate } from "./civil-date.ts";
import { countEpochDay, fromEpochDay, toEpochDay } from "./epoch-day.ts";
import { readCivilDate } from "./read-civil-date.ts";
import { isTimeOfDay, type TimeOfDay } from "./time-of-day.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 60 * minuteMs;

const shape =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

function readInstant(text: string): number | undefined {
  const match = shape.exec(text);
  const date = match?.[1] === undefined ? undefined : readCivilDate(match[1]);
  if (!match || !date) return undefined;
  const [, , hour, minute, second, fraction = "", sign, offsetHour = 0, offsetMinute = 0] = match;
  const local =
    countEpochDay(date.year, date.month, date.day) * dayMs +
    (Number(hour) * 60 + Number(minute)) * minuteMs +
    Number(second) * 1000 +
    Number(fraction.slice(0, 3).padEnd(3, "0"));
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * minuteMs;
  return sign === "-" ? local + offset : local - offset;
}

/** A moment, RFC 3339 with seconds and either Z or an offset, on a date that exists; no leap seconds. */
export const instantSchema = z
  .string()
  .refine((text) => readInstant(text) !== undefined, {
    error:
      "时间须为带时区的 RFC 3339，如 2026-04-28T16:00:00+08:00 / time must be RFC 3339 with an offset, e.g. 2026-04-28T16:00:00+08:00",
    abort: true,
  })
  .meta({ format: "date-time" });
export type Instant = z.infer<typeof instantSchema>;

/** Milliseconds since 1970-01-01T00:00:00Z; finer fractions are cut. Throws DomainError "invalid". */
export function toEpochMs(instant: Instant): number {
  const ms = readInstant(instant);
  if (ms === undefined) {
    throw new DomainError("invalid", {
      zh: `不是有效的时间：${instant.slice(0, 40)}`,
      en: `no such instant: ${instant.slice(0, 40)}`,
    });
  }
  return ms;
}

const pad = (value: number, width: number): string => `${value}`.padStart(width, "0");

/** The instant written with +08:00, with milliseconds only where there are any, so that such texts sort by time. Whole milliseconds only; throws DomainError "invalid". */
export function fromEpochMs(epochMs: number): Instant {
  const date = civilDateOf(epochMs);
  const ms = epochMs + shanghaiOffsetMs - toEpochDay(date) * dayMs;
  const minutes = Math.floor(ms / minuteMs);
  const seconds = Math.floor((ms % minuteMs) / 1000);
  const fraction = ms % 1000 === 0 ? "" : `.${pad(ms % 1000, 3)}`;
  return `${date}T${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}:${pad(seconds, 2)}${fraction}+08:00`;
}

/** The date in Asia/Shanghai (UTC+8, all year) at an instant or at whole epoch milliseconds. */
export function civilDateOf(instant: Instant | number): CivilDate {
  const ms = typeof instant === "number" ? instant : toEpochMs(instant);
  if (!Number.isInteger(ms)) {
    throw new DomainError("invalid", {
      zh: `须为整毫秒：${ms}`,
      en: `whole milliseconds expected: ${ms}`,
    });
  }
  return fromEpochDay(Math.floor((ms + shanghaiOffsetMs) / dayMs));
}

/** The instant of a time of day (HH:MM) on a date in Asia/Shanghai, with +08:00. */
export function instantAt(date: CivilDate, time: TimeOfDay): Instant {
  toEpochDay(date);
  if (!isTimeOfDay(time)) {
    throw new DomainError("invalid", {
      zh: `时刻须写作 HH:MM：${time.slice(0, 40)}`,
      en: `time of day must be written as HH:MM: ${time.slice(0, 40)}`,
    });
  }
  return `${date}T${time}:00+08:00`;
}

/** The instant `minutes` later (earlier when negative), with +08:00. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return fromEpochMs(toEpochMs(instant) + minutes * minuteMs);
}
