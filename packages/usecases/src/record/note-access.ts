import type { Actor } from "../runtime/actor.ts";
import { appendRecord, emptyRecord, type RecordEntry } from "../runtime/record-entry.ts";
import { unavailable } from "../runtime/refusals.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type TenantStore, WriteConflict } from "../runtime/store.ts";
import { accessChain } from "./access-chain.ts";
import { showActor } from "./show-actor.ts";

/** What somebody has opened: what it was, and what of it the record has to say. */
export interface Access {
  readonly command: string;
  readonly subject: string;
  readonly after?: unknown;
}

/** One person's requests meet on their own chain alone. */
const attempts = 8;

/**
 * Puts what an actor opens on the record of the tenant whose it is, before it is opened: what cannot be written down is
 * not shown. Throws `unavailable`.
 */
export async function noteAccess(
  store: TenantStore,
  actor: Actor,
  access: Access,
  runtime: Pick<Runtime, "now" | "digest">,
): Promise<void> {
  const chain = accessChain(actor.id);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const known = await store.getHead(chain);
    const at = runtime.now();
    const entry: RecordEntry = appendRecord(
      known ?? emptyRecord,
      { at, actor: showActor(actor), ...access },
      runtime,
    );
    const person = { id: actor.id, name: actor.name };
    const head = { sequence: entry.sequence, hash: entry.hash, at, person };
    try {
      await store.commit([
        { change: "putRecord", aggregate: chain, entry },
        { change: "putHead", chain, head, expectedSequence: known?.sequence },
      ]);
      return;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
  throw unavailable();
}
