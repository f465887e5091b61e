import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { civilDateOf, fromEpochMs, instantAt } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { foundPlatform, seedDemo } from "../demo/index.ts";
import { createPages } from "../pages/index.ts";
import {
  createRunningClock,
  createStillClock,
  liveUntil,
  type LocalClock,
  type Stack,
  startStack,
} from "../stack/index.ts";
import { parseAsOf } from "./parse-as-of.ts";
import { UsageError } from "./usage-error.ts";

const firstDay = "2026-05-12";
const workEveryMs = 1000;

/** Starts everything on this machine: on first run with the demo's month, later where it was left. Ends on SIGINT, SIGTERM or SIGHUP. */
export async function runStart(args: readonly string[]): Promise<number> {
  const { port, dir, asOf, empty } = readArgs(args);
  await clearHalfMade(dir);
  const saved = await readOffset(dir);
  const clock = createClock(saved, asOf);
  const stop = stopSignal();
  const stack = await startStack({
    dir,
    port,
    clock,
    pages: createPages,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    if (saved === undefined)
      await (empty ? openEmpty(stack, asOf) : liveFirstMonth(stack, dir, asOf ?? firstDay));
    else if (asOf !== undefined) await liveUntil(stack, asOf);
    await saveOffset(dir, clock);
    await rm(halfMadeMark(dir), { force: true });
    say(
      `\n履约 Lüyue   ${stack.url}`,
      `系统日期 date ${clock.today()}   数据 data ${dir}   Ctrl-C 停止 stops`,
    );
    await workUntil(stop, stack, dir);
  } finally {
    await stack.stop();
    say("已停止 stopped");
  }
  return 0;
}

function readArgs(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        data: { type: "string" },
        "as-of": { type: "string" },
        empty: { type: "boolean" },
      },
    });
    const port = Number(values.port ?? "8080");
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new UsageError(`端口应为 0 至 65535 / a port is 0 to 65535: ${values.port}`);
    }
    const dir = resolve(values.data ?? ".data");
    return {
      port,
      dir,
      asOf: values["as-of"] === undefined ? undefined : parseAsOf(values["as-of"]),
      empty: values.empty === true,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function createClock(saved: number | undefined, asOf: string | undefined): LocalClock {
  if (saved === undefined) return createStillClock(instantAt(asOf ?? firstDay, "09:01"));
  const clock = createRunningClock(saved);
  if (asOf !== undefined && asOf < civilDateOf(clock.now())) {
    throw new DomainError("invalid", {
      zh: `该数据已到 ${clock.today()}，不能回到 ${asOf}。请用 --data 另选一个目录。`,
      en: `This data has lived until ${clock.today()} and cannot go back to ${asOf}. Choose another folder with --data.`,
    });
  }
  return clock;
}

/** A first run without the demo: nothing but the platform, on today's date unless another was given. */
async function openEmpty(stack: Stack, asOf: string | undefined): Promise<void> {
  await foundPlatform(stack);
  if (asOf === undefined) stack.clock.set(fromEpochMs(Date.now()));
  stack.clock.run();
}

async function liveFirstMonth(stack: Stack, dir: string, asOf: string): Promise<void> {
  await writeFile(halfMadeMark(dir), "");
  say(
    "首次启动：正在生成五份演示合同和一个月的提醒…",
    "First start: making five demo contracts and a month of reminders…",
  );
  await seedDemo(stack, { asOf, sign: new Map() });
  stack.clock.run();
}

function halfMadeMark(dir: string): string {
  return join(dir, "half-made");
}

/** A first month that was cut short leaves a demo that is no story: it is made again from the start. */
async function clearHalfMade(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const half = await access(halfMadeMark(dir)).then(
    () => true,
    () => false,
  );
  if (!half) return;
  for (const part of ["engine", "files", "inbox.jsonl", "issuer-keys.json", "clock.json"]) {
    await rm(join(dir, part), { recursive: true, force: true });
  }
}

/** Resolves when the program is asked to end. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => controller.abort());
  return controller.signal;
}

async function workUntil(stop: AbortSignal, stack: Stack, dir: string): Promise<void> {
  while (!stop.aborted) {
    const { failed } = await stack.work();
    for (const { wake, error } of failed) {
      process.stderr.write(`${JSON.stringify({ level: "error", wake, error: String(error) })}\n`);
    }
    await saveOffset(dir, stack.clock);
    await sleep(workEveryMs, undefined, { signal: stop }).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
  }
}

function offsetFile(dir: string): string {
  return join(dir, "clock.json");
}

async function readOffset(dir: string): Promise<number | undefined> {
  const text = await readFile(offsetFile(dir), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const offset: unknown = JSON.parse(text);
  if (typeof offset !== "number") {
    throw new DomainError("invalid", {
      zh: `${offsetFile(dir)} 内容有误`,
      en: `${offsetFile(dir)} is damaged`,
    });
  }
  return offset;
}

const savedOffsets = new Map<string, number>();

/** Keeps how far the clock is ahead; the running clock drifts by some milliseconds, which are not worth a write. */
async function saveOffset(dir: string, clock: LocalClock): Promise<void> {
  const offset = clock.offset();
  const before = savedOffsets.get(dir);
  if (before !== undefined && Math.abs(before - offset) < 1000) return;
  await writeFile(offsetFile(dir), JSON.stringify(offset));
  savedOffsets.set(dir, offset);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
