import axe from "axe-core";
import type { Page } from "playwright-core";

/** Signs in as a person of an organisation by the button on its card. */
export async function signIn(page: Page, base: string, organisation: string, person: string): Promise<void> {
  await page.goto(base);
  const card = page.locator(".card", { has: page.getByRole("heading", { name: organisation }) });
  await card.getByRole("button", { name: person }).click();
  await page.waitForURL("**/today");
}

/** The first of that person's contracts, or the one of that name; then one of its pages, such as `/work`. */
export async function openContract(
  page: Page,
  base: string,
  organisation: string,
  person: string,
  { name = "", at = "" }: { readonly name?: string; readonly at?: string } = {},
): Promise<void> {
  await signIn(page, base, organisation, person);
  await page.locator("main .lead a", { hasText: name }).first().click();
  await page.waitForURL("**/contracts/**");
  if (at !== "") await page.goto(`${page.url()}${at}`);
}

/** What axe finds against WCAG 2.2 AA. */
export async function findAxeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<{ id: string; nodes: { target: string[] }[] }[]>(
    `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" ")}`);
}
