import type { Schedule } from "./date-rule.ts";

/** Whether a schedule has instances so close together that they are made only some weeks ahead. */
export function isRolling(schedule: Schedule): boolean {
  if (schedule.schedule === "keyPeriods") return schedule.each === "day";
  if (schedule.schedule !== "every") return false;
  return schedule.period === "day" || schedule.period === "workingDay" || schedule.period === "week";
}
