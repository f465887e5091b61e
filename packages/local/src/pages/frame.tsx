import type { Child } from "hono/jsx";
import type { Person } from "./person.ts";

/** What every page needs to know of the request. */
export interface View {
  readonly language: "zh" | "en";
  readonly today: string;
  readonly person: Person | undefined;
  readonly path: string;
}

/** Picks a phrase in the reader's language. */
export function say(view: Pick<View, "language">, zh: string, en: string): string {
  return view.language === "zh" ? zh : en;
}

/** A remark in brackets, as the language writes them. */
export function bracket(view: Pick<View, "language">, remark: string | number): string {
  return view.language === "zh" ? `（${remark}）` : ` (${remark})`;
}

export function Frame({ view, title, children }: { view: View; title: string; children: Child }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <html lang={view.language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · 履约`}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="top">
          <strong>
            <a href="/">履约 Lüyue</a>
          </strong>
          <nav aria-label={t("主导航", "main")}>
            {view.person === undefined ? null : <a href="/today">{t("待办", "Today")}</a>}
            {view.person?.side === "agency" ? <a href="/budget">{t("预算", "Budget")}</a> : null}
            <a href="/inbox">{t("收件箱", "Inbox")}</a>
            <a href="/docs">{t("接口文档", "API")}</a>
          </nav>
          <span class="grow" />
          <form method="post" action="/clock">
            <label for="clock">{t("系统日期", "Date")}</label>
            <input id="clock" type="date" name="date" value={view.today} min={view.today} required />
            <button type="submit">{t("前进到此日", "Move forward")}</button>
          </form>
          <Language view={view} />
          {view.person === undefined ? (
            <a href="/sign-in">{t("登录", "Sign in")}</a>
          ) : (
            <form method="post" action="/sign-out">
              <a href="/account">
                {view.person.organisation} · {view.person.name}
              </a>
              <button type="submit">{t("换人", "Switch")}</button>
            </form>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

function Language({ view }: { view: View }) {
  const other = view.language === "zh" ? "en" : "zh";
  return (
    <form method="post" action="/language">
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="back" value={view.path} />
      <button type="submit" lang={other === "zh" ? "zh-CN" : "en"}>
        {other === "zh" ? "中文" : "English"}
      </button>
    </form>
  );
}
