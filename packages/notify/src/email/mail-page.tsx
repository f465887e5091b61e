import type { Child } from "hono/jsx";

const fonts =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
export const paragraphStyle = "margin:0 0 16px;font-size:16px;line-height:1.6;color:#1f2328";
const buttonStyle =
  "display:block;margin:28px 0;padding:14px 16px;background:#0b4f8a;border-radius:6px;color:#ffffff;font-size:16px;font-weight:bold;line-height:1.4;text-align:center;text-decoration:none";

/** The sheet that every mail of ours is written on: one column, nothing loaded from outside. */
export function MailPage(props: {
  readonly locale: string;
  readonly subject: string;
  readonly children: Child;
}) {
  return (
    <html lang={props.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{props.subject}</title>
      </head>
      <body style={`margin:0;padding:0;background:#ffffff;font-family:${fonts}`}>
        <div style="max-width:600px;margin:0 auto;padding:20px 16px;box-sizing:border-box">
          {props.children}
        </div>
      </body>
    </html>
  );
}

export function MailButton({ link, label }: { readonly link: string; readonly label: string }) {
  return (
    <a href={link} style={buttonStyle}>
      {label}
    </a>
  );
}
