import { type Session, sessionEndsAt } from "@luyue/core/sign-in";
import { bracket, Frame, say, type View } from "./frame.tsx";

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
      <ul class="list papers">
        {sessions.map((session) => (
          <SignedIn view={view} session={session} current={session.hash === current.hash} />
        ))}
      </ul>
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

function SignedIn({ view, session, current }: { view: View; session: Session; current: boolean }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { agent, from, createdAt, seenAt, hash } = session;
  return (
    <li class="check">
      {current ? (
        <span class="tag open">{t("当前", "this one")}</span>
      ) : (
        <form method="post" action={`/account/sessions/${hash}/end`}>
          <button type="submit">{t("退出", "Sign out")}</button>
        </form>
      )}
      <div>
        {nameBrowser(agent) ?? t("未知浏览器", "unknown browser")}
        {from === "" ? "" : bracket(view, from)}
        <br />
        <small class="soft">
          {t("登录于", "since")} {clock(createdAt)} · {t("最近使用", "last used")} {clock(seenAt)} ·{" "}
          {t("不再使用则失效于", "ends unless used")} {clock(sessionEndsAt(session))}
        </small>
      </div>
    </li>
  );
}

const browsers = [/Edg/, /Firefox/, /OPR/, /Chrome/, /Safari/];
const systems = [/Windows/, /Android/, /iPhone|iPad/, /Mac OS/, /Linux/];

/** The browser and the system that a user agent names, in their own names. */
function nameBrowser(agent: string): string | undefined {
  const named = [browsers, systems].map((known) => known.map((each) => each.exec(agent)?.[0]).find(Boolean));
  const found = named.filter(Boolean).join(" · ").replace("Edg", "Edge").replace("OPR", "Opera");
  return found === "" ? undefined : found;
}

function clock(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}
