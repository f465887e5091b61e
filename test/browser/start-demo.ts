import { instantAt } from "@luyue/core/civil-date";
import { seedDemo } from "@luyue/local/demo";
import { createPages } from "@luyue/local/pages";
import { createStillClock, type Stack, startStack } from "@luyue/local/stack";
import type { Browser } from "playwright-core";
import { openBrowser } from "./open-browser.ts";

/** A browser, and the local stack with its demo data on 12 May 2026, its clock standing still. */
export async function startDemo(): Promise<{ stack: Stack; browser: Browser }> {
  const stack = await startStack({
    clock: createStillClock(instantAt("2026-05-12", "09:01")),
    pages: createPages,
  });
  await seedDemo(stack, { asOf: "2026-05-12", sign: new Map() });
  return { stack, browser: await openBrowser() };
}
