import { useIsFetching, useQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useEffect } from "react";
import { api, read } from "../client/api.ts";
import { goAsNow } from "../session/become.ts";
import { DemoBar } from "../session/demo-bar.tsx";
import { isDemo } from "../session/demo.ts";
import { sessionQuery, useMay, useSession } from "../session/session.ts";
import { Brand } from "../ui/brand.tsx";
import { Empty } from "../ui/empty.tsx";
import { useAttempt } from "../ui/use-attempt.ts";
import { chooseLanguage, useWords } from "../words/words.ts";

/** What stands around every page of who is signed in: where to go, and who one is. */
export function Shell() {
  const { t } = useWords();
  const router = useRouter();
  const { data: session } = useQuery(sessionQuery);
  const fetching = useIsFetching();
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  useEffect(() => {
    // Whoever is signed out is led to the sign-in page.
    if (session === null) router.invalidate().catch(() => undefined);
  }, [session, router]);
  return (
    <>
      <a className="skip" href="#main">
        {t("common.skip")}
      </a>
      {isDemo ? <DemoBar /> : null}
      <header className="top">
        <Link to="/today" className="brand">
          <Brand />
        </Link>
        <MainNav />
        <LanguageButton />
        <PersonMenu />
      </header>
      <main id="main" aria-busy={fetching > 0 || isLoading}>
        {session?.kind === "operator" ? <Empty title={t("session.operator")} /> : <Outlet />}
      </main>
    </>
  );
}

function MainNav() {
  const { t } = useWords();
  const { side } = useSession();
  const may = useMay();
  return (
    <nav aria-label={t("nav.main")}>
      <Link to="/today">{t("nav.today")}</Link>
      <Link to="/contracts">{t("nav.contracts")}</Link>
      {side === "agency" ? <Link to="/calendar">{t("nav.calendar")}</Link> : null}
      {may("contract:read") ? <Link to="/budget">{t("nav.budget")}</Link> : null}
      {side === "agency" ? (
        <>
          <Link to="/vendors">{t("office.vendors")}</Link>
          <Link to="/reminders">{t("office.reminders")}</Link>
          <Link to="/members">{t("office.members")}</Link>
          <Link to="/settings">{t("settings.title")}</Link>
        </>
      ) : (
        <Link to="/colleagues">{t("office.colleagues")}</Link>
      )}
      <Link to="/notifications">{t("nav.notices")}</Link>
    </nav>
  );
}

export function LanguageButton() {
  const { t, language } = useWords();
  const attempt = useAttempt();
  return (
    <Button
      type="text"
      size="small"
      lang={language === "zh" ? "en" : "zh-CN"}
      onClick={() => attempt(() => chooseLanguage(language === "zh" ? "en" : "zh"))}
    >
      {t("session.language")}
    </Button>
  );
}

function PersonMenu() {
  const { t } = useWords();
  const session = useSession();
  const router = useRouter();
  const attempt = useAttempt();
  const leave = async () => {
    await read(api.v1.session.$delete());
    goAsNow("/sign-in");
  };
  const sit = async (seat: string) => {
    await read(api.v1.session.seat.$put({ json: { seat } }));
    goAsNow();
  };
  const others = session.seats.filter(({ current }) => !current);
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          {
            key: "account",
            label: t("session.account"),
            onClick: () => attempt(() => router.navigate({ to: "/account" })),
          },
          ...others.map(({ key, name, organisation }) => ({
            key,
            label: `${t("session.switchSeat")}：${organisation} ${name}`,
            onClick: () => attempt(() => sit(key)),
          })),
          { type: "divider" },
          { key: "leave", label: t("session.signOut"), onClick: () => attempt(leave) },
        ],
      }}
    >
      <Button type="text" size="small" className="person">
        {session.organisation === "" ? session.name : `${session.organisation} · ${session.name}`}
      </Button>
    </Dropdown>
  );
}
