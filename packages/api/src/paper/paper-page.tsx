/** @jsxImportSource hono/jsx */
import type { Language } from "@luyue/core/text";
import type { Child } from "hono/jsx";
import { paperStyle } from "./paper-style.ts";

interface Paper {
  readonly language?: Language;
  /** Of the window, and of the file that it is printed into. */
  readonly title: string;
  readonly heading: string;
  readonly subtitle: string;
  /** What has to be known before anybody relies on it. */
  readonly notice?: string | undefined;
  readonly watermark?: string | undefined;
  readonly foot: string;
  readonly children: Child;
}

/** A paper 文书 to be printed on A4 as one page: all of it escaped, without script, and nothing from outside. */
export function renderPaper(paper: Paper): string {
  return `<!DOCTYPE html>\n${(<PaperPage {...paper} />).toString()}`;
}

function PaperPage(paper: Paper) {
  const { language = "zh", title, heading, subtitle, notice, watermark, foot, children } = paper;
  return (
    <html lang={language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: paperStyle }} />
      </head>
      <body>
        {watermark === undefined ? null : <div class="watermark">{watermark}</div>}
        <h1>{heading}</h1>
        <p class="subtitle">{subtitle}</p>
        {notice === undefined ? null : <p class="notice">{notice}</p>}
        {children}
        <p class="foot">{foot}</p>
      </body>
    </html>
  );
}
