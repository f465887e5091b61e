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

/** Pages of an agency that its navigation does not lead to by themselves. */
const ofAgency = [
  "/contracts/new",
  "/reminders?part=rules",
  "/reminders?part=sent",
  "/reminders?part=failed",
  "/settings?part=machines",
  "/settings?part=keys",
];

/** The pages that who is signed in can go to: what the navigation leads to, and each part of a contract of theirs, the first or the one of that name. */
export async function listPages(
  page: Page,
  base: string,
  side: "agency" | "partner",
  contractName = "",
): Promise<ShownPage[]> {
  const contract = `/contracts/${await contractIdOf(page, side, contractName)}`;
  await goTo(page, `${base}${contract}`);
  const tabs = await page.evaluate<string[]>(
    "[...document.querySelectorAll('[role=tab]')].map(({ id }) => id.replace('tab-', ''))",
  );
  const leads = await page.evaluate<string[]>(
    "[...document.querySelectorAll('header nav a')].map((link) => link.getAttribute('href'))",
  );
  return [
    ...[...leads, ...(side === "agency" ? ofAgency : []), "/account"].map((path) => ({
      name: path.slice(1).replaceAll(/[^\w-]+/g, "-"),
      path,
    })),
    ...tabs.map((tab) => ({ name: `contract-${tab}`, path: `${contract}?tab=${tab}` })),
  ];
}
