import { canonicalJson } from "@luyue/core/text";
import type { Instant } from "@luyue/core/civil-date";
import type { Actor } from "./actor.ts";
import type { Runtime } from "./runtime.ts";

/** One line of the record 操作记录 of a contract or of a tenant's settings, chained by hash to the line before. */
export interface RecordEntry {
  readonly sequence: number;
  readonly at: Instant;
  readonly actor: {
    /** `system`: what the product does by itself, at its time. */
    readonly kind: Actor["kind"] | "system";
    readonly id: string;
    readonly name: string;
    readonly roles?: readonly string[];
    /** Of a machine, by its key. */
    readonly scopes?: readonly string[];
  };
  readonly command: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The head of a chain: how many lines it has, the hash of the last, and when that was written. */
export interface RecordHead {
  readonly sequence: number;
  readonly hash: string;
  readonly at?: Instant;
  /** Of the seals: names the arrangements of holidays that the tenant's contracts follow. */
  readonly calendar?: string;
}

/** The head of the chain of what one person has opened. */
export interface AccessHead extends RecordHead {
  readonly person: { readonly id: string; readonly name: string };
}

export const emptyRecord: RecordHead = { sequence: 0, hash: "0".repeat(64) };

type Content = Omit<RecordEntry, "sequence" | "previousHash" | "hash">;

/** The next line of a chain; its hash covers all of it and the hash of the line before. */
export function appendRecord(
  head: RecordHead,
  content: Content,
  runtime: Pick<Runtime, "digest">,
): RecordEntry {
  const line = { ...content, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...line, hash: hashOf(line, runtime) };
}

/** The hash that a line has to have: over all of it, the hash of the line before included. */
export function hashOf(line: Omit<RecordEntry, "hash">, { digest }: Pick<Runtime, "digest">): string {
  return digest(canonicalJson(line));
}

/**
 * The first line of a chain that does not follow from the one before, or none where the chain holds. Lines cut off or
 * added at the end show against the head that stands on the contract or the tenant: its sequence and hash are the last line's.
 */
export function findBrokenEntry(
  entries: readonly RecordEntry[],
  runtime: Pick<Runtime, "digest">,
): RecordEntry | undefined {
  let head: RecordHead = emptyRecord;
  for (const entry of entries) {
    const { hash, ...line } = entry;
    const follows = entry.sequence === head.sequence + 1 && entry.previousHash === head.hash;
    if (!follows || hashOf(line, runtime) !== hash) return entry;
    head = { sequence: entry.sequence, hash };
  }
  return undefined;
}
