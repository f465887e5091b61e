import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findAxeFaults } from "./browse.ts";
import { keepScreen } from "./open-browser.ts";

/** Keeps a picture of a page, which is accessible and not wider than its window. */
export async function seeWhole(page: Page, name: string): Promise<void> {
  await keepScreen(page, name);
  const wider = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect({ name, wider, axe: await findAxeFaults(page) }).toEqual({ name, wider: 0, axe: [] });
}
