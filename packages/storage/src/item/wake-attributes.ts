import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import type { Key } from "../table/item.ts";
import type { Attributes } from "./define-item.ts";

/** The wake-ups of one day are spread over this many partitions of the index. */
export const wakeShards = 8;

/**
 * Index attributes of an item that wants to be looked at again; none where it does not. A wake-up in the past stands
 * under the day of the write: days that a sweep has found empty stay empty.
 */
export function wakeAttributes({ pk, sk }: Key, wakeAt: Instant | undefined, now: Instant): Attributes {
  if (wakeAt === undefined) return { wakeShard: undefined, wakeSort: undefined };
  const at = toUtc(wakeAt);
  const writtenAt = toUtc(now);
  const day = utcDayOf(at > writtenAt ? at : writtenAt);
  return { wakeShard: wakePartition(day, hashOf(`${pk}|${sk}`) % wakeShards), wakeSort: `${at}#${pk}#${sk}` };
}

export function wakePartition(day: string, shard: number): string {
  return `W#${day}#${shard}`;
}

/** An instant in UTC, 24 characters with milliseconds: such texts sort by time. */
export function toUtc(instant: Instant): string {
  return new Date(toEpochMs(instant)).toISOString();
}

/** The day, in UTC, of a text that `toUtc` wrote. */
export function utcDayOf(utc: string): string {
  return utc.slice(0, 10);
}

/** FNV-1a over UTF-16 code units: the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
