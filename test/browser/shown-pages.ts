const contractTabs = [
  "overview",
  "payments",
  "deliverables",
  "scores",
  "work",
  "events",
  "checks",
  "incidents",
  "penalties",
  "people",
  "bonds",
  "rights",
  "record",
];
const agencyOnly = new Set(["events", "checks", "record"]);

/** A page by its address; `:contract` is a contract of whoever looks at it. */
export interface ShownPage {
  readonly name: string;
  readonly path: string;
}

const shared: readonly ShownPage[] = [
  { name: "today", path: "/today" },
  { name: "contracts", path: "/contracts" },
  { name: "notifications", path: "/notifications" },
  { name: "account", path: "/account" },
];

/** The pages that a member of an agency, or somebody of a vendor, can go to. */
export function listPages(side: "agency" | "partner"): readonly ShownPage[] {
  const tabs = contractTabs
    .filter((tab) => side === "agency" || !agencyOnly.has(tab))
    .map((tab) => ({ name: `contract-${tab}`, path: `/contracts/:contract?tab=${tab}` }));
  const own: readonly ShownPage[] =
    side === "agency"
      ? [
          { name: "calendar", path: "/calendar" },
          { name: "entry", path: "/contracts/new" },
          { name: "members", path: "/members" },
          { name: "vendors", path: "/vendors" },
          { name: "reminders", path: "/reminders" },
        ]
      : [];
  // A page of the stack's own comes last: the others are one document.
  const apart = side === "agency" ? [{ name: "budget", path: "/budget" }] : [];
  return [...shared, ...own, ...tabs, ...apart];
}

/** Pages of the local stack that nobody needs to sign in for. */
export const openPages: readonly ShownPage[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "inbox", path: "/inbox" },
  { name: "samples", path: "/samples" },
];
