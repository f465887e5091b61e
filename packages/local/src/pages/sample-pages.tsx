import { sampleMails } from "@luyue/notify/sample";
import type { Hono } from "hono";
import { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import { Frame, say, type View } from "./frame.tsx";
import { page, viewOf } from "./page-context.ts";

/** Every kind of mail that the product sends, with made-up figures, in both languages. */
export function addSampleRoutes(app: Hono, stack: () => Stack): void {
  app.get("/samples", (c) => page(c, jsx(SamplesPage, { view: viewOf(c, stack()) })));
  app.get("/samples/:key/:language", (c) => {
    const { key, language } = c.req.param();
    const sample = sampleMails.find((each) => each.key === key);
    if (sample === undefined || (language !== "zh" && language !== "en")) return c.notFound();
    const { html, text } = sample.render(language);
    if (c.req.query("text") !== undefined) return c.text(text);
    // A mail's styles stand in its tags, as mail programs want them.
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    );
    return c.html(html);
  });
}

function SamplesPage({ view }: { readonly view: View }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("邮件样例", "Sample mails")}>
      <h1>{t("邮件样例", "Sample mails")}</h1>
      <p class="lead">
        {t(
          "系统发送的每一种邮件，数据为虚构；可打开网页版或纯文本版。",
          "Every kind of mail that is sent, with made-up figures, as a page and as plain text.",
        )}
      </p>
      <table class="stack">
        <thead>
          <tr>
            <th>{t("邮件", "Mail")}</th>
            <th>{t("主题", "Subject")}</th>
            <th>{t("中文", "Chinese")}</th>
            <th>{t("英文", "English")}</th>
          </tr>
        </thead>
        <tbody>
          {sampleMails.map(({ key, title, render }) => (
            <tr>
              <td>{title[view.language]}</td>
              <td>{render(view.language).subject}</td>
              {(["zh", "en"] as const).map((language) => (
                <td>
                  <a href={`/samples/${key}/${language}`}>{t("网页", "page")}</a>{" "}
                  <a href={`/samples/${key}/${language}?text`}>{t("文本", "text")}</a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}
