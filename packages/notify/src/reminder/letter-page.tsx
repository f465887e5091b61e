import { MailButton, MailPage, paragraphStyle } from "../email/mail-page.tsx";
import type { Letter, Urgency } from "./compose-letter.ts";

const COLOURS: Readonly<Record<Urgency, string>> = {
  overdue: "#a61b1b",
  today: "#8a4b00",
  ahead: "#0b4f8a",
  waiting: "#5b3a8c",
};
const HEADING = "margin:24px 0 8px;font-size:16px;line-height:1.5;font-weight:bold;color:#1f2328";
const LABEL =
  "padding:8px 12px 8px 0;width:80px;vertical-align:top;text-align:left;font-weight:normal;color:#57606a;border-bottom:1px solid #e5e7eb";
const VALUE =
  "padding:8px 0;vertical-align:top;color:#1f2328;border-bottom:1px solid #e5e7eb;overflow-wrap:anywhere";
function Rows({ rows }: { readonly rows: Letter["rows"] }) {
  return (
    <table
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      style="width:100%;border-collapse:collapse;font-size:16px;line-height:1.5"
    >
      {rows.map(({ label, value }) => (
        <tr>
          <td style={LABEL}>{label}</td>
          <td style={VALUE}>{value}</td>
        </tr>
      ))}
    </table>
  );
}

function Waiting({ letter }: { readonly letter: Letter }) {
  return (
    <>
      <h2 style={HEADING}>{letter.waitingTitle}</h2>
      <ul style="margin:0 0 16px;padding:0 0 0 22px;font-size:16px;line-height:1.6;color:#1f2328">
        {letter.waiting.map((line) => (
          <li style="margin:0 0 4px">{line}</li>
        ))}
      </ul>
    </>
  );
}

export function LetterPage({ letter }: { readonly letter: Letter }) {
  const colour = COLOURS[letter.urgency];
  return (
    <MailPage locale={letter.locale} subject={letter.subject}>
      <p
        style={`margin:0 0 12px;padding:0 0 0 12px;border-left:4px solid ${colour};font-size:18px;line-height:1.4;font-weight:bold;color:${colour}`}
      >
        {letter.headline}
      </p>
      <h1 style="margin:0 0 12px;font-size:22px;line-height:1.4;font-weight:bold;color:#1f2328;overflow-wrap:anywhere">
        {letter.title}
      </h1>
      <p style={paragraphStyle}>{letter.request}</p>
      <Rows rows={letter.rows} />
      {letter.waiting.length > 0 && <Waiting letter={letter} />}
      {letter.why !== undefined && <h2 style={HEADING}>{letter.why.title}</h2>}
      {letter.why?.text.split("\n").map((line) => (
        <p style={paragraphStyle}>{line}</p>
      ))}
      {letter.note !== undefined && <p style={paragraphStyle}>{letter.note}</p>}
      <MailButton link={letter.link} label={letter.button} />
      <p style="margin:0;font-size:16px;line-height:1.6;color:#57606a">{letter.footer}</p>
    </MailPage>
  );
}
