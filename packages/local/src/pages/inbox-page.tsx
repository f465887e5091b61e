import type { InboxMessage } from "../inbox/index.ts";
import { bracket, Frame, say, type View } from "./frame.tsx";

const perPage = 100;

/** The mails and webhooks that the stack has sent, the newest first. */
export function InboxPage(props: {
  view: View;
  messages: readonly InboxMessage[];
  channel: string | undefined;
  page: number;
}) {
  const { view, messages, channel, page } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const chosen = messages.filter((message) => channel === undefined || message.channel === channel);
  const shown = chosen.slice((page - 1) * perPage, page * perPage);
  const link = (to: number) => `/inbox?page=${to}${channel === undefined ? "" : `&channel=${channel}`}`;
  return (
    <Frame view={view} title={t("收件箱", "Inbox")}>
      <h1>{`${t("收件箱", "Inbox")}${bracket(view, chosen.length)}`}</h1>
      <p class="lead">
        {t(
          "本机收到的全部邮件与推送，按时间倒序。",
          "Every mail and webhook that this machine has received, newest first.",
        )}
      </p>
      <p class="row">
        <a class="button" href="/inbox">
          {t("全部", "All")}
        </a>
        <a class="button" href="/inbox?channel=email">
          {t("邮件", "Mail")}
        </a>
        <a class="button" href="/inbox?channel=webhook">
          {t("推送", "Webhooks")}
        </a>
        <a class="button" href="/samples">
          {t("邮件样例", "Sample mails")}
        </a>
      </p>
      {shown.length === 0 ? (
        <p class="empty">
          {t("还没有消息。把系统日期往前拨一天试试。", "Nothing yet. Move the date forward by a day.")}
        </p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              <th>{t("时间", "At")}</th>
              <th>{t("渠道", "Channel")}</th>
              <th>{t("收件人", "To")}</th>
              <th>{t("主题", "Subject")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((message) => (
              <tr>
                <td>{message.at.slice(0, 16).replace("T", " ")}</td>
                <td>{message.channel === "email" ? t("邮件", "mail") : t("推送", "webhook")}</td>
                <td>{message.to}</td>
                <td>
                  <a href={`/inbox/${message.number}`}>{message.subject}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="row">
        {page > 1 ? (
          <a class="button" href={link(page - 1)}>
            {t("上一页", "Newer")}
          </a>
        ) : null}
        {page * perPage < chosen.length ? (
          <a class="button" href={link(page + 1)}>
            {t("下一页", "Older")}
          </a>
        ) : null}
      </p>
    </Frame>
  );
}

export function MessagePage({ view, message }: { view: View; message: InboxMessage }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={message.subject}>
      <h1>{message.subject}</h1>
      <p class="lead">
        {message.at.slice(0, 16).replace("T", " ")} · {message.to} · {message.id}
      </p>
      {message.html === undefined ? null : (
        <iframe title={t("邮件内容", "the mail")} src={`/inbox/${message.number}/html`} sandbox="" />
      )}
      <h2>{message.channel === "email" ? t("纯文本部分", "Plain text part") : t("推送内容", "Payload")}</h2>
      <pre>{message.text}</pre>
    </Frame>
  );
}
