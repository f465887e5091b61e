import { addMinutes, civilDateOf, fromEpochMs, type Instant, toEpochMs } from "@luyue/core/civil-date";
import { roleNames } from "@luyue/core/party";
import type { Letter } from "@luyue/core/sign-in";
import { MailButton, MailPage, paragraphStyle } from "../email/mail-page.tsx";
import type { RenderedEmail } from "../reminder/index.ts";

/** What a letter says, in one language. */
interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly footer: string;
}

/** A letter about coming in as an email: html and text say the same, each stands alone, nothing is loaded from outside. */
export function renderLetter(letter: Letter): RenderedEmail {
  const { language, name } = letter.recipient;
  const words = language === "zh" ? sayInChinese(letter) : sayInEnglish(letter);
  const greeting = greet(language, name);
  const text = [
    greeting,
    ...words.lines,
    `${words.button}${language === "zh" ? "：" : ":"}\n${letter.url}`,
    `--\n${words.footer}`,
  ];
  const page = (
    <LetterPage
      locale={language === "zh" ? "zh-CN" : "en"}
      greeting={greeting}
      words={words}
      url={letter.url}
    />
  );
  return {
    subject: words.subject,
    html: `<!DOCTYPE html>\n${page.toString()}`,
    text: `${text.join("\n\n")}\n`,
  };
}

function greet(language: "zh" | "en", name: string | undefined): string {
  if (language === "zh") return name === undefined ? "您好：" : `${name}，您好：`;
  return name === undefined ? "Hello," : `Hello ${name},`;
}

function sayInChinese(letter: Letter): Words {
  switch (letter.kind) {
    case "link":
      return {
        subject: "【履约】登录链接",
        lines: [
          `请在申请登录的同一浏览器中打开下面的链接，${letter.minutes}分钟内有效，只能使用一次。`,
          "如果不是您本人申请，请忽略本邮件：没有您的浏览器和验证码，他人无法登录。",
        ],
        button: "登录履约",
        footer: "履约不会向您索取验证码，也不会让您转发本邮件。",
      };
    case "invitation":
      return {
        subject: "【履约】邀请您使用合同履约系统",
        lines: [
          letter.organisation === undefined
            ? `${letter.by}邀请您使用履约系统的供应商门户。`
            : `${letter.by}邀请您加入“${letter.organisation}”，角色：${letter.roles.map((role) => roleNames[role].zh).join("、")}。`,
          ...(letter.until === undefined ? [] : [`邀请有效至${lastDayOf(letter.until)}（含当日）。`]),
          "首次登录时，请使用收到本邮件的邮箱。",
        ],
        button: "前往登录",
        footer: "如果您不认识邀请人，请忽略本邮件。",
      };
    case "factor":
      return {
        subject: letter.what === "setUp" ? "【履约】已设置验证器" : "【履约】备用码已使用",
        lines: [
          letter.what === "setUp"
            ? `您的登录于${clockOf(letter.at)}设置了新的验证器，此前的备用码全部失效。`
            : `您的登录于${clockOf(letter.at)}使用了一个备用码，还剩${letter.recoveryLeft}个。`,
          "如果不是您本人操作，请立即联系本单位管理员或平台运营。",
        ],
        button: "查看我的登录",
        footer: "验证器或备用码有变化时，系统都会发送本邮件。",
      };
    case "emergency":
      return {
        subject: "【履约】已开通应急访问",
        lines: [
          `平台运营已为“${letter.organisation}”开通应急访问：${letter.person}可作为管理员登录，至${clockOf(letter.until)}止。`,
          `原因：${letter.reason}`,
          "该操作已记入本单位操作记录。如非本单位要求，请立即联系平台运营，并在“人员”中移除该人员。",
        ],
        button: "前往登录",
        footer: "本邮件发给本单位的每一位管理员。",
      };
    case "endpointDisabled":
      return {
        subject: "【履约】推送地址已停用",
        lines: [
          `“${letter.organisation}”的推送地址 ${letter.address} 已于${clockOf(letter.at)}停用：${letter.why === "gone" ? "对方答复该地址已不存在。" : "连续三天以上无法送达。"}`,
          "停用后不再向该地址推送。请检查接收系统，恢复推送后可逐条重发失败的消息。",
        ],
        button: "前往履约",
        footer: "本邮件发给本单位的每一位管理员。",
      };
  }
}

function sayInEnglish(letter: Letter): Words {
  switch (letter.kind) {
    case "link":
      return {
        subject: "[Lüyue] Your sign-in link",
        lines: [
          `Open this link in the browser that asked for it. It holds for ${letter.minutes} minutes and works once.`,
          "If it was not you who asked, ignore this mail: without your browser and your code nobody can sign in.",
        ],
        button: "Sign in to Lüyue",
        footer: "Lüyue never asks you for a code and never asks you to forward this mail.",
      };
    case "invitation":
      return {
        subject: "[Lüyue] You are invited",
        lines: [
          letter.organisation === undefined
            ? `${letter.by} invites you to the vendors' portal of Lüyue.`
            : `${letter.by} invites you to “${letter.organisation}” as ${letter.roles.map((role) => roleNames[role].en).join(", ")}.`,
          ...(letter.until === undefined ? [] : [`The invitation holds through ${lastDayOf(letter.until)}.`]),
          "Sign in with the address that this mail came to.",
        ],
        button: "Go to sign-in",
        footer: "If you do not know who invites you, ignore this mail.",
      };
    case "factor":
      return {
        subject:
          letter.what === "setUp"
            ? "[Lüyue] An authenticator was set up"
            : "[Lüyue] A recovery code was used",
        lines: [
          letter.what === "setUp"
            ? `A new authenticator was set up for your sign-in on ${clockOf(letter.at)}; recovery codes from before no longer hold.`
            : `A recovery code was used for your sign-in on ${clockOf(letter.at)}; ${letter.recoveryLeft} are left.`,
          "If it was not you, call your agency's administrator or the operator at once.",
        ],
        button: "See my sign-in",
        footer: "This mail comes whenever your authenticator or your recovery codes change.",
      };
    case "emergency":
      return {
        subject: "[Lüyue] Emergency access was granted",
        lines: [
          `The operator has granted emergency access to “${letter.organisation}”: ${letter.person} may sign in as administrator until ${clockOf(letter.until)}.`,
          `Reason: ${letter.reason}`,
          "It stands on the agency's record. If the agency did not ask for it, call the operator at once and remove that person under “People”.",
        ],
        button: "Go to sign-in",
        footer: "Every administrator of the agency gets this mail.",
      };
    case "endpointDisabled":
      return {
        subject: "[Lüyue] A webhook was disabled",
        lines: [
          `The address ${letter.address} of “${letter.organisation}” was disabled on ${clockOf(letter.at)}: ${letter.why === "gone" ? "it answers that it is gone for good." : "nothing could be delivered there for more than three days."}`,
          "Nothing more is posted there. Please look at the receiving system; once it is enabled again, what failed can be sent again one by one.",
        ],
        button: "Go to Lüyue",
        footer: "Every administrator of the agency gets this mail.",
      };
  }
}

/** An invitation ends as a day begins: the day before is its last. */
function lastDayOf(until: Instant): string {
  return civilDateOf(addMinutes(until, -1));
}

function clockOf(until: Instant): string {
  const local = fromEpochMs(toEpochMs(until));
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

function LetterPage(props: {
  readonly locale: string;
  readonly greeting: string;
  readonly words: Words;
  readonly url: string;
}) {
  const { locale, greeting, words, url } = props;
  return (
    <MailPage locale={locale} subject={words.subject}>
      {[greeting, ...words.lines].map((line) => (
        <p style={paragraphStyle}>{line}</p>
      ))}
      <MailButton link={url} label={words.button} />
      <p style={`${small};margin:0 0 16px;overflow-wrap:anywhere`}>{url}</p>
      <p style={small}>{words.footer}</p>
    </MailPage>
  );
}

const small = "margin:0;font-size:14px;line-height:1.6;color:#57606a";
