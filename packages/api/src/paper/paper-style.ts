import type { Language } from "@luyue/core/text";
import { printPolicy } from "../document/print-policy.ts";

/** A4 with page numbers; heads of tables stand on each page again, and no row is torn between two. */
export const paperStyle = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; } }
* { box-sizing: border-box; }
html { background: #e9ebee; }
body { max-width: 178mm; margin: 8mm auto; padding: 14mm 12mm; background: #fff; color: #111;
  font: 10.5pt/1.6 "Songti SC", SimSun, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", serif; }
h1 { margin: 0 0 2mm; font-size: 20pt; line-height: 1.3; letter-spacing: .3em; text-indent: .3em; text-align: center; }
:lang(en) h1 { letter-spacing: 0; text-indent: 0; }
h2 { margin: 7mm 0 2mm; font-size: 12pt; break-after: avoid; }
h1, h2, th { font-family: "Heiti SC", SimHei, "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; font-weight: 600; }
p { margin: 0 0 2mm; overflow-wrap: anywhere; white-space: pre-line; }
.subtitle { text-align: center; }
.notice { margin: 3mm 0; padding: 2mm 3mm; border: .4mm solid #a61b1b; color: #a61b1b; text-align: center; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.45; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1.2mm 1.6mm; border: .2mm solid #444; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
thead th { background: #eef0f2; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
tbody th { background: #f7f8f9; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.total td { font-weight: 700; }
.number, .verdict { text-align: center; }
.failed { font-weight: 700; color: #a61b1b; }
.facts th { width: 24mm; }
.w10 { width: 10mm; } .w14 { width: 14mm; } .w18 { width: 18mm; } .w24 { width: 24mm; } .w30 { width: 30mm; } .w36 { width: 36mm; } .w42 { width: 42mm; }
tr.class { break-after: avoid; }
.block { break-inside: avoid; }
.seals { display: flex; gap: 10mm; margin-top: 9mm; break-inside: avoid; }
.seals div { flex: 1; min-height: 34mm; }
.line { display: inline-block; min-width: 30mm; border-bottom: .2mm solid #111; }
.watermark { position: fixed; top: 40%; left: 0; right: 0; z-index: 1; font-size: 90pt; line-height: 1; color: #a61b1b; opacity: .1;
  text-align: center; transform: rotate(-28deg); pointer-events: none; }
.foot { margin-top: 6mm; font-size: 8.5pt; color: #555; }
@media print { html { background: none; } body { max-width: none; margin: 0; padding: 0; } }
`;

const policy = printPolicy(paperStyle);

/** What a paper is answered with, in its language. */
export function paperHeaders(language: Language) {
  return { "Content-Security-Policy": policy, "Content-Language": language };
}
