import { toEpochMs } from "@luyue/core/civil-date";
import type { Clock } from "./incident-queries.ts";

/** How a clock shows: how much of its time is used, from 0 to 1, and how long is left, or by how long it is over. */
export interface ClockFace {
  readonly used: number;
  readonly leftMs: number | undefined;
  readonly overMs: number | undefined;
}

/**
 * A clock as it stands at `nowMs`, a moment after `toldMs` at which the server told it. One that runs in service hours does not
 * run by the clock on the wall: what was told of it holds until it is told anew.
 */
export function readClock(clock: Clock, toldMs: number, nowMs: number): ClockFace {
  const { state, taken, left } = clock;
  const [started, due] = [toEpochMs(clock.startedAt), toEpochMs(clock.dueAt)];
  const end = clock.metAt === null ? nowMs : toEpochMs(clock.metAt);
  if (end > due) return { used: 1, leftMs: undefined, overMs: end - due };
  if (state === "met") return { used: shareOf(taken, left), leftMs: undefined, overMs: undefined };
  if (!runsByTheWall(clock, toldMs))
    return { used: shareOf(taken, left), leftMs: left * 60_000, overMs: undefined };
  return { used: (end - started) / Math.max(1, due - started), leftMs: due - end, overMs: undefined };
}

/** Whether what is left is the time until the deadline, and not service hours on the way there. */
export function runsByTheWall({ dueAt, left }: Clock, toldMs: number): boolean {
  return left === Math.floor((toEpochMs(dueAt) - toldMs) / 60_000);
}

function shareOf(taken: number, left: number): number {
  return taken + left === 0 ? 0 : taken / (taken + left);
}

/** A duration in its largest two units. */
export function partsOf(ms: number): {
  readonly unit: "days" | "hours" | "minutes";
  readonly first: number;
  readonly second: number;
} {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return { unit: "days", first: Math.floor(hours / 24), second: hours % 24 };
  if (hours > 0) return { unit: "hours", first: hours, second: minutes % 60 };
  return { unit: "minutes", first: minutes, second: seconds % 60 };
}
