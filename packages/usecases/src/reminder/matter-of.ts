import type { Calendar } from "@luyue/core/calendar";
import { civilDateOf, type Instant } from "@luyue/core/civil-date";
import { listAwaited } from "@luyue/core/obligation";
import { type Side } from "@luyue/core/party";
import { escalationsBetween, type ReminderPolicy, type ReminderStep } from "@luyue/core/reminder";
import type { StoredObligation } from "../contract/contract.ts";
import type { Matter } from "./list-recipients.ts";

/**
 * Whom a step concerns: a nudge those who hold a gate that is closed, everything else both sides; and what is overdue those up
 * the ladder whose day has come since the last step.
 */
export function matterOf(
  stored: StoredObligation,
  step: ReminderStep,
  policy: ReminderPolicy,
  calendar: Calendar,
  since: Instant,
  now: Instant,
): Matter {
  const { obligation, contacts } = stored;
  const matter = { obligation, ...(contacts === undefined ? {} : { contacts }) };
  if (step.kind === "overdue") {
    return { ...matter, escalations: escalationsBetween(stored, policy, calendar, since, now) };
  }
  const holders = listAwaited(obligation, civilDateOf(now)).map(({ holder }) => holder);
  if (step.kind !== "waiting" || holders.length === 0 || holders.includes("both")) return matter;
  const sides: Side[] = (["buyer", "vendor"] as const).filter((side) => holders.includes(side));
  return { ...matter, sides };
}
