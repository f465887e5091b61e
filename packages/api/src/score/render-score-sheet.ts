import { civilDateOf } from "@luyue/core/civil-date";
import type { PeriodScore } from "@luyue/usecases/score";
import { html, raw } from "hono/html";
import { printPolicy } from "../document/print-policy.ts";
import { listShownItems } from "./list-shown-items.ts";
import { renderSheetTable } from "./render-sheet-table.ts";
import { gradeOfStanding } from "./score-view.ts";
import { sheetStyle } from "./sheet-style.ts";

export const sheetPolicy = printPolicy(sheetStyle);

/** The score sheet of a period to print, in Chinese: filled in as proposed or final, else blank to be filled in. */
export function renderScoreSheet(score: PeriodScore) {
  const { period, contract } = score;
  const worked = isBlank(score) ? undefined : score.worked;
  const items = listShownItems({ period, ...(worked === undefined ? {} : { worked }) });
  const sheet = { items, worked, grade: gradeOfStanding(score)?.title.zh };
  const title = `${contract.name} 考核评分表（${period.period}）`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${raw(sheetStyle)}</style>
</head>
<body>
<h1>${title}</h1>
<p class="state">${stateOf(score)}</p>
<dl>
<dt>合同编号</dt><dd>${contract.number}</dd><dt>考核期间</dt><dd>${period.from} 至 ${period.to}</dd>
<dt>甲方</dt><dd>${contract.buyerName}</dd><dt>乙方</dt><dd>${contract.vendorName}</dd>
</dl>
${renderSheetTable(sheet)}
${remarksOf(score)}
<div class="signatures"><span>评分人：</span><span>确定人：</span><span>乙方代表：</span><span>日期：</span></div>
</body>
</html>
`;
}

/** Nothing was proposed, or it was taken back. */
function isBlank({ sheet }: PeriodScore): boolean {
  return sheet === undefined || sheet.state === "withdrawn";
}

function stateOf({ sheet }: PeriodScore): string {
  if (sheet === undefined || sheet.state === "withdrawn") return "待评分";
  const proposed = `第${sheet.version}稿，${sheet.proposed.name}于 ${civilDateOf(sheet.proposed.at)} 提出`;
  if (sheet.state === "proposed") return `待确定：${proposed}，乙方答复期至 ${sheet.answerBy}`;
  return `已确定：${proposed}，${sheet.decided.name}于 ${civilDateOf(sheet.decided.at)} 确定`;
}

function remarksOf({ sheet }: PeriodScore) {
  if (sheet === undefined || sheet.state === "withdrawn") return "";
  const { answer, proposed } = sheet;
  const decision = sheet.state === "final" ? sheet.decided.note : undefined;
  const agreed = answer === undefined ? "未答复" : answer.agrees ? "同意" : "不同意";
  const from =
    answer === undefined
      ? ""
      : `（${civilDateOf(answer.at)}${answer.side === "buyer" ? "，书面答复，甲方代录" : ""}）`;
  return html`<section>
${paragraph("评分说明", proposed.note)}
${paragraph("乙方意见", [`${agreed}${from}`, answer?.note].filter((part) => part !== undefined).join("："))}
${paragraph("确定说明", decision)}
</section>`;
}

function paragraph(name: string, text: string | undefined) {
  return text === undefined ? "" : html`<p><strong>${name}：</strong>${text}</p>`;
}
