import type { Page } from "playwright-core";

/** Goes to an address and waits until what it shows is there: a heading, and nothing on its way any more. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator("[aria-busy=true], [role=status]").first().waitFor({ state: "detached" });
}
