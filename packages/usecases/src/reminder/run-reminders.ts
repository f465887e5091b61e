import type { Runtime } from "../runtime/runtime.ts";
import type { Platform } from "../runtime/store.ts";
import { type Delivery, sendOutbox, type SendResult } from "./send-outbox.ts";
import { type SweepResult, sweepReminders } from "./sweep-reminders.ts";

export interface RunResult {
  readonly reminders: number;
  readonly sent: Readonly<Record<SendResult, number>>;
  readonly failed: SweepResult["failed"];
}

/** No run takes more sweeps than this; what is left is found by the next. */
const mostSweeps = 1000;

/** Sweeps and sends until nothing that has come by now is left, or nothing more can be done with it. */
export async function runReminders(platform: Platform, runtime: Runtime, delivery: Delivery): Promise<RunResult> {
  const sent: Record<SendResult, number> = { delivered: 0, retry: 0, failed: 0, withdrawn: 0, skipped: 0 };
  let reminders = 0;
  let failed: SweepResult["failed"] = [];
  for (let round = 0; round < mostSweeps; round += 1) {
    const swept = await sweepReminders(platform, runtime);
    failed = swept.failed;
    reminders += swept.reminders;
    const results = await sendAll(swept, platform, runtime, delivery);
    for (const result of results) sent[result] += 1;
    const moved = swept.obligations + swept.contracts + results.filter((result) => result !== "skipped").length;
    if (moved === 0) break;
  }
  return { reminders, sent, failed };
}

const sendersAtOnce = 4;

async function sendAll(
  { unsent }: SweepResult,
  platform: Platform,
  runtime: Runtime,
  delivery: Delivery,
): Promise<SendResult[]> {
  const queue = unsent.values();
  const results: SendResult[] = [];
  const send = async () => {
    for (const { tenantId, contractId, key } of queue) {
      results.push(await sendOutbox(key, contractId, platform.tenant(tenantId), delivery, runtime));
    }
  };
  await Promise.all(Array.from({ length: Math.min(sendersAtOnce, unsent.length) }, send));
  return results;
}
