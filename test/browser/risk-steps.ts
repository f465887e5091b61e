import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findAxeFaults, openContract } from "./browse.ts";
import { keepScreen } from "./open-browser.ts";

/** A room of a contract that people of both sides take turns in. */
export interface RiskRoom {
  readonly page: Page;
  readonly go: (organisation: string, person: string, tab: string, contract?: string) => Promise<void>;
  /** Presses a button of a part of the page, or of the page itself. */
  readonly press: (name: string, part?: string) => Promise<void>;
  readonly fill: (label: string, value: string) => Promise<void>;
  readonly choose: (label: string, option: string) => Promise<void>;
  /** Sends the open dialog by its button, and waits until it has gone through. */
  readonly send: (name: string) => Promise<void>;
  /** The same, where it is refused: gives what the dialog says. */
  readonly refused: (name: string) => Promise<string>;
  readonly look: (name: string) => Promise<void>;
}

/** Works in a page of the stack at that address. */
export function workIn(page: Page, base: string): RiskRoom {
  const dialog = page.getByRole("dialog");
  const submit = (name: string) => dialog.getByRole("button", { name, exact: true }).click();
  return {
    page,
    go: (organisation, person, tab, name = "") =>
      openContract(page, base, organisation, person, { name, at: `?tab=${tab}` }),
    press: async (name, part = "#part") => {
      await page.locator(part).getByRole("button", { name, exact: true }).first().click();
      await dialog.waitFor();
    },
    fill: (label, value) => dialog.getByLabel(label, { exact: true }).fill(value),
    choose: async (label, option) => {
      await dialog.getByLabel(label, { exact: true }).click();
      await page.locator(".ant-select-item-option:visible", { hasText: option }).first().click();
    },
    send: async (name) => {
      await submit(name);
      await dialog.waitFor({ state: "detached" });
    },
    refused: async (name) => {
      await submit(name);
      return dialog.getByRole("alert").innerText();
    },
    look: async (name) => {
      await keepScreen(page, name);
      // What lies behind a dialog is no part of what can be worked with.
      const part = (await dialog.count()) > 0 ? "[role=dialog]" : "html";
      if (part === "html") await page.evaluate("scrollTo(0, 0)");
      expect({ name, axe: await findAxeFaults(page, part) }).toEqual({ name, axe: [] });
      const wider = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect({ name, wider }).toEqual({ name, wider: 0 });
    },
  };
}
