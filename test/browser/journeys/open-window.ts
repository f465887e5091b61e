import type { Locator, Page } from "playwright-core";
import { openContract } from "../browse.ts";
import { openPage, type sizes } from "../open-browser.ts";
import type { Demo } from "../use-demo.ts";

/** A browser window of an organisation at one contract; its people take turns in it. */
export interface OrganisationWindow {
  readonly page: Page;
  /** What went wrong in it; files are put and fetched at an origin of their own. */
  readonly listFaults: () => readonly string[];
  /** The part of the contract's page that is named, as one of its people sees it. */
  readonly go: (person: string, part: string) => Promise<void>;
  /** What stands under an obligation's key. */
  readonly at: (key: string) => Locator;
  /** Presses a button beneath an obligation's key. */
  readonly press: (key: string, name: string) => Promise<void>;
  readonly dialog: Locator;
  /** Fills in the open dialog by its labels, and presses its button. */
  readonly confirm: (name: string, values?: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openWindow(
  { stack, browser }: Pick<Demo, "stack" | "browser">,
  size: keyof typeof sizes,
  organisation: string,
  contract: string,
): Promise<OrganisationWindow> {
  const { context, page, faults } = await openPage(browser, size, stack.url);
  await page.addInitScript("localStorage.setItem('luyue-tour', 'yes')");
  const at = (key: string) => page.locator(`[id='${key}']`);
  const dialog = page.getByRole("dialog");
  return {
    page,
    listFaults: () => faults.filter((fault) => !fault.startsWith("outside: http://127.0.0.1:")),
    at,
    dialog,
    go: (person, part) =>
      openContract(page, stack.url, organisation, person, { name: contract, at: `?tab=${part}` }),
    press: (key, name) => at(key).getByRole("button", { name, exact: true }).click(),
    confirm: async (name, values = {}) => {
      for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label).fill(value);
      await dialog.getByRole("button", { name, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    },
    close: () => context.close(),
  };
}
