import { toEpochMs } from "@luyue/core/civil-date";
import { refreshContract } from "../contract/refresh-contract.ts";
import { sealRecord } from "../record/seal-record.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform, WakeKey } from "../runtime/store.ts";
import { createFairQueue } from "./fair-queue.ts";
import { entryKeyOf, type OutboxEntry } from "./outbox-entry.ts";
import { createAudiences, remindOf } from "./remind-of.ts";

export interface SweepResult {
  readonly obligations: number;
  readonly reminders: number;
  readonly contracts: number;
  /** Tenants whose record was sealed. */
  readonly seals: number;
  /** How long the one that had waited longest of all had been due, in milliseconds. */
  readonly lagMs: number;
  /** Entries that were left to be sent, for there was nobody to send them. */
  readonly unsent: readonly WakeKey[];
  /** Wake-ups whose work threw; they are found again by the next sweep. */
  readonly failed: readonly { readonly wake: WakeKey; readonly error: unknown }[];
}

/** A sweep reads no more keys than this; of more than that the oldest come first. */
const mostKeys = 100_000;

/** How many wake-ups are worked on at a time. */
const atOnce = 8;

/**
 * Takes every wake-up that has come, from each tenant in turn: a due obligation gets its reminders put into the outbox and its
 * next step set, in one transaction that only one sweep can win; a contract whose derivation was cut short or whose rolling
 * duties run out is refreshed; a tenant's record is sealed once a day. Outbox entries that have come, and those that are made on
 * the way, are given to `send` as its tenant's turn comes, or handed back.
 */
export async function sweepReminders(
  platform: Platform,
  runtime: Runtime,
  send?: (wake: WakeKey) => Promise<void>,
): Promise<SweepResult> {
  const now = runtime.now();
  const wakes = await platform.listWakes(now, mostKeys);
  const queue = createFairQueue(wakes);
  const audiences = createAudiences(platform);
  const counts = { obligations: 0, reminders: 0, contracts: 0, seals: 0 };
  const unsent: WakeKey[] = [];
  const failed: { wake: WakeKey; error: unknown }[] = [];
  const work = async (wake: WakeKey): Promise<void> => {
    const store = platform.tenant(wake.tenantId);
    switch (wake.about) {
      case "obligation": {
        const created = await remindOf(wake, store, audiences, runtime, now);
        if (created === undefined) return;
        counts.obligations += 1;
        counts.reminders += created.length;
        if (send !== undefined) created.flatMap((entry) => wakeOf(entry, now)).forEach(queue.push);
        return;
      }
      case "contract":
        // One that has nothing to write is not taken for progress: else a run would come back to it without end.
        if (await refreshContract(store, wake.contractId, runtime)) counts.contracts += 1;
        return;
      case "seals":
        await sealRecord(store, runtime);
        counts.seals += 1;
        return;
      case "outbox":
        if (send === undefined) unsent.push(wake);
        else await send(wake);
    }
  };
  const worker = async () => {
    for (let wake = queue.next(); wake !== undefined; wake = queue.next()) {
      try {
        await work(wake);
      } catch (error) {
        failed.push({ wake, error });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const lagMs = wakes.reduce((most, { at }) => Math.max(most, toEpochMs(now) - toEpochMs(at)), 0);
  return { ...counts, lagMs, unsent, failed };
}

function wakeOf(entry: OutboxEntry, now: string): WakeKey[] {
  const { tenantId, contractId, wakeAt: at } = entry;
  if (at === undefined || toEpochMs(at) > toEpochMs(now)) return [];
  return [{ tenantId, contractId, about: "outbox", key: entryKeyOf(entry), at }];
}
