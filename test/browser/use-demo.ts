import { randomInt } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { instantAt } from "@luyue/core/civil-date";
import { seedDemo } from "@luyue/local/demo";
import { createPages } from "@luyue/local/pages";
import { createStillClock, type Stack, startStack } from "@luyue/local/stack";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { chromiumPath, openBrowser } from "./open-browser.ts";

export interface Demo {
  readonly stack: Stack;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** The files of demo data as they were made once, and the port that their addresses name. */
interface Seeded {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly port: number;
}

/** Below those that systems give out by themselves: it has to be free again for the next stack of this process. */
const [lowestPort, highestPort] = [20_000, 30_000];
const newFolder = () => mkdtemp(join(tmpdir(), "luyue-demo-"));

const startOn = (dir: string, port: number) =>
  startStack({
    clock: createStillClock(instantAt("2026-05-12", "09:01")),
    pages: createPages,
    dir,
    port,
  });

async function seed(): Promise<Seeded> {
  const folder = await newFolder();
  const port = randomInt(lowestPort, highestPort);
  const stack = await startOn(folder, port);
  await seedDemo(stack, { asOf: "2026-05-12", sign: new Map() });
  await stack.stop();
  const files = await readFiles(folder);
  await rm(folder, { recursive: true });
  return { files, port };
}

async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const files = paths.map(async (path) => [relative(folder, path), await readFile(path)] as const);
  return new Map(await Promise.all(files));
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

let seeded: Promise<Seeded> | undefined;

/** A browser, and the local stack with demo data of its own on 12 May 2026, its clock standing still. The data are made once a process. */
export async function startDemo(): Promise<Demo> {
  seeded ??= seed();
  const { files, port } = await seeded;
  const dir = await newFolder();
  await writeFiles(dir, files);
  const stack = await startOn(dir, port);
  const browser = await openBrowser();
  const stop = async () => {
    await browser.close();
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { stack, browser, stop };
}

/** One demo for all tests of a file, where there is a browser. */
export function useDemo(): Omit<Demo, "stop"> {
  let demo: Demo | undefined;
  beforeAll(async () => {
    if (chromiumPath !== undefined) demo = await startDemo();
  }, 300_000);
  afterAll(async () => demo?.stop());
  const running = () => {
    if (demo === undefined) throw new Error("the demo has not been started");
    return demo;
  };
  return {
    get stack() {
      return running().stack;
    },
    get browser() {
      return running().browser;
    },
  };
}
