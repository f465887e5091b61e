import * as z from "zod";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { emptyRecord, type RecordEntry, type RecordHead } from "../runtime/record-entry.ts";
import { parseInput } from "../runtime/parse-input.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { accessChain, isAccessChain } from "./access-chain.ts";
import { noteAccess } from "./note-access.ts";
import { sealsChain } from "./seal-record.ts";

/** One line of an export: a line of a chain, or how many lines a chain had when it was exported. */
export type ExportedLine =
  | ({ readonly kind: "line"; readonly chain: string } & RecordEntry)
  | { readonly kind: "head"; readonly chain: string; readonly sequence: number; readonly hash: string };

/** Where an export goes on: the chain, its head as it was when the chain was begun, and the places in both lists. */
const placeSchema = z.strictObject({
  chain: z.string().max(64),
  head: z.strictObject({ sequence: z.int().min(0), hash: z.string().max(64) }),
  line: z.string().max(4000).optional(),
  /** What comes next, and where that list goes on. */
  next: z.enum(["contracts", "access", "seals", "nothing"]),
  after: z.string().max(4000).optional(),
});
export type ExportPlace = z.infer<typeof placeSchema>;

/** A page has at most about this many lines. */
const mostLines = 500;

/**
 * The whole record of a tenant: the chains of its settings, of each contract, of what each person has opened and of the
 * seals, each followed by its head. That it was exported is on it. `verifyRecord` needs nothing else. What is written meanwhile is not in it. Throws `invalid` where `from` is no place that it gave.
 */
export async function exportRecord(
  store: TenantStore,
  actor: Actor,
  runtime: Pick<Runtime, "now" | "digest">,
  from?: unknown,
): Promise<{ readonly items: readonly ExportedLine[]; readonly next?: ExportPlace }> {
  demandPermission(actor, "record:read");
  if (from === undefined) {
    await noteAccess(store, actor, { command: "record.export", subject: store.tenantId }, runtime);
  }
  const lines: ExportedLine[] = [];
  let place: ExportPlace | undefined =
    from === undefined
      ? await openChain("tenant", { next: "contracts" }, store)
      : parseInput(placeSchema, from);
  while (place !== undefined) {
    const { chain, head } = place;
    const page = await store.listRecord(chain, { limit: mostLines, cursor: place.line });
    const known = page.items.filter(({ sequence }) => sequence <= head.sequence);
    lines.push(...known.map((entry): ExportedLine => ({ kind: "line", chain, ...entry })));
    if (page.cursor !== undefined && known.length === page.items.length) {
      place = { ...place, line: page.cursor };
    } else {
      lines.push({ kind: "head", chain, ...head });
      place = await nextChain(place, store);
    }
    if (lines.length >= mostLines && place !== undefined) {
      return { items: lines, next: place };
    }
  }
  return { items: lines };
}

/** The chain after this one: of the settings, then of the contracts by number, then of the people, the seals last of all. */
async function nextChain({ next, after }: ExportPlace, store: TenantStore): Promise<ExportPlace | undefined> {
  if (next === "nothing") return undefined;
  if (next === "contracts") {
    const { items, cursor } = await store.listContracts({ limit: 1, cursor: after });
    const [contract] = items;
    if (contract !== undefined) return openChain(contract.id, onward(next, "access", cursor), store);
  }
  if (next !== "seals") {
    const from = next === "access" ? after : undefined;
    const { items, cursor } = await store.listAccess({ limit: 1, cursor: from });
    const [head] = items;
    if (head !== undefined) {
      return openChain(accessChain(head.person.id), onward("access", "seals", cursor), store);
    }
  }
  return openChain(sealsChain, { next: "nothing" }, store);
}

type Onward = Pick<ExportPlace, "next" | "after">;

/** On in this list while it has a cursor, else with what comes then. */
function onward(list: Onward["next"], then: Onward["next"], cursor: string | undefined): Onward {
  return cursor === undefined ? { next: then } : { next: list, after: cursor };
}

async function openChain(chain: string, onwards: Onward, store: TenantStore): Promise<ExportPlace> {
  const { sequence, hash } = await headOf(chain, store);
  return { chain, head: { sequence, hash }, ...onwards };
}

async function headOf(chain: string, store: TenantStore): Promise<RecordHead> {
  const head =
    chain === sealsChain || isAccessChain(chain)
      ? await store.getHead(chain)
      : chain === "tenant"
        ? (await store.getTenant())?.record
        : (await store.getContract(chain))?.record;
  return head ?? emptyRecord;
}
