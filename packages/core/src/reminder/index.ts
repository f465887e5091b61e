export { dayOfStep, isStepTrue, sayStep } from "./day-of-step.ts";
export { findClock } from "./lead-steps.ts";
export { latestStep, nextStep, type Remindable } from "./next-step.ts";
export type { AwaitedGate, RemindedObligation, ReminderMessage } from "./reminder-message.ts";
export { defaultReminderPolicy, type ReminderPolicy, reminderPolicySchema } from "./reminder-policy.ts";
export { reminderRoles } from "./reminder-roles.ts";
export { type ReminderStep, type ScheduledStep, stepKey } from "./reminder-step.ts";
