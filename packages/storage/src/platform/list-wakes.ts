import { fromEpochMs, type Instant } from "@luyue/core/civil-date";
import type { WakeKey } from "@luyue/usecases/runtime";
import { toUtc, utcDayOf, wakePartition, wakeShards } from "../item/wake-attributes.ts";
import { type Item, keyOf, textOf } from "../table/item.ts";
import type { Table } from "../table/table.ts";
import { addUtcDays, latestCheckpoint, moveCheckpoint, readCheckpoint } from "./checkpoint.ts";

/**
 * Wake-ups that have come by `now`, day by day from the checkpoint on, at most `limit`; the oldest first within the
 * day that they stand under. A sweep that stood still for days finds what it missed. Nothing else is read.
 */
export async function listWakes(table: Table, now: Instant, limit: number): Promise<readonly WakeKey[]> {
  const until = toUtc(now);
  const latest = latestCheckpoint(now);
  const checkpoint = await readCheckpoint(table, now);
  let emptyBefore = checkpoint;
  let found: readonly Item[] = [];
  for (let day = checkpoint; day <= utcDayOf(until) && found.length < limit; day = addUtcDays(day, 1)) {
    const ofDay = await queryDay(table, day, until, limit - found.length);
    found = [...found, ...ofDay];
    if (found.length === 0 && day < latest) emptyBefore = addUtcDays(day, 1);
  }
  if (emptyBefore > checkpoint) await moveCheckpoint(table, emptyBefore);
  return found.map(readWake);
}

async function queryDay(table: Table, day: string, until: string, limit: number): Promise<readonly Item[]> {
  const shards = await Promise.all(
    Array.from({ length: wakeShards }, (_, shard) =>
      queryShard(table, wakePartition(day, shard), until, limit),
    ),
  );
  return shards
    .flat()
    .toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1))
    .slice(0, limit);
}

/** Digits sort before `$`, and `$` after the `#` that ends an instant: `until` itself is included. */
async function queryShard(table: Table, partition: string, until: string, limit: number) {
  const range = { low: "0", high: `${until}$` };
  const items: Item[] = [];
  let startAfter: Item | undefined;
  do {
    const query = { index: "wake", partition, range, limit: limit - items.length, startAfter } as const;
    const result = await table.query("listWakes", query);
    items.push(...result.items);
    startAfter = result.next;
  } while (startAfter !== undefined && items.length < limit);
  return items;
}

function sortOf(item: Item): string {
  return textOf(item, "wakeSort") ?? "";
}

const sealsShape = /^T#([^#]+)#S$/;
const pkShape = /^T#([^#]+)#C#(.+)$/;
const skShape = /^(?:A#(OBLIGATION)#(.+)|(OUT)#(.+)|A#(CONTRACT))$/;

function readWake(item: Item): WakeKey {
  const { pk, sk } = keyOf(item);
  const [, sealed] = sealsShape.exec(pk) ?? [];
  const [, tenantId, contractId] = pkShape.exec(pk) ?? [];
  const [, obligation, obligationKey, outbox, entryKey, contract] = skShape.exec(sk) ?? [];
  const at = fromEpochMs(Date.parse(sortOf(item).slice(0, 24)));
  if (sealed !== undefined) return { tenantId: sealed, contractId: "", about: "seals", key: sk, at };
  if (tenantId !== undefined && contractId !== undefined) {
    const of = { tenantId, contractId, at };
    if (obligation !== undefined && obligationKey !== undefined) {
      return { ...of, about: "obligation", key: obligationKey };
    }
    if (outbox !== undefined && entryKey !== undefined) return { ...of, about: "outbox", key: entryKey };
    if (contract !== undefined) return { ...of, about: "contract", key: contractId };
  }
  throw new Error(`a wake-up of something unknown: ${pk} ${sk}`);
}
