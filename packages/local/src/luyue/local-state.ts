import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { claimFolder } from "../engine/index.ts";
import { isMissing, isThere } from "./is-there.ts";

/** What a data folder remembers of its stack: how far its clock is ahead (ms), and the port that its addresses carry. */
const stateSchema = z.strictObject({ offset: z.number(), port: z.int() });
export type LocalState = z.infer<typeof stateSchema>;

/** The state of a folder whose first run has come to its end, or none. Throws `invalid` where the file is damaged. */
export async function readState(dir: string): Promise<LocalState | undefined> {
  const text = await readFile(stateFile(dir), "utf8").catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = stateSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", {
    zh: `${stateFile(dir)} 内容有误，请修复或换一个 --data 目录`,
    en: `${stateFile(dir)} is damaged: mend it, or choose another folder with --data`,
  });
}

/** Written beside and moved into place, so that a crash leaves the old state or the new one. */
export async function writeState(dir: string, state: LocalState): Promise<void> {
  const next = `${stateFile(dir)}.next`;
  await writeFile(next, JSON.stringify(state));
  await rename(next, stateFile(dir));
}

/** Marks a first run as begun: what it leaves is no whole story until `endFirstRun`. */
export async function beginFirstRun(dir: string): Promise<void> {
  await writeFile(markFile(dir), "");
}

export async function endFirstRun(dir: string): Promise<void> {
  await rm(markFile(dir), { force: true });
}

/**
 * Makes the folder ready: what a first run that was cut short has left is removed, its orphaned engine ended first.
 * Throws `unavailable` where another running program is at its first run in this folder.
 */
export async function prepareFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  if (!(await isThere(markFile(dir)))) return;
  await claimFolder(join(dir, "engine"));
  for (const part of ["engine", "files", "inbox.jsonl", "issuer-keys.json", "state.json"]) {
    await rm(join(dir, part), { recursive: true, force: true });
  }
}

function stateFile(dir: string): string {
  return join(dir, "state.json");
}

function markFile(dir: string): string {
  return join(dir, "half-made");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
