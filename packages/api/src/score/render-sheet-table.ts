import type { WorkedSheet } from "@luyue/core/score";
import { html } from "hono/html";
import type { ShownItem } from "./list-shown-items.ts";

interface ShownSheet {
  readonly items: readonly ShownItem[];
  /** Absent on a sheet that is still to be filled in. */
  readonly worked: WorkedSheet | undefined;
  readonly grade: string | undefined;
}

interface Column {
  readonly part: string;
  readonly name: string;
}

/** Items by parts: of each part the full points and those reached, both again for the item, then the sum and the score. */
export function renderSheetTable({ items, worked, grade }: ShownSheet) {
  const columns = listColumns(items);
  const counted = items.filter(({ scheduled, points }) => scheduled || points !== null);
  const full = worked?.full ?? counted.reduce((sum, item) => sum + item.full, 0);
  const wide = 3 + columns.length * 2;
  const graded = grade === undefined ? "" : `，${grade}`;
  return html`<table>
<thead>
<tr><th rowspan="2">序号</th><th rowspan="2">考核项</th>${columns.map(({ name }) => html`<th colspan="2">${name}</th>`)}<th colspan="2">小计</th><th rowspan="2">备注</th></tr>
<tr>${[...columns, undefined].map(() => html`<th>满分</th><th>得分</th>`)}</tr>
</thead>
<tbody>
${items.map((item, at) => renderRow(item, at + 1, columns))}
<tr class="sum"><th colspan="${wide - 1}">已安排项合计</th><td class="figure">${full}</td><td class="figure">${worked?.points ?? ""}</td><td class="note"></td></tr>
<tr class="sum"><th colspan="${wide - 1}">本期得分（折算为百分制）</th><td class="figure" colspan="2">${worked?.score ?? ""}${graded}</td><td class="note">${worked?.why.zh ?? ""}</td></tr>
</tbody>
</table>`;
}

/** The parts of all items, each once, in the order in which they come up. */
function listColumns(items: readonly ShownItem[]): Column[] {
  const names = new Map(
    items.toReversed().flatMap(({ parts }) => parts.map(({ part, title }) => [part, title.zh] as const)),
  );
  const order = new Set(items.flatMap(({ parts }) => parts.map(({ part }) => part)));
  return [...order].map((part) => ({ part, name: names.get(part) ?? part }));
}

function renderRow(item: ShownItem, number: number, columns: readonly Column[]) {
  const { title, full, points, note, scheduled, parts } = item;
  const counts = scheduled || points !== null;
  const figures = columns.map(({ part }) => {
    const found = counts ? parts.find((each) => each.part === part) : undefined;
    if (found === undefined) return html`<td>—</td><td>—</td>`;
    return html`<td class="figure">${found.full}</td><td class="figure">${found.points ?? ""}</td>`;
  });
  const own = counts
    ? html`<td class="figure">${full}</td><td class="figure">${points ?? ""}</td>`
    : html`<td>—</td><td>—</td>`;
  const remark = counts ? (note ?? "") : "本期未安排";
  return html`<tr class="${counts ? "" : "left"}"><td>${number}</td><td class="name">${title.zh}</td>${figures}${own}<td class="note">${remark}</td></tr>
`;
}
