import type { NoticeMessage, ReminderMessage } from "@luyue/core/reminder";
import type { Language } from "@luyue/core/text";
import { MailButton, MailPage, paragraphStyle } from "../email/mail-page.tsx";
import { phrasesFor } from "./phrases.ts";
import type { RenderedEmail } from "./render-reminder-email.tsx";
import { sortSummaries, type Summary, summarise, type SummaryGroup, summaryGroups } from "./summarise.ts";

const words = {
  zh: {
    subject: (count: number, overdue: number) =>
      `【履约】提醒汇总：${count}项${overdue === 0 ? "" : `，其中逾期${overdue}项`}`,
    title: (name: string, count: number) => `${name}，您有${count}项提醒`,
    groups: { overdue: "已逾期", today: "今天", ahead: "将要到期", waiting: "待办与进度", news: "新情况" },
    due: "到期日",
    opens: "开始日",
    contract: "合同",
    button: "查看全部",
    unsubscribe: "退订本单位的提醒邮件",
    unsubscribeNote: "退订后仍可在系统中查看提醒；某一方只剩您一人负责时，该事项的提醒照常发送。",
  },
  en: {
    subject: (count: number, overdue: number) =>
      `[Lüyue] ${count} reminder${count === 1 ? "" : "s"}${overdue === 0 ? "" : `, ${overdue} of them overdue`}`,
    title: (name: string, count: number) =>
      count === 1
        ? `${name}, there is one reminder for you`
        : `${name}, there are ${count} reminders for you`,
    groups: {
      overdue: "Overdue",
      today: "Today",
      ahead: "Coming up",
      waiting: "Waiting and pace",
      news: "News",
    },
    due: "Due",
    opens: "Begins",
    contract: "Contract",
    button: "View all",
    unsubscribe: "Unsubscribe from this agency's reminders",
    unsubscribeNote:
      "They stay in the product. Where you are the last one of your side who is told of something, the mails about it go on.",
  },
} as const;

/** Where a digest's links lead: to everything, and out of the mails. */
export interface DigestLinks {
  readonly all: string;
  readonly unsubscribe: string;
}

/** Everything that has gathered for one person as one mail, the most urgent first; html and text say the same. */
export function renderDigestEmail(
  messages: readonly (ReminderMessage | NoticeMessage)[],
  links: DigestLinks,
): RenderedEmail {
  const [first] = messages;
  if (first === undefined) throw new Error("a digest of nothing");
  const { recipient, tenant } = first;
  const { language } = recipient;
  const summaries = sortSummaries(messages.map((message) => summarise(message, language)));
  const overdue = summaries.filter(({ group }) => group === "overdue").length;
  const digest: Digest = {
    language,
    subject: words[language].subject(summaries.length, overdue),
    title: words[language].title(recipient.name, summaries.length),
    groups: summaryGroups.flatMap((group) => {
      const own = summaries.filter((summary) => summary.group === group);
      return own.length === 0 ? [] : [{ group, summaries: own }];
    }),
    footer: phrasesFor(language).footer(tenant.name),
    links,
  };
  return {
    subject: digest.subject,
    html: `<!DOCTYPE html>\n${(<DigestPage digest={digest} />).toString()}`,
    text: writeText(digest),
  };
}

interface Digest {
  readonly language: Language;
  readonly subject: string;
  readonly title: string;
  readonly groups: readonly { readonly group: SummaryGroup; readonly summaries: readonly Summary[] }[];
  readonly footer: string;
  readonly links: DigestLinks;
}

const headingStyle = "margin:24px 0 4px;font-size:17px;line-height:1.5;font-weight:bold;color:#1f2328";
const itemStyle =
  "margin:0;padding:10px 0;border-bottom:1px solid #e5e7eb;font-size:16px;line-height:1.6;color:#1f2328;overflow-wrap:anywhere";

function DigestPage({ digest }: { readonly digest: Digest }) {
  const { language, links, subject, title, groups, footer } = digest;
  const say = words[language];
  return (
    <MailPage locale={phrasesFor(language).locale} subject={subject}>
      <h1 style="margin:0 0 8px;font-size:22px;line-height:1.4;font-weight:bold;color:#1f2328">{title}</h1>
      {groups.map(({ group, summaries }) => (
        <>
          <h2 style={headingStyle}>
            {say.groups[group]} · {summaries.length}
          </h2>
          {summaries.map((summary) => (
            <p style={itemStyle}>
              <strong>{summary.headline}</strong>{" "}
              <a href={summary.link} style="color:#0b4f8a">
                {summary.title}
              </a>
              <br />
              <span style="color:#57606a">{factsOf(summary, language)}</span>
            </p>
          ))}
        </>
      ))}
      <MailButton link={links.all} label={say.button} />
      <p style={paragraphStyle}>
        <a href={links.unsubscribe} style="color:#57606a">
          {say.unsubscribe}
        </a>
      </p>
      <p style="margin:0 0 8px;font-size:16px;line-height:1.6;color:#57606a">{say.unsubscribeNote}</p>
      <p style="margin:0;font-size:16px;line-height:1.6;color:#57606a">{footer}</p>
    </MailPage>
  );
}

function factsOf({ day, opens, amount, contract }: Summary, language: Language): string {
  const say = words[language];
  const colon = phrasesFor(language).colon;
  return [
    ...(day === undefined ? [] : [`${opens === true ? say.opens : say.due}${colon}${day}`]),
    ...(amount === undefined ? [] : [amount]),
    contract,
  ].join(" · ");
}

function writeText({ language, title, groups, footer, links }: Digest): string {
  const say = words[language];
  const { colon, bracket } = phrasesFor(language);
  const sections = groups.map(({ group, summaries }) => [
    `${say.groups[group]}${bracket(`${summaries.length}`)}`,
    ...summaries.flatMap((summary) => [
      `- ${summary.headline}${colon}${summary.title}`,
      `  ${factsOf(summary, language)}`,
      `  ${summary.link}`,
    ]),
  ]);
  const end = [
    [`${say.button}${colon}`.trimEnd(), links.all],
    [`${say.unsubscribe}${colon}`.trimEnd(), links.unsubscribe, say.unsubscribeNote],
    ["--", footer],
  ];
  return `${[[title], ...sections, ...end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
