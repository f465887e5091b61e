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
p.lead { color:var(--soft); margin:0 0 14px; max-width:75ch; overflow-wrap:anywhere; }
.cards { display:grid; grid-template-columns:repeat(auto-fill,minmax(260px,1fr)); gap:14px; }
.card { background:#fff; border:1px solid var(--line); border-radius:8px; padding:14px 16px; }
.card h3 { margin:0 0 2px; font-size:15px; } .card p { margin:0 0 8px; color:var(--soft); font-size:13px; }
button, .button { font:inherit; border:1px solid var(--brand); background:#fff; color:var(--brand); border-radius:6px; padding:3px 10px; cursor:pointer; min-height:30px; }
button.main { background:var(--brand); color:#fff; } .row { display:flex; flex-wrap:wrap; gap:6px; }
input, select { font:inherit; border:1px solid #a9b0b9; border-radius:6px; padding:3px 8px; background:#fff; }
.list { background:#fff; border:1px solid var(--line); border-radius:8px; overflow:hidden; }
.item { display:grid; grid-template-columns:130px 92px 1fr 160px; gap:4px 14px; padding:10px 14px; border-top:1px solid var(--line); }
.item:first-child { border-top:0; } .item:target { background:#fff8e1; }
.item .date { font-variant-numeric:tabular-nums; font-weight:600; } .item .date small { display:block; font-weight:400; color:var(--soft); }
.item .amount { text-align:right; font-variant-numeric:tabular-nums; font-weight:600; }
.item .what small { color:var(--soft); } .item details { font-size:13px; color:var(--soft); } .item summary { cursor:pointer; color:var(--brand); width:max-content; }
.tag { display:inline-block; border-radius:4px; padding:0 8px; font-size:12.5px; line-height:22px; background:#eef1f5; color:#3a424d; white-space:nowrap; }
.tag.overdue { background:#fdecea; color:var(--red); } .tag.waiting, .tag.held { background:#fdf3dc; color:var(--amber); } .tag.open { background:#e6f0fc; color:#174a90; } .tag.fulfilled { background:#e5f4ea; color:var(--green); }
.empty { padding:18px; color:var(--soft); } .note { background:#fdf3dc; border:1px solid #f0d9a0; border-radius:8px; padding:8px 14px; margin:10px 0; }
.picture { background:#fff; border:1px solid var(--line); border-radius:8px; padding:8px 12px; overflow-x:auto; } .picture svg { display:block; min-width:700px; width:100%; height:auto; }
table { width:100%; border-collapse:collapse; background:#fff; border:1px solid var(--line); } th,td { text-align:left; padding:7px 12px; border-top:1px solid var(--line); vertical-align:top; } th { font-weight:600; background:#fafbfc; }
.records { display:grid; grid-template-columns:repeat(auto-fill,minmax(300px,1fr)); gap:10px 20px; } .records form { align-items:center; } .records label { flex:1; display:flex; flex-wrap:wrap; gap:4px 8px; justify-content:space-between; }
iframe { width:100%; height:640px; border:1px solid var(--line); border-radius:8px; background:#fff; } pre { white-space:pre-wrap; background:#fff; border:1px solid var(--line); border-radius:8px; padding:12px 16px; font:14px/1.6 inherit; overflow-wrap:anywhere; }
@media (max-width:720px) { main { padding:12px 12px 50px; } header.top { padding:8px 12px; } .item { grid-template-columns:1fr auto; } .item .what, .item .amount { grid-column:1 / -1; text-align:left; } table.stack thead { display:none; } table.stack td { display:block; border-top:0; padding:2px 12px; } table.stack tr { display:block; border-top:1px solid var(--line); padding:8px 0; } }
`;
