import { addDays, addMinutes, civilDateOf, type Instant, instantAt, toEpochMs } from "@luyue/core/civil-date";
import { appendRecord, emptyRecord, type RecordHead } from "../runtime/record-entry.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type Change, type TenantStore, WriteConflict } from "../runtime/store.ts";
import { calendarName, followCalendar } from "../tenant/follow-calendar.ts";
import { accessChain } from "./access-chain.ts";

/** The chain of a tenant's seals 封存, beside those of its settings and contracts. */
export const sealsChain = "seals";
/** A seal stays far below what an item can hold. */
const mostHeads = 1000;
/** The list of contracts lags behind by seconds: what was written this long before the last seal is named again. */
const overlapMinutes = 60;

/** What a seal names: a chain, how many lines it had, and the hash of the last. */
export interface SealedHead {
  readonly aggregate: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The first seal is due on the day after a tenant is made. */
export function startSeals(runtime: Runtime): Change {
  return {
    change: "putHead",
    chain: sealsChain,
    head: { ...emptyRecord, calendar: calendarName(runtime) },
    wakeAt: nextSealAt(runtime.now()),
    expectedSequence: undefined,
  };
}

/**
 * Seals a tenant's record: the heads of all chains that got a line since the last seal go into the chain of seals, so that
 * a chain that vanishes, is cut at its end or is written anew shows against what was sealed. Of two that seal at once one
 * does nothing; what is cut off in between is sealed by the next. It is the tenant's daily wake-up: its contracts follow the
 * calendar first. One that cannot keeps nothing from being sealed: what it failed with is thrown once all is, and it is tried
 * again on the next day.
 */
export async function sealRecord(store: TenantStore, runtime: Runtime): Promise<void> {
  const known = await store.getHead(sealsChain);
  if (known === undefined) return;
  const [followed] = await Promise.allSettled([followCalendar(store, known.calendar, runtime)]);
  await sealHeads(
    store,
    followed.status === "fulfilled" ? { ...known, calendar: followed.value } : known,
    runtime,
  );
  if (followed.status === "rejected") throw followed.reason;
}

/** Seals what has grown since `known`, whose next wake-up is tomorrow's. */
async function sealHeads(store: TenantStore, known: RecordHead, runtime: Runtime): Promise<void> {
  const now = runtime.now();
  const heads = await listHeads(store, known.at);
  let last = known;
  try {
    for (let at = 0; at < heads.length; at += mostHeads) {
      const entry = appendRecord(
        last,
        {
          at: now,
          actor: { kind: "system", id: "seal", name: "封存" },
          command: "record.seal",
          subject: sealsChain,
          after: { heads: heads.slice(at, at + mostHeads) },
        },
        runtime,
      );
      const isLast = at + mostHeads >= heads.length;
      const head = { ...known, sequence: entry.sequence, hash: entry.hash, ...(isLast ? { at: now } : {}) };
      await store.commit([
        { change: "putRecord", aggregate: sealsChain, entry },
        {
          change: "putHead",
          chain: sealsChain,
          head,
          wakeAt: isLast ? nextSealAt(now) : now,
          expectedSequence: last.sequence,
        },
      ]);
      last = head;
    }
    if (heads.length > 0) return;
    const wakeAt = nextSealAt(now);
    const { sequence: expectedSequence } = known;
    await store.commit([{ change: "putHead", chain: sealsChain, head: known, wakeAt, expectedSequence }]);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
  }
}

/** The heads of the chains with a line since `sealedAt`; all of them without it. */
async function listHeads(store: TenantStore, sealedAt: Instant | undefined): Promise<SealedHead[]> {
  const since = sealedAt === undefined ? undefined : toEpochMs(addMinutes(sealedAt, -overlapMinutes));
  const heads: SealedHead[] = [];
  const add = (aggregate: string, { sequence, hash, at }: RecordHead) => {
    if (since !== undefined && at !== undefined && toEpochMs(at) < since) return;
    heads.push({ aggregate, sequence, hash });
  };
  const tenant = await store.getTenant();
  if (tenant !== undefined) add("tenant", tenant.record);
  for await (const { id, record } of eachOf((page) => store.listContracts(page))) add(id, record);
  for await (const { person, ...head } of eachOf((page) => store.listAccess(page))) {
    add(accessChain(person.id), head);
  }
  return heads;
}

/** Half past midnight of the next day. */
function nextSealAt(now: Instant): Instant {
  return instantAt(addDays(civilDateOf(now), 1), "00:30");
}
