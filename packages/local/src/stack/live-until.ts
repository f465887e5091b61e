import { addDays, type CivilDate, instantAt } from "@luyue/core/civil-date";
import type { Stack } from "./start-stack.ts";

const mostDays = 366;

/** Moves a stack's clock forward, a day at a time, at most a year: each morning's sweep runs as it would have. */
export async function liveUntil(stack: Stack, to: CivilDate): Promise<void> {
  const last = addDays(stack.clock.today(), mostDays);
  for (let day = addDays(stack.clock.today(), 1); day <= to && day <= last; day = addDays(day, 1)) {
    stack.clock.set(instantAt(day, "09:01"));
    await stack.work();
  }
}
