import type { Instant } from "../civil-date/index.ts";

/**
 * A point of a reminder's ladder: days ahead, the day itself, working days overdue, a nudge to a gate's holder, days ahead of
 * the beginning of a duty (0: it begins today), a checkpoint by which more of a quota should have been done, or a stage of a
 * clock that runs by the minute: it has started, it is about to run out, it has run out.
 */
export type ReminderStep =
  | { readonly kind: "lead"; readonly days: number }
  | { readonly kind: "dueToday" }
  | { readonly kind: "overdue"; readonly workingDays: number }
  | { readonly kind: "waiting"; readonly round: number }
  | { readonly kind: "opening"; readonly days: number }
  | { readonly kind: "pace"; readonly checkpoint: number }
  | { readonly kind: "clock"; readonly stage: "started" | "closing" | "broken" };

export interface ScheduledStep {
  readonly step: ReminderStep;
  readonly at: Instant;
}

/** The step's name, part of a reminder's identity: `lead-7`, `due-today`, `overdue-3`, `waiting-1`, `opening-7`, `pace-2`, `clock-closing`. */
export function stepKey(step: ReminderStep): string {
  switch (step.kind) {
    case "lead":
      return `lead-${step.days}`;
    case "dueToday":
      return "due-today";
    case "overdue":
      return `overdue-${step.workingDays}`;
    case "waiting":
      return `waiting-${step.round}`;
    case "opening":
      return `opening-${step.days}`;
    case "pace":
      return `pace-${step.checkpoint}`;
    case "clock":
      return `clock-${step.stage}`;
  }
}
