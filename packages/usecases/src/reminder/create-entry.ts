import { normaliseAddress } from "@luyue/core/sign-in";
import type { Calendar } from "@luyue/core/calendar";
import { addMinutes, type CivilDate, type Instant } from "@luyue/core/civil-date";
import { afterQuiet, type ReminderPolicy, type ScheduledStep, sendTime } from "@luyue/core/reminder";
import type { Audience, Told } from "./list-recipients.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** By what it is settled when a message goes out. */
export interface Timing {
  readonly policy: ReminderPolicy;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly scheduled?: ScheduledStep;
  /** The day that the message speaks of. */
  readonly day?: CivilDate | undefined;
}

/** What a robot is told gathers this long, in minutes: group chats take twenty messages a minute and no more. */
const robotMinutes = 1;

/**
 * An entry for one recipient: at once, as its hours allow, or gathering for a digest; what is shown in the product alone is there
 * as soon as it is written.
 */
export function createEntry(
  entry: Pick<OutboxEntry, "id" | "tenantId" | "contractId" | "type" | "payload" | "reminder">,
  { to }: Told,
  timing: Timing,
  { choices }: Pick<Audience, "choices">,
): OutboxEntry {
  const { now, policy, calendar, scheduled } = timing;
  const base = { ...entry, to, createdAt: now };
  switch (to.channel) {
    case "inApp": {
      const attempts = [{ at: now, outcome: "delivered", detail: "shown in the product" }];
      return { ...base, state: "delivered", attempts };
    }
    case "webhook":
      return { ...base, state: "pending", attempts: [], wakeAt: now };
    case "robot": {
      const urgent = scheduled?.step.kind === "clock";
      const wakeAt = urgent ? now : afterQuiet(addMinutes(now, robotMinutes), policy, calendar);
      return { ...base, state: "pending", attempts: [], wakeAt, ...(urgent ? {} : { gathers: true }) };
    }
    case "email": {
      const own = choices.find(({ address }) => address === normaliseAddress(to.address));
      const { at, gathers } = sendTime(timing, own?.digest ?? policy.digest, policy, calendar, now);
      return { ...base, state: "pending", attempts: [], wakeAt: at, ...(gathers ? { gathers } : {}) };
    }
  }
}
