import type { Runtime } from "../runtime/runtime.ts";
import type { Platform, WakeKey } from "../runtime/store.ts";
import { type Delivery, sendOutbox, type SendResult } from "./send-outbox.ts";
import { type SweepResult, sweepReminders } from "./sweep-reminders.ts";

export interface RunResult {
  readonly reminders: number;
  readonly sent: Readonly<Record<SendResult, number>>;
  /** How late the latest was when the run began, in milliseconds. */
  readonly lagMs: number;
  readonly failed: SweepResult["failed"];
}

/** No run takes more sweeps than this; what is left is found by the next. */
const mostSweeps = 1000;

/** Sweeps and sends until nothing that has come by now is left, or nothing more can be done with it. */
export async function runReminders(
  platform: Platform,
  runtime: Runtime,
  delivery: Delivery,
): Promise<RunResult> {
  const sent: Record<SendResult, number> = {
    delivered: 0,
    retry: 0,
    failed: 0,
    withdrawn: 0,
    skipped: 0,
    addressed: 0,
    bundled: 0,
  };
  let moved = 0;
  const send = async ({ tenantId, contractId, key }: WakeKey): Promise<void> => {
    const result = await sendOutbox(key, contractId, platform.tenant(tenantId), delivery, runtime);
    sent[result] += 1;
    if (result !== "skipped") moved += 1;
  };
  let reminders = 0;
  let lagMs = 0;
  const unsendable: SweepResult["failed"][number][] = [];
  let unswept: SweepResult["failed"] = [];
  for (let round = 0; round < mostSweeps; round += 1) {
    moved = 0;
    const swept = await sweepReminders(platform, runtime, send);
    reminders += swept.reminders;
    if (round === 0) lagMs = swept.lagMs;
    unsendable.push(...swept.failed.filter(({ wake }) => wake.about === "outbox"));
    unswept = swept.failed.filter(({ wake }) => wake.about !== "outbox");
    if (moved + swept.obligations + swept.contracts === 0) break;
  }
  return { reminders, sent, lagMs, failed: [...unswept, ...unsendable] };
}
