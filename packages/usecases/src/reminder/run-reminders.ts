import type { Runtime } from "../runtime/runtime.ts";
import type { Platform, WakeKey } from "../runtime/store.ts";
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
  let reminders = 0;
  const unsendable: SweepResult["failed"][number][] = [];
  let unswept: SweepResult["failed"] = [];
  for (let round = 0; round < mostSweeps; round += 1) {
    const swept = await sweepReminders(platform, runtime);
    reminders += swept.reminders;
    const { results, failed } = await sendAll(swept, platform, runtime, delivery);
    for (const result of results) sent[result] += 1;
    unsendable.push(...failed);
    unswept = swept.failed;
    const moved =
      swept.obligations + swept.contracts + results.filter((result) => result !== "skipped").length;
    if (moved === 0) break;
  }
  return { reminders, sent, failed: [...unswept, ...unsendable] };
}

const sendersAtOnce = 4;

async function sendAll(
  { unsent }: SweepResult,
  platform: Platform,
  runtime: Runtime,
  delivery: Delivery,
): Promise<{ readonly results: readonly SendResult[]; readonly failed: SweepResult["failed"] }> {
  const queue = unsent.values();
  const results: SendResult[] = [];
  const failed: { wake: WakeKey; error: unknown }[] = [];
  const send = async () => {
    for (const wake of queue) {
      try {
        const store = platform.tenant(wake.tenantId);
        results.push(await sendOutbox(wake.key, wake.contractId, store, delivery, runtime));
      } catch (error) {
        failed.push({ wake, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(sendersAtOnce, unsent.length) }, send));
  return { results, failed };
}
