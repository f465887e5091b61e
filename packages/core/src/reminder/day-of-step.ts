import { type CivilDate, daysBetween, type Instant, toEpochMs } from "../civil-date/index.ts";
import { deadlineOf, listCheckpoints, type Obligation } from "../obligation/index.ts";
import type { ReminderStep } from "./reminder-step.ts";

/**
 * The day that a step speaks of: the first day of what begins, else the day by which it has to be done; of a clock the very
 * instant, for one that is set right moves within its day.
 */
export function dayOfStep(obligation: Obligation, step: ReminderStep): string | undefined {
  if (step.kind === "clock") return obligation.dueAt;
  return step.kind === "opening" ? obligation.opensOn : deadlineOf(obligation);
}

/**
 * A step as it is said on a day: a lead that is told later than it was meant to be (the obligation came to be known after
 * its hour, nobody swept) says how many days there are still, not how many there were.
 */
export function sayStep(obligation: Obligation, step: ReminderStep, today: CivilDate): ReminderStep {
  if (step.kind !== "lead" && step.kind !== "opening") return step;
  const day = dayOfStep(obligation, step);
  if (day === undefined || day < today) return step;
  const days = daysBetween(today, day);
  return step.kind === "lead" && days === 0 ? { kind: "dueToday" } : { ...step, days };
}

/**
 * Whether a step that spoke of a day (a clock's: an instant) still says what is so: it is not done, nor moved, nor has it
 * caught up, nor has a clock run out that was said to run.
 */
export function isStepTrue(
  obligation: Obligation,
  step: ReminderStep,
  day: string | undefined,
  now: Instant,
): boolean {
  if (obligation.fulfilment !== undefined || dayOfStep(obligation, step) !== day) return false;
  if (step.kind === "clock") {
    return step.stage === "broken" || day === undefined || toEpochMs(now) <= toEpochMs(day);
  }
  if (step.kind !== "pace") return true;
  const done = obligation.quota?.done ?? 0;
  return listCheckpoints(obligation).some(
    ({ number, expected }) => number === step.checkpoint && done < expected,
  );
}
