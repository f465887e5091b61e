import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { readBudgetSearch } from "../budget/budget-search.ts";
import { readContractSearch } from "../contract/contract-search.ts";
import { readContractsSearch } from "../contracts/contracts-search.ts";
import { readRemindersSearch } from "../office/reminders/reminders-search.ts";
import { readSettingsSearch } from "../office/settings/settings-search.ts";
import { hasVisited, sessionQuery } from "../session/session.ts";
import { NotFound, PageFailed } from "./missing.tsx";
import { ownPath } from "./own-path.ts";
import { Shell } from "./shell.tsx";

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
});

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context }) => {
    const session = hasVisited() ? await context.queries.ensureQueryData(sessionQuery) : null;
    // oxlint-disable-next-line typescript/only-throw-error -- how the router is told to go elsewhere
    throw redirect(session === null ? { to: "/sign-in", replace: true } : { to: "/today", replace: true });
  },
});

/** Pages of who is signed in; others go by the sign-in page and come back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    // oxlint-disable-next-line typescript/only-throw-error -- how the router is told to go elsewhere
    if (session === null) throw redirect({ to: "/sign-in", search: { next: location.href }, replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { next?: string; failed?: string } => {
    const [next, failed] = [ownPath(search["next"]), text(search["failed"])];
    return { ...(next === undefined ? {} : { next }), ...(failed === undefined ? {} : { failed }) };
  },
  component: lazyRouteComponent(() => import("../session/sign-in-page.tsx"), "SignInPage"),
});
const signInAgency = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/$agencyId",
  component: lazyRouteComponent(() => import("../session/agency-sign-in.tsx"), "AgencySignIn"),
});
const signInLink = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/link/$link",
  component: lazyRouteComponent(() => import("../session/open-link.tsx"), "OpenLink"),
});

const today = createRoute({
  getParentRoute: () => inside,
  path: "/today",
  component: lazyRouteComponent(() => import("../today/today-page.tsx"), "TodayPage"),
});
const contracts = createRoute({
  getParentRoute: () => inside,
  path: "/contracts",
  validateSearch: readContractsSearch,
  component: lazyRouteComponent(() => import("../contracts/contracts-page.tsx"), "ContractsPage"),
});
const contract = createRoute({
  getParentRoute: () => inside,
  path: "/contracts/$contractId",
  validateSearch: readContractSearch,
  component: lazyRouteComponent(() => import("../contract/contract-page.tsx"), "ContractPage"),
});
const entry = createRoute({
  getParentRoute: () => inside,
  path: "/contracts/new",
  validateSearch: (search: Record<string, unknown>): { draft?: string } => {
    const draft = text(search["draft"]);
    return draft === undefined ? {} : { draft };
  },
  component: lazyRouteComponent(() => import("../entry/entry-page.tsx"), "EntryPage"),
});
const calendar = createRoute({
  getParentRoute: () => inside,
  path: "/calendar",
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search["month"] === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(search["month"])
      ? { month: search["month"] }
      : {},
  component: lazyRouteComponent(() => import("../calendar/calendar-page.tsx"), "CalendarPage"),
});
const budget = createRoute({
  getParentRoute: () => inside,
  path: "/budget",
  validateSearch: readBudgetSearch,
  component: lazyRouteComponent(() => import("../budget/budget-page.tsx"), "BudgetPage"),
});
const notices = createRoute({
  getParentRoute: () => inside,
  path: "/notifications",
  component: lazyRouteComponent(() => import("../notices/notices-page.tsx"), "NoticesPage"),
});
const members = createRoute({
  getParentRoute: () => inside,
  path: "/members",
  component: lazyRouteComponent(() => import("../office/people/members-page.tsx"), "MembersPage"),
});
const vendors = createRoute({
  getParentRoute: () => inside,
  path: "/vendors",
  validateSearch: (search: Record<string, unknown>): { vendor?: string } => {
    const vendor = text(search["vendor"]);
    return vendor === undefined ? {} : { vendor };
  },
  component: lazyRouteComponent(() => import("../office/vendors-page.tsx"), "VendorsPage"),
});
const reminders = createRoute({
  getParentRoute: () => inside,
  path: "/reminders",
  validateSearch: readRemindersSearch,
  component: lazyRouteComponent(() => import("../office/reminders/reminders-page.tsx"), "RemindersPage"),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import("../office/settings/settings-page.tsx"), "SettingsPage"),
});
const colleagues = createRoute({
  getParentRoute: () => inside,
  path: "/colleagues",
  component: lazyRouteComponent(() => import("../office/people/colleagues-page.tsx"), "ColleaguesPage"),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: "/account",
  component: lazyRouteComponent(() => import("../session/account-page.tsx"), "AccountPage"),
});

const tree = root.addChildren([
  home,
  signIn,
  signInAgency,
  signInLink,
  inside.addChildren([
    today,
    contracts,
    entry,
    contract,
    calendar,
    budget,
    notices,
    members,
    vendors,
    reminders,
    settings,
    colleagues,
    account,
  ]),
]);

export function createPages(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
