import { renderSVG } from "uqr";
import { Frame, say, type View } from "./frame.tsx";

/** Why a step of signing in did not go through, in the reader's language. */
function Refused({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p class="note bad" role="alert">
      {text}
    </p>
  );
}

/** Where people without a sign-in at their agency's own issuer ask for a link. */
export function SignInPage(props: {
  view: View;
  agency?: { readonly id: string; readonly name: string; readonly by: "issuer" | "mail" };
  refused?: string | undefined;
}) {
  const { view, agency, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const title = t("登录", "Sign in");
  return (
    <Frame view={view} title={title}>
      <h1>{agency === undefined ? title : t(`登录：${agency.name}`, `Sign in to ${agency.name}`)}</h1>
      <Refused text={refused} />
      {agency?.by === "issuer" ? (
        <p>
          <a class="button" href={`/v1/sign-in/agencies/${agency.id}/issuer`}>
            {t("使用单位统一登录", "Sign in with your agency's account")}
          </a>
        </p>
      ) : (
        <>
          <p class="lead">
            {t(
              "输入您在系统中登记的邮箱，我们会发送一个登录链接；打开后再输入验证器上的6位验证码。供应商人员一次登录即可看到与各采购单位的全部合同。",
              "Enter the mail address that you are known by here. You will get a link; after it, enter the six digits of your authenticator. Vendors' people sign in once for all agencies.",
            )}
          </p>
          <form class="entry" method="post" action="/sign-in/mail">
            <label for="email">{t("邮箱", "Mail address")}</label>
            <input
              id="email"
              class="text"
              type="email"
              name="email"
              required
              maxlength={254}
              autocomplete="username"
              autofocus
            />
            <button type="submit" class="main">
              {t("发送登录链接", "Send the link")}
            </button>
          </form>
        </>
      )}
    </Frame>
  );
}

export function LinkSentPage({ view, email, minutes }: { view: View; email: string; minutes: number }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("请查收邮件", "Look into your mail")}>
      <h1>{t("请查收邮件", "Look into your mail")}</h1>
      <p class="lead">
        {t(
          `如果 ${email} 已在系统中登记，登录链接已经发出。请在 ${minutes} 分钟内、用这个浏览器打开它。`,
          `If ${email} is known here, a link is on its way. Open it within ${minutes} minutes, in this browser.`,
        )}
      </p>
      <p>
        <a href="/inbox?channel=email">{t("本机演示：打开收件箱", "On this machine: open the inbox")}</a>
        {" · "}
        <a href="/sign-in">{t("换一个邮箱", "Another address")}</a>
      </p>
    </Frame>
  );
}

/** Mail scanners open links: only a person presses a button. */
export function OpenLinkPage({ view, link }: { view: View; link: string }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("继续登录", "Go on")}>
      <h1>{t("继续登录", "Go on signing in")}</h1>
      <form method="post" action="/sign-in/link">
        <input type="hidden" name="link" value={link} />
        <button type="submit" class="main">
          {t("继续", "Go on")}
        </button>
      </form>
    </Frame>
  );
}

export function CodePage(props: {
  view: View;
  newFactor: { readonly secret: string; readonly uri: string } | undefined;
  refused: string | undefined;
}) {
  const { view, newFactor, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const title =
    newFactor === undefined
      ? t("输入验证码", "Enter your code")
      : t("设置验证器", "Set up your authenticator");
  return (
    <Frame view={view} title={title}>
      <h1>{title}</h1>
      <Refused text={refused} />
      {newFactor === undefined ? (
        <p class="lead">
          {t(
            "输入手机验证器上“履约”的6位验证码。手机不在身边时，可输入一个备用码。",
            "Enter the six digits that your authenticator shows for Lüyue. Without your phone, enter a recovery code.",
          )}
        </p>
      ) : (
        <NewFactor view={view} {...newFactor} />
      )}
      <form class="entry" method="post" action="/sign-in/code">
        {newFactor === undefined ? null : (
          <>
            <input type="hidden" name="secret" value={newFactor.secret} />
            <input type="hidden" name="uri" value={newFactor.uri} />
          </>
        )}
        <label for="code">{t("验证码", "Code")}</label>
        <input
          id="code"
          class="text"
          name="code"
          required
          minlength={6}
          maxlength={40}
          autocomplete="one-time-code"
          autofocus
        />
        <button type="submit" class="main">
          {t("登录", "Sign in")}
        </button>
      </form>
    </Frame>
  );
}

function NewFactor({ view, secret, uri }: { view: View; secret: string; uri: string }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri))}`;
  return (
    <>
      <p class="lead">
        {t(
          "首次登录：用手机上的验证器（支持 TOTP 的任意应用）扫描二维码，再输入它显示的6位验证码。以后每次登录都需要它。",
          "The first time: scan this with an authenticator on your phone (any that knows TOTP), then enter the six digits that it shows. You need it at each sign-in.",
        )}
      </p>
      <p>
        <img
          src={picture}
          width="200"
          height="200"
          alt={t("验证器二维码", "QR code for the authenticator")}
        />
      </p>
      <p>
        {t("不能扫描时，手动输入密钥：", "If you cannot scan it, enter this key: ")}
        <code>{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
    </>
  );
}

export function RecoveryPage({ view, codes }: { view: View; codes: readonly string[] }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("请保存备用码", "Keep your recovery codes")}>
      <h1>{t("请保存备用码", "Keep your recovery codes")}</h1>
      <p class="lead">
        {t(
          "手机丢失时，每个备用码可代替验证码登录一次。它们只显示这一次：请打印或抄下，放在安全的地方。",
          "Without your phone each of these signs you in once. They are shown this one time: print them or write them down, and keep them safe.",
        )}
      </p>
      <pre>{codes.join("\n")}</pre>
      <p>
        <a class="button" href="/today">
          {t("已保存，继续", "I have kept them, go on")}
        </a>
      </p>
    </Frame>
  );
}
