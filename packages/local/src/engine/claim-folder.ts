import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { engineError } from "./engine-error.ts";

/**
 * Makes sure that no other engine writes into the folder: one whose program has died is stopped, a living one is refused.
 * @throws DomainError `unavailable` when another running program uses the folder
 */
export async function claimFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const holder = await readHolder(dir);
  if (holder === undefined || !(await isEngineOf(dir, holder.engine))) return;
  if ((await readParent(holder.engine)) === holder.owner) {
    throw engineError(
      `数据目录 ${dir} 正在被另一个程序（进程 ${holder.owner}）使用。请先停止它，或换一个数据目录。`,
      `The data folder ${dir} is in use by another program (process ${holder.owner}). Stop it first, or choose another folder.`,
    );
  }
  await endOrphan(dir, holder.engine);
}

/** Writes down which engine process holds the folder. */
export async function recordHolder(dir: string, engine: number): Promise<void> {
  await writeFile(holderFile(dir), `${engine} ${process.pid}\n`);
}

/** Gives the folder back. */
export async function releaseFolder(dir: string): Promise<void> {
  await rm(holderFile(dir), { force: true });
}

/** The engine's data file in its folder. */
export function dataFile(dir: string): string {
  return join(dir, "luyue.db");
}

function holderFile(dir: string): string {
  return join(dir, "engine.pid");
}

async function readHolder(dir: string): Promise<{ engine: number; owner: number } | undefined> {
  const text = await readFile(holderFile(dir), "utf8").catch(() => "");
  const [, engine, owner] = /^(\d+) (\d+)\n$/.exec(text) ?? [];
  return engine === undefined || owner === undefined
    ? undefined
    : { engine: Number(engine), owner: Number(owner) };
}

// A process id may have been given to another program meanwhile; its command line tells.
async function isEngineOf(dir: string, pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.split("\0").includes(dataFile(dir));
}

async function readParent(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, parent] = /^PPid:\s+(\d+)$/m.exec(status) ?? [];
  return parent === undefined ? undefined : Number(parent);
}

async function endOrphan(dir: string, pid: number): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    for (let waited = 0; waited < 5_000; waited += 50) {
      if (!(await isEngineOf(dir, pid))) return;
      if (waited === 0) process.kill(pid, signal);
      await sleep(50);
    }
  }
}
