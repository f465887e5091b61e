import type { Page } from "playwright-core";

async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
}

/** Goes to an address and waits until what it shows is there: a heading, and nothing on its way any more. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settle(page);
}

const tickMs = 60;

/** Goes to another page of console and portal as a link does, without loading the application again. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate", { state: {} }))`,
  );
  await page.waitForTimeout(tickMs);
  await settle(page);
}
