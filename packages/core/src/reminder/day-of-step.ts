import type { CivilDate } from "../civil-date/index.ts";
import { deadlineOf, listCheckpoints, type Obligation } from "../obligation/index.ts";
import type { ReminderStep } from "./reminder-step.ts";

/** The day that a step speaks of: the first day of what begins, else the day by which it has to be done. */
export function dayOfStep(obligation: Obligation, step: ReminderStep): CivilDate | undefined {
  return step.kind === "opening" ? obligation.opensOn : deadlineOf(obligation);
}

/** Whether a step that spoke of a day still says what is so: it is not done, nor moved, nor has it caught up. */
export function isStepTrue(obligation: Obligation, step: ReminderStep, day: CivilDate | undefined): boolean {
  if (obligation.fulfilment !== undefined || dayOfStep(obligation, step) !== day) return false;
  if (step.kind !== "pace") return true;
  const done = obligation.quota?.done ?? 0;
  return listCheckpoints(obligation).some(
    ({ number, expected }) => number === step.checkpoint && done < expected,
  );
}
