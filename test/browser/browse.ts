import axe from "axe-core";
import type { Page } from "playwright-core";

interface DemoSeat {
  readonly key: string;
  readonly organisation: string;
  readonly name: string;
}

/** Asks in the page's own session, from its own origin. */
export async function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  const init =
    body === undefined
      ? "{}"
      : JSON.stringify({
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
  return page.evaluate<T>(
    `fetch(${JSON.stringify(path)}, ${init}).then((answer) => (answer.status === 204 ? undefined : answer.json()))`,
  );
}

/** Becomes a person of an organisation, as one click does. */
export async function become(page: Page, base: string, organisation: string, person: string): Promise<void> {
  // Little to load, and its policy lets the page ask its own origin.
  await page.goto(`${base}/icon.svg`);
  const { seats } = await ask<{ seats: readonly DemoSeat[] }>(page, "/demo");
  const seat = seats.find((each) => each.organisation === organisation && each.name === person);
  if (seat === undefined) throw new Error(`nobody: ${organisation} ${person}`);
  await ask(page, "/demo/sign-in", { seat: seat.key });
}

/** Signs in as a person of an organisation, and waits for what they have to do. */
export async function signIn(page: Page, base: string, organisation: string, person: string): Promise<void> {
  await become(page, base, organisation, person);
  await page.goto(`${base}/today`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** The first contract of who is signed in, or the one of that name. */
export async function contractIdOf(page: Page, side: "agency" | "partner", name: string): Promise<string> {
  const list = side === "partner" ? "/v1/partner/contracts" : "/v1/contracts";
  const { items } = await ask<{ items: readonly { id: string; name: string }[] }>(page, `${list}?limit=200`);
  const contract = items.find((each) => each.name.includes(name));
  if (contract === undefined) throw new Error(`no contract ${name}`);
  return contract.id;
}

/** The first of that person's contracts, or the one of that name; then one of its pages, such as `/work`. */
export async function openContract(
  page: Page,
  base: string,
  organisation: string,
  person: string,
  { name = "", at = "" }: { readonly name?: string; readonly at?: string } = {},
): Promise<void> {
  await become(page, base, organisation, person);
  const id = await contractIdOf(page, person === "项目负责人" ? "partner" : "agency", name);
  await page.goto(`${base}/contracts/${id}${at}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What axe finds against WCAG 2.2 AA, in the page or in a part of it. */
export async function findAxeFaults(page: Page, part = "html"): Promise<string[]> {
  await page.evaluate(axe.source);
  // What lies half beneath the heading that stays is a matter of where one has scrolled to.
  await page.evaluate("scrollTo(0, 0)");
  const violations = await page.evaluate<{ id: string; nodes: { target: string[] }[] }[]>(
    `axe.run(${JSON.stringify(part)}, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" ")}`);
}

/** A paper as somebody hands it in. */
export const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.7 ${name}`),
});
