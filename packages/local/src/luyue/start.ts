import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
import {
  beginFirstRun,
  endFirstRun,
  type LocalState,
  prepareFolder,
  readState,
  writeState,
} from "./local-state.ts";
import { parseAsOf } from "./parse-as-of.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

const firstDay = "2026-05-12";
const workEveryMs = 1000;

/** Starts everything on this machine: on first run with the demo's month, later where it was left. Ends on SIGINT, SIGTERM or SIGHUP. */
export async function runStart(args: readonly string[]): Promise<number> {
  const { port: wanted, dir, asOf, empty } = readArgs(args);
  await prepareFolder(dir);
  const saved = await readState(dir);
  const port = choosePort(wanted, saved);
  const clock = createClock(saved?.offset, asOf);
  const stop = stopSignal();
  const stack = await startStack({ dir, port, clock, pages: createPages, log: complain });
  try {
    if (saved === undefined) await liveFirst(stack, dir, asOf, empty);
    else if (asOf !== undefined) await liveUntil(stack, asOf);
    const keep = createKeeper(dir, Number(new URL(stack.url).port), clock);
    await keep();
    await endFirstRun(dir);
    say(
      `\n履约 Lüyue   ${stack.url}`,
      `系统日期 date ${clock.today()}   数据 data ${dir}   Ctrl-C 停止 stops`,
    );
    await workUntil(stop, stack, keep);
  } finally {
    await stack.stop();
    say("已停止 stopped");
  }
  return 0;
}

/** Addresses of issuers and webhooks carry the port: a folder keeps the one that it began with. */
function choosePort(wanted: number | undefined, saved: LocalState | undefined): number {
  if (saved === undefined) return wanted ?? 8080;
  if (wanted === undefined || wanted === saved.port) return saved.port;
  throw new DomainError("invalid", {
    zh: `该数据的登录和推送地址使用端口 ${saved.port}，不能改用 ${wanted}。请去掉 --port，或用 --data 另选一个目录。`,
    en: `The addresses in this data carry port ${saved.port}, so it cannot move to ${wanted}. Leave --port out, or choose another folder with --data.`,
  });
}

function readArgs(args: readonly string[]) {
  const { values } = readOptions(args, {
    options: {
      port: { type: "string" },
      data: { type: "string" },
      "as-of": { type: "string" },
      empty: { type: "boolean" },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535)) {
    throw new UsageError(`端口应为 0 至 65535 / a port is 0 to 65535: ${values.port}`);
  }
  return {
    port,
    dir: resolve(values.data ?? ".data"),
    asOf: values["as-of"] === undefined ? undefined : parseAsOf(values["as-of"]),
    empty: values.empty === true,
  };
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

/** The first run in a folder: the demo's month, or nothing but the platform, on today's date unless another was given. */
async function liveFirst(stack: Stack, dir: string, asOf: string | undefined, empty: boolean): Promise<void> {
  await beginFirstRun(dir);
  if (empty) {
    await foundPlatform(stack);
    if (asOf === undefined) stack.clock.set(fromEpochMs(Date.now()));
  } else {
    say(
      "首次启动：正在生成五份演示合同和一个月的提醒…",
      "First start: making five demo contracts and a month of reminders…",
    );
    await seedDemo(stack, { asOf: asOf ?? firstDay, sign: new Map() });
  }
  stack.clock.run();
}

/** Resolves when the program is asked to end. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Sweeps and sends every second until the program is asked to end; a failure is told and tried again, unless the engine is gone. */
async function workUntil(stop: AbortSignal, stack: Stack, keep: () => Promise<void>): Promise<void> {
  while (!stop.aborted) {
    try {
      const { failed } = await stack.work();
      for (const { wake, error } of failed)
        complain(JSON.stringify({ level: "error", wake, error: String(error) }));
      await keep();
    } catch (error) {
      const gone = stack.engineError();
      if (gone !== undefined) throw gone;
      complain(JSON.stringify({ level: "error", error: String(error) }));
    }
    await sleep(workEveryMs, undefined, { signal: stop }).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
  }
}

/** Keeps how far the clock is ahead; the running clock drifts by some milliseconds, which are not worth a write. */
function createKeeper(dir: string, port: number, clock: LocalClock): () => Promise<void> {
  let kept: number | undefined;
  return async () => {
    const offset = clock.offset();
    if (kept !== undefined && Math.abs(kept - offset) < 1000) return;
    await writeState(dir, { offset, port });
    kept = offset;
  };
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
