/** The one style sheet of the local pages. */
export const styleSheet = `
:root { --ink:#1f2329; --soft:#5c6470; --line:#e3e6ea; --ground:#f6f7f9; --brand:#1a56a8; --red:#b42318; --amber:#8a5a00; --green:#1b6e3c; }
* { box-sizing: border-box; }
body { margin:0; font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif; color:var(--ink); background:var(--ground); }
a { color:var(--brand); } a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline:3px solid #7fb0f0; outline-offset:1px; }
header.top { background:#fff; border-bottom:1px solid var(--line); padding:10px 20px; display:flex; flex-wrap:wrap; gap:8px 18px; align-items:center; }
header.top strong { font-size:17px; } header.top nav { display:flex; gap:14px; } header.top .grow { flex:1; }
header.top form { display:inline-flex; gap:6px; align-items:center; }
main { max-width:1180px; margin:0 auto; padding:18px 20px 60px; }
h1 { font-size:22px; margin:8px 0 4px; overflow-wrap:anywhere; } h2 { font-size:17px; margin:26px 0 8px; }
p.lead .bit { display:inline-block; margin-right:18px; } p.lead.bits { max-width:none; } p.lead { color:var(--soft); margin:0 0 14px; max-width:75ch; overflow-wrap:anywhere; }
.card { background:#fff; border:1px solid var(--line); border-radius:8px; padding:14px 16px; }
.card h3 { margin:0 0 2px; font-size:15px; } .card p { margin:0 0 8px; color:var(--soft); font-size:13px; }
button, .button { font:inherit; border:1px solid var(--brand); background:#fff; color:var(--brand); border-radius:6px; padding:3px 10px; cursor:pointer; min-height:30px; }
a.button { text-decoration:none; } button.main { background:var(--brand); color:#fff; } .row { display:flex; flex-wrap:wrap; gap:6px; }
input, select { font:inherit; border:1px solid #a9b0b9; border-radius:6px; padding:3px 8px; background:#fff; }
.list { background:#fff; border:1px solid var(--line); border-radius:8px; overflow:hidden; }
.tag { display:inline-block; border-radius:4px; padding:0 8px; font-size:12.5px; line-height:22px; background:#eef1f5; color:#3a424d; white-space:nowrap; }
.tag.overdue { background:#fdecea; color:var(--red); } .tag.waiting, .tag.held { background:#fdf3dc; color:var(--amber); } .tag.open { background:#e6f0fc; color:#174a90; } .tag.fulfilled { background:#e5f4ea; color:var(--green); }
.empty { padding:18px; color:var(--soft); } .note { background:#fdf3dc; border:1px solid #f0d9a0; border-radius:8px; padding:8px 14px; margin:10px 0; }
table { width:100%; border-collapse:collapse; background:#fff; border:1px solid var(--line); } th,td { text-align:left; padding:7px 12px; border-top:1px solid var(--line); vertical-align:top; } th { font-weight:600; background:#fafbfc; }
.soft { color:var(--soft); }
.money { display:grid; grid-template-columns:minmax(0,1fr) minmax(0,1fr) 210px; gap:6px 24px; padding:14px 16px; border-top:1px solid var(--line); }
.money:first-child { border-top:0; } .money:target { background:#fff8e1; } .money h3 .tag { font-weight:400; } .money h3 { margin:0; font-size:15px; } .money .sum { font-weight:600; font-size:17px; font-variant-numeric:tabular-nums; } .money .what small { color:var(--soft); display:block; overflow-wrap:anywhere; }
.money .more { grid-column:1 / -1; display:grid; gap:6px; } .money details { font-size:13px; } .money summary { cursor:pointer; color:var(--brand); width:max-content; }
.balance svg, .month svg { display:block; width:100%; height:16px; border-radius:4px; } .legend { list-style:none; margin:6px 0 0; padding:0; display:flex; flex-wrap:wrap; gap:2px 14px; font-size:13px; color:var(--soft); font-variant-numeric:tabular-nums; }
.dot { display:inline-block; width:10px; height:10px; border-radius:2px; margin-right:5px; background:#c3d5ee; } .dot.of-paid { background:#1b6e3c; } .dot.of-deducted { background:#7a4fb5; } .dot.of-released { background:#8b929c; } .dot.of-clear { background:#1a56a8; } .dot.of-held { background:#d9a441; }
dl { margin:0; } dt { color:var(--soft); font-size:13px; } dd { margin:0; font-variant-numeric:tabular-nums; } .dates { display:grid; gap:2px; align-content:start; } .dates dd { font-weight:600; } .dates dd.soft { font-weight:400; } .dates dd small { font-weight:400; color:var(--soft); }
.standing { margin:0; } .stand { display:grid; gap:4px; align-content:start; }.standing ul { margin:0; padding-left:20px; } .standing.good { color:var(--green); font-weight:600; } .standing.bad { color:var(--red); font-weight:600; }
.keep { white-space:nowrap; } .decide { display:flex; flex-wrap:wrap; gap:6px 24px; margin-top:4px; }
.entry { display:flex; flex-wrap:wrap; gap:6px 14px; align-items:center; } .entry label { display:inline-flex; flex-wrap:wrap; gap:4px 6px; align-items:center; } .entry .wrong { flex-basis:100%; margin:0; color:var(--red); } .entry input.money { width:150px; padding:3px 8px; display:inline-block; border:1px solid #a9b0b9; text-align:right; font-variant-numeric:tabular-nums; } [aria-invalid] { border-color:var(--red); }
.check { display:grid; grid-template-columns:92px minmax(0,1fr); gap:4px 14px; padding:10px 14px; border-top:1px solid var(--line); overflow-wrap:anywhere; } .check > .tag { justify-self:start; align-self:start; } .check:first-child { border-top:0; }
.needs { display:grid; grid-template-columns:repeat(auto-fill,minmax(min(300px,100%),1fr)); gap:14px; } .needs .card p { margin:0; } .card h3 small { font-weight:400; color:var(--soft); } .card .sum { font-size:19px; font-weight:600; font-variant-numeric:tabular-nums; } .card.bad .sum { color:var(--red); } .none { color:var(--soft); } .months { margin-top:14px; } .month { display:grid; grid-template-columns:150px minmax(0,1fr) 150px; gap:12px; align-items:center; padding:3px 0; font-variant-numeric:tabular-nums; } .month small { color:var(--soft); } .month .amount { text-align:right; font-weight:600; }
.wide { overflow-x:auto; } table.figures td, table.figures thead th + th { text-align:right; white-space:nowrap; font-variant-numeric:tabular-nums; } table.figures tbody th { font-weight:400; background:none; } table.figures small { display:block; color:var(--soft); } table.figures tr.sum th, table.figures tr.sum td { background:#fafbfc; font-weight:600; }
.tabs { display:flex; flex-wrap:wrap; gap:4px 8px; margin:0 0 14px; } .tabs a { padding:4px 12px; border:1px solid var(--line); border-radius:6px; background:#fff; text-decoration:none; } .tabs a[aria-current] { background:var(--brand); border-color:var(--brand); color:#fff; }
h3 { font-size:15px; margin:18px 0 8px; } .bad { color:var(--red); } .good { color:var(--green); } .note.good { background:#e5f4ea; border-color:#b9dfc6; } .dates dd.bad { color:var(--red); } .waits { display:grid; gap:8px; } .waits div { display:grid; grid-template-columns:230px minmax(0,1fr); gap:4px 14px; } .waits a { margin-right:10px; display:inline-block; line-height:26px; }
.dot.of-done { background:#1b6e3c; } .dot.of-check { background:#d9a441; } .dot.of-back { background:#7a4fb5; } .dot.of-overdue { background:#b42318; } .dot.of-open { background:#5b8fd6; } .dot.of-rest { background:#c3d5ee; }
.apart { margin-top:14px; } details.apart > summary, .card details > summary, .card summary { cursor:pointer; color:var(--brand); } details.card[open] > * + * { margin-top:10px; }
.entry input.text { width:240px; max-width:100%; } .entry input.number { width:110px; } .entry select { max-width:min(420px,100%); } .entry input.files { border:0; padding:0; max-width:100%; } .wrong { color:var(--red); } .wrong ul { margin:4px 0; padding-left:20px; max-height:320px; overflow-y:auto; }
.more table { font-size:13.5px; } .more td { overflow-wrap:anywhere; }
.work .dates div { display:flex; flex-wrap:wrap; justify-content:space-between; gap:0 10px; } .work .dates dd { text-align:right; } .work .dates dd small { display:block; }
.money summary, .card summary, details.apart > summary { line-height:26px; }
.units { display:grid; gap:12px; } .unit { display:grid; grid-template-columns:230px minmax(0,1fr); gap:4px 14px; align-items:start; overflow-wrap:anywhere; } .units p { margin:0; }
iframe { width:100%; height:640px; border:1px solid var(--line); border-radius:8px; background:#fff; } pre { white-space:pre-wrap; background:#fff; border:1px solid var(--line); border-radius:8px; padding:12px 16px; font:14px/1.6 inherit; overflow-wrap:anywhere; }
@media (max-width:720px) { main { padding:12px 12px 50px; } header.top { padding:8px 12px; } table.stack thead { display:none; } table.stack td { display:block; border-top:0; padding:2px 12px; } table.stack tr { display:block; border-top:1px solid var(--line); padding:8px 0; }
.money { grid-template-columns:minmax(0,1fr); } .money .dates { grid-row:2; grid-template-columns:1fr 1fr; gap:2px 16px; } .entry, .entry label { width:100%; } .entry label { justify-content:space-between; } .entry label input { flex:0 1 200px; min-width:0; } .check { grid-template-columns:minmax(0,1fr); }
.month { grid-template-columns:1fr auto; } .month svg { grid-column:1 / -1; grid-row:2; } table.figures th[scope=row] { display:block; border-top:0; padding:2px 12px; } table.figures td { display:flex; justify-content:space-between; gap:12px; } table.figures td::before { content:attr(data-label); color:var(--soft); font-weight:400; } table.figures td.none { display:none; } .money.work .dates { grid-template-columns:minmax(0,1fr); } .waits div, .unit { grid-template-columns:minmax(0,1fr); } .tabs a { flex:1 1 auto; text-align:center; } .entry label input.text, .entry label select { flex:1 1 160px; width:auto; } }
`;
