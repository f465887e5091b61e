/** The style of a printed score sheet: A4 across, black on white, the table's head on every page. */
export const sheetStyle = `
@page { size: A4 landscape; margin: 10mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 16px; max-width: 269mm; color: #000; background: #fff; font: 9.5pt/1.3 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", SimSun, sans-serif; }
@media print { body { padding: 0; } }
h1 { margin: 0 0 4px; font-size: 15pt; text-align: center; }
p.state { margin: 0 0 8px; text-align: center; }
dl { display: grid; grid-template-columns: auto 1fr auto 1fr; gap: 2px 10px; margin: 0 0 8px; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 1px solid #000; padding: 1.5px 4px; text-align: center; vertical-align: middle; }
thead th { background: #eee; font-weight: 600; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
td.name, td.note { text-align: left; overflow-wrap: anywhere; } td.note { font-size: 8.5pt; width: 22%; }
td.figure { font-variant-numeric: tabular-nums; } tr.left td { color: #555; } tr.sum td, tr.sum th { font-weight: 600; }
section { margin-top: 8px; break-inside: avoid; overflow-wrap: anywhere; } section p { margin: 2px 0; }
.signatures { display: flex; gap: 24px; margin-top: 26px; break-inside: avoid; } .signatures span { flex: 1; border-top: 1px solid #000; padding-top: 3px; }
`;
