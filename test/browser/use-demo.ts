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
}

/** A browser, and the local stack with its demo data on 12 May 2026, its clock standing still. */
export async function startDemo(): Promise<Demo> {
  const stack = await startStack({
    clock: createStillClock(instantAt("2026-05-12", "09:01")),
    pages: createPages,
  });
  await seedDemo(stack, { asOf: "2026-05-12", sign: new Map() });
  return { stack, browser: await openBrowser() };
}

/** One demo for all tests of a file, where there is a browser. */
export function useDemo(): Demo {
  let demo: Demo | undefined;
  beforeAll(async () => {
    if (chromiumPath !== undefined) demo = await startDemo();
  }, 300_000);
  afterAll(async () => {
    await demo?.browser.close();
    await demo?.stack.stop();
  });
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
