import { instantAt } from "@luyue/core/civil-date";
import { stepKey } from "@luyue/core/reminder";
import {
  type Delivered,
  type Delivery,
  type OutboxEntry,
  recipientKey,
  runReminders,
  type RunResult,
} from "@luyue/usecases/reminder";
import { listAll } from "./dump-platform.ts";
import type { World } from "./world.ts";

/** A delivery that keeps what it was given, and gives up after three attempts ten minutes apart. */
export interface Recorder {
  readonly sent: readonly OutboxEntry[];
  /** What each that was sent carried, by its id: nothing but of a digest. */
  readonly carried: ReadonlyMap<string, readonly OutboxEntry[]>;
  readonly delivery: Delivery;
  /** What it answers from now on. */
  readonly answer: (outcome: Delivered["outcome"] | "throw") => void;
}

export const retryMinutes = 10;

export function createRecorder(): Recorder {
  const sent: OutboxEntry[] = [];
  const carried = new Map<string, readonly OutboxEntry[]>();
  let outcome: Delivered["outcome"] | "throw" = "delivered";
  return {
    sent,
    carried,
    answer: (next) => {
      outcome = next;
    },
    delivery: {
      deliver: async (entry, _tenant, parts) => {
        sent.push(entry);
        carried.set(entry.id, parts);
        if (outcome === "throw") throw new Error("no route");
        return { outcome, detail: "told by the test" };
      },
      nextAttemptAt: (attempt, _firstAt, now) => (attempt < 3 ? now + retryMinutes * 60_000 : undefined),
    },
  };
}

/** Sets the clock and lets the scheduled work run. */
export function workAt(world: World, { delivery }: Recorder, day: string, time: string): Promise<RunResult> {
  world.runtime.setNow(instantAt(day, time));
  return runReminders(world.platform, world.runtime, delivery);
}

export function isReminder({ reminder }: OutboxEntry): boolean {
  return reminder !== undefined;
}

/** What a reminder is told apart by: obligation, due date, step and recipient. */
export function identityOf({ reminder, to }: OutboxEntry): string {
  const recipient = recipientKey(to);
  const step = reminder === undefined ? "none" : stepKey(reminder.step);
  return [reminder?.obligationKey, reminder?.dueOn ?? "undated", step, to.channel, recipient].join(" ");
}

/** Step and due date of a reminder: `2026-07-01 lead-7`. */
export function stepOf({ reminder }: OutboxEntry): string {
  return reminder === undefined ? "none" : `${reminder.dueOn ?? "undated"} ${stepKey(reminder.step)}`;
}

export function recipientOf({ to }: OutboxEntry): string {
  return "address" in to ? to.address : to.channel;
}

/** The reminders on the record of a tenant. */
export async function listReminders(world: World, tenantId: string): Promise<OutboxEntry[]> {
  return (await listAll((page) => world.platform.tenant(tenantId).listOutbox(page))).filter(isReminder);
}
