import { createHash } from "node:crypto";
import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { expect } from "vitest";
import type { Steps } from "./steps.ts";

interface Page {
  readonly items: readonly RecordEntry[];
  readonly cursor: string | null;
}

/** The whole record of the contract, whose chain holds. */
export async function readRecord({ sees }: Steps): Promise<readonly RecordEntry[]> {
  const entries: RecordEntry[] = [];
  let cursor: string | null = "";
  do {
    const from: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page = await sees<Page>("auditor", `/record?limit=200${from}`);
    entries.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(findBrokenEntry(entries, { digest })).toBeUndefined();
  return entries;
}

/** Lines about one thing, as `command who`, in their order. */
export function linesAbout(record: readonly RecordEntry[], subject: string): readonly string[] {
  return record.filter((entry) => entry.subject === subject).map(lineOf);
}

/** How often each line stands on the record. */
export function countLines(record: readonly RecordEntry[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entry of record) counts[lineOf(entry)] = (counts[lineOf(entry)] ?? 0) + 1;
  return counts;
}

function lineOf({ command, actor }: RecordEntry): string {
  return `${command} ${actor.name}`;
}
