import type { Page } from "playwright-core";
import { contractIdOf } from "./browse.ts";
import { goTo } from "./settle.ts";

export interface ShownPage {
  readonly name: string;
  readonly path: string;
}

/** Pages that nobody needs to sign in for. */
export const openPages: readonly ShownPage[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "inbox", path: "/inbox" },
  { name: "samples", path: "/samples" },
];

/** The pages of the application that who is signed in can go to: what its navigation leads to, and each part of a contract of theirs. */
export async function listPages(page: Page, base: string, side: "agency" | "partner"): Promise<ShownPage[]> {
  const contract = `/contracts/${await contractIdOf(page, side, "")}`;
  await goTo(page, `${base}${contract}`);
  const tabs = await page.evaluate<string[]>(
    "[...document.querySelectorAll('[role=tab]')].map(({ id }) => id.replace('tab-', ''))",
  );
  const leads = await page.evaluate<string[]>(
    "[...document.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))",
  );
  const entry = side === "agency" ? ["/contracts/new"] : [];
  return [
    ...[...leads, ...entry, "/account"].map((path) => ({ name: path.slice(1).replaceAll("/", "-"), path })),
    ...tabs.map((tab) => ({ name: `contract-${tab}`, path: `${contract}?tab=${tab}` })),
  ];
}
