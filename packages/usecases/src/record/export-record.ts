import * as z from "zod";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { emptyRecord, type RecordEntry, type RecordHead } from "../runtime/record-entry.ts";
import { parseInput } from "../runtime/parse-input.ts";
import type { TenantStore } from "../runtime/store.ts";
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
  contracts: z.string().max(4000).optional(),
  last: z.boolean().optional(),
});
export type ExportPlace = z.infer<typeof placeSchema>;

/** A page has at most about this many lines. */
const mostLines = 500;

/**
 * The whole record of a tenant: the chains of its settings, of each contract and of the seals, each followed by its head.
 * `verifyRecord` needs nothing else. What is written meanwhile is not in it. Throws `invalid` where `from` is no place that it gave.
 */
export async function exportRecord(
  store: TenantStore,
  actor: Actor,
  from?: unknown,
): Promise<{ readonly items: readonly ExportedLine[]; readonly next?: ExportPlace }> {
  demandPermission(actor, "record:read");
  const lines: ExportedLine[] = [];
  let place: ExportPlace | undefined =
    from === undefined ? await openChain("tenant", {}, store) : parseInput(placeSchema, from);
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

/** The chain after this one: of the settings, then of the contracts by number, the seals last of all. */
async function nextChain(
  { chain, contracts, last }: ExportPlace,
  store: TenantStore,
): Promise<ExportPlace | undefined> {
  if (chain === sealsChain) return undefined;
  if (last !== true) {
    const { items, cursor } = await store.listContracts({ limit: 1, cursor: contracts });
    const [contract] = items;
    if (contract !== undefined) {
      return openChain(contract.id, cursor === undefined ? { last: true } : { contracts: cursor }, store);
    }
  }
  return openChain(sealsChain, {}, store);
}

async function openChain(
  chain: string,
  more: Pick<ExportPlace, "contracts" | "last">,
  store: TenantStore,
): Promise<ExportPlace> {
  const { sequence, hash } = await headOf(chain, store);
  return { chain, head: { sequence, hash }, ...more };
}

async function headOf(chain: string, store: TenantStore): Promise<RecordHead> {
  const head =
    chain === sealsChain
      ? await store.getSeals()
      : chain === "tenant"
        ? (await store.getTenant())?.record
        : (await store.getContract(chain))?.record;
  return head ?? emptyRecord;
}
