import { type Session, sessionEndsAt } from "@luyue/core/sign-in";
import { Frame, say, type View } from "./frame.tsx";

/** One's own sign-in: where one is signed in, and what is kept of oneself. */
export function AccountPage(props: { view: View; sessions: readonly Session[]; current: Session }) {
  const { view, sessions, current } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const others = sessions.filter(({ hash }) => hash !== current.hash);
  return (
    <Frame view={view} title={t("我的登录", "My sign-in")}>
      <h1>{t("我的登录", "My sign-in")}</h1>
      <p class="lead">
        {view.person?.organisation} · {view.person?.name}
        {current.address === undefined ? "" : ` · ${current.address}`}
      </p>
      <h2>{t("已登录的浏览器", "Browsers that you are signed in with")}</h2>
      <div class="wide">
        <table class="stack">
          <thead>
            <tr>
              <th>{t("浏览器", "Browser")}</th>
              <th>{t("登录时间", "Since")}</th>
              <th>{t("最近使用", "Last used")}</th>
              <th>{t("最迟失效", "Ends")}</th>
              <th>{t("操作", "Action")}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr>
                <td>
                  {session.agent === "" ? t("未知", "unknown") : session.agent.slice(0, 80)}
                  {session.from === "" ? "" : `（${session.from}）`}
                </td>
                <td>{clock(session.createdAt)}</td>
                <td>{clock(session.seenAt)}</td>
                <td>{clock(sessionEndsAt(session))}</td>
                <td>
                  {session.hash === current.hash ? (
                    <span class="tag open">{t("当前", "this one")}</span>
                  ) : (
                    <form method="post" action={`/account/sessions/${session.hash}/end`}>
                      <button type="submit">{t("退出", "Sign out")}</button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row apart">
        {others.length === 0 ? null : (
          <form method="post" action="/account/sessions/end">
            <button type="submit">{t("退出其他所有浏览器", "Sign out everywhere else")}</button>
          </form>
        )}
        {current.address === undefined ? null : (
          <form method="post" action="/account/second-factor/forget">
            <button type="submit">
              {t("更换验证器（将退出登录）", "Change the authenticator (signs you out)")}
            </button>
          </form>
        )}
        <a class="button" href="/v1/session/personal-data" download="personal-data.json">
          {t("导出本人信息", "Export what is kept of me")}
        </a>
      </div>
    </Frame>
  );
}

function clock(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}
