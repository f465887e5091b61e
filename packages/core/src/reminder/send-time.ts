import type { Calendar } from "../calendar/index.ts";
import { isWorkingDay } from "../calendar/index.ts";
import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDateOf,
  type Instant,
  instantAt,
  toEpochDay,
  toEpochMs,
} from "../civil-date/index.ts";
import type { Digest, ReminderPolicy } from "./reminder-policy.ts";
import type { ReminderStep, ScheduledStep } from "./reminder-step.ts";

/** What is told by the hour of sending gathers this long, in minutes, so that one mail has all of it. */
export const gatherMinutes = 15;

type QuietPolicy = Pick<ReminderPolicy, "quietHours" | "workingDaysOnly" | "sendAt">;

/** When what wants to be sent to a person at an instant may be: not in quiet hours, and on a working day where the policy says so. */
export function afterQuiet(at: Instant, policy: QuietPolicy, calendar: Calendar): Instant {
  const awake = endOfQuiet(at, policy.quietHours);
  if (!policy.workingDaysOnly) return awake;
  let on = civilDateOf(awake);
  if (isWorkingDay(calendar, on)) return awake;
  while (!isWorkingDay(calendar, on)) on = addDays(on, 1);
  return endOfQuiet(instantAt(on, policy.sendAt), policy.quietHours);
}

function endOfQuiet(at: Instant, quiet: ReminderPolicy["quietHours"]): Instant {
  if (quiet === undefined) return at;
  const on = civilDateOf(at);
  const overnight = quiet.from > quiet.to;
  const windows = overnight
    ? [addDays(on, -1), on].map((day) => [instantAt(day, quiet.from), instantAt(addDays(day, 1), quiet.to)])
    : [[instantAt(on, quiet.from), instantAt(on, quiet.to)]];
  const end = windows.find(
    ([from = at, to = at]) => toEpochMs(from) <= toEpochMs(at) && toEpochMs(at) < toEpochMs(to),
  )?.[1];
  return end ?? at;
}

/** What is written to a person, and by when it has to be known: the day that it speaks of, if any. */
interface Told {
  readonly scheduled?: ScheduledStep;
  readonly day?: CivilDate | undefined;
}

/**
 * When a message to a person goes out, and whether it waits there for others of that person. What runs by the minute goes at
 * once and alone. A weekly digest waits for its day only with what is still to come after it.
 */
export function sendTime(
  { scheduled, day }: Told,
  digest: Digest,
  policy: QuietPolicy & Pick<ReminderPolicy, "weeklyOn">,
  calendar: Calendar,
  now: Instant,
): { readonly at: Instant; readonly gathers: boolean } {
  if (scheduled?.step.kind === "clock") return { at: now, gathers: false };
  if (digest === "single") return { at: afterQuiet(now, policy, calendar), gathers: false };
  const daily = nextDaily(scheduled?.at ?? now, policy, now);
  const weekly = nextWeekly(daily, policy);
  const waits = digest === "weekly" && mayWait(scheduled?.step, day, civilDateOf(weekly));
  return { at: afterQuiet(waits ? weekly : daily, policy, calendar), gathers: true };
}

/** The day's digest; what should have been in one that is over (nobody swept) gathers once more and goes. */
function nextDaily(since: Instant, { sendAt }: QuietPolicy, now: Instant): Instant {
  const digestOf = (on: CivilDate) => addMinutes(instantAt(on, sendAt), gatherMinutes);
  const today = digestOf(civilDateOf(now));
  if (toEpochMs(now) <= toEpochMs(today)) return today;
  const missed = toEpochMs(since) <= toEpochMs(instantAt(civilDateOf(now), sendAt));
  return missed ? addMinutes(now, gatherMinutes) : digestOf(addDays(civilDateOf(now), 1));
}

function nextWeekly(daily: Instant, { weeklyOn }: Pick<ReminderPolicy, "weeklyOn">): Instant {
  const on = civilDateOf(daily);
  // 1970-01-01 was a Thursday.
  const weekday = ((toEpochDay(on) + 3) % 7) + 1;
  return addMinutes(daily, ((weeklyOn - weekday + 7) % 7) * 24 * 60);
}

function mayWait(step: ReminderStep | undefined, day: CivilDate | undefined, until: CivilDate): boolean {
  if (step === undefined || step.kind === "waiting" || step.kind === "pace") return true;
  return (step.kind === "lead" || step.kind === "opening") && day !== undefined && day > until;
}
