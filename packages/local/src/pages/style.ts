/** The one style sheet of the local pages. */
export const styleSheet = `
:root { --ink:#1f2329; --soft:#5c6470; --line:#e3e6ea; --ground:#f6f7f9; --brand:#1a56a8; }
* { box-sizing: border-box; }
body { margin:0; font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif; color:var(--ink); background:var(--ground); }
a { color:var(--brand); } a:focus-visible, button:focus-visible, input:focus-visible { outline:3px solid #7fb0f0; outline-offset:1px; }
header.top { background:#fff; border-bottom:1px solid var(--line); padding:10px 20px; display:flex; flex-wrap:wrap; gap:8px 18px; align-items:center; }
header.top strong { font-size:17px; } header.top nav { display:flex; gap:14px; } header.top .grow { flex:1; }
header.top form { display:inline-flex; gap:6px; align-items:center; }
main { max-width:1180px; margin:0 auto; padding:18px 20px 60px; }
h1 { font-size:22px; margin:8px 0 4px; overflow-wrap:anywhere; } h2 { font-size:17px; margin:26px 0 8px; }
p.lead { color:var(--soft); margin:0 0 14px; max-width:75ch; overflow-wrap:anywhere; }
button, .button { font:inherit; border:1px solid var(--brand); background:#fff; color:var(--brand); border-radius:6px; padding:3px 10px; cursor:pointer; min-height:30px; }
a.button { text-decoration:none; } .row { display:flex; flex-wrap:wrap; gap:6px; }
input { font:inherit; border:1px solid #a9b0b9; border-radius:6px; padding:3px 8px; background:#fff; }
.empty { padding:18px; color:var(--soft); }
table { width:100%; border-collapse:collapse; background:#fff; border:1px solid var(--line); } th,td { text-align:left; padding:7px 12px; border-top:1px solid var(--line); vertical-align:top; } th { font-weight:600; background:#fafbfc; }
iframe { width:100%; height:640px; border:1px solid var(--line); border-radius:8px; background:#fff; } pre { white-space:pre-wrap; background:#fff; border:1px solid var(--line); border-radius:8px; padding:12px 16px; font:14px/1.6 inherit; overflow-wrap:anywhere; }
@media (max-width:720px) { main { padding:12px 12px 50px; } header.top { padding:8px 12px; } table.stack thead { display:none; } table.stack td { display:block; border-top:0; padding:2px 12px; } table.stack tr { display:block; border-top:1px solid var(--line); padding:8px 0; } }
`;
