import { addDays, type CivilDate } from "@luyue/core/civil-date";
import {
  findingSeverityNames,
  findingSeveritySchema,
  findingStateNames,
  isOverdue,
  lastAnswerOf,
  type ResponsibleUnit,
} from "@luyue/core/finding";
import { sideNames } from "@luyue/core/party";
import type { Language, Text } from "@luyue/core/text";
import type { ListedFinding } from "@luyue/usecases/finding";
import type { Cell, Column, Sheet, Table } from "../spreadsheet/index.ts";
import { exampleMark, findingColumns } from "./finding-columns.ts";

/** The form to fill in for a contract: the columns with an example, and what may stand in them. In Chinese, as it is read. */
export function templateTable(units: readonly ResponsibleUnit[], today: CivilDate): Table {
  return { sheets: [formSheet(units, today), valuesSheet(units)] };
}

function formSheet([unit]: readonly ResponsibleUnit[], today: CivilDate): Sheet {
  const example: Readonly<Record<(typeof findingColumns)[number]["name"], string>> = {
    title: `${exampleMark}管理后台存在弱口令（本行为示例，不会导入）`,
    severity: findingSeverityNames.high.zh,
    system: "门户网站",
    detail: "管理员口令可被猜测",
    demand: "更换为强口令，并限制登录失败次数",
    unit: unit?.name ?? "信息中心",
    dueOn: addDays(today, 30),
  };
  return {
    name: "隐患清单",
    columns: findingColumns.map(({ name, header, width }) => {
      return { header, kind: name === "dueOn" ? "date" : "text", width };
    }),
    rows: [findingColumns.map(({ name }) => example[name])],
  };
}

function valuesSheet(units: readonly ResponsibleUnit[]): Sheet {
  const severities = findingSeveritySchema.options.map((severity) => findingSeverityNames[severity].zh);
  const needed = findingColumns.map(({ header, needed: must, most }) => {
    return `${header}：${must ? "必填" : "选填"}，${header === "要求反馈日期" ? "如 2026-06-30" : `最多 ${most} 字`}`;
  });
  const longest = Math.max(severities.length, units.length, needed.length);
  return {
    name: "填写说明",
    columns: [
      { header: "严重程度", kind: "text", width: 12 },
      { header: "责任单位", kind: "text", width: 32 },
      { header: "所属方", kind: "text", width: 12 },
      { header: "各列要求", kind: "text", width: 40 },
    ],
    rows: Array.from({ length: longest }, (_, at) => {
      const unit = units[at];
      const side = unit === undefined ? null : sideNames[unit.side].zh;
      return [severities[at] ?? null, unit?.name ?? null, side, needed[at] ?? null];
    }),
  };
}

interface ExportColumn {
  readonly header: Text;
  readonly kind: Column["kind"];
  readonly width?: number;
  readonly cell: (listed: ListedFinding, language: Language) => Cell;
}

const exportColumns: readonly ExportColumn[] = [
  { header: { zh: "编号", en: "Number" }, kind: "integer", cell: ({ finding }) => finding.number },
  { header: { zh: "责任单位", en: "Unit" }, kind: "text", cell: ({ unit }) => unit?.name ?? null },
  {
    header: { zh: "所属方", en: "Side" },
    kind: "text",
    width: 12,
    cell: ({ unit }, language) => (unit === undefined ? null : sideNames[unit.side][language]),
  },
  { header: { zh: "隐患标题", en: "Title" }, kind: "text", width: 36, cell: ({ finding }) => finding.title },
  {
    header: { zh: "严重程度", en: "Severity" },
    kind: "text",
    width: 10,
    cell: ({ finding }, language) => findingSeverityNames[finding.severity][language],
  },
  { header: { zh: "所属系统", en: "System" }, kind: "text", cell: ({ finding }) => finding.system ?? null },
  {
    header: { zh: "隐患详情", en: "Detail" },
    kind: "text",
    width: 48,
    cell: ({ finding }) => finding.detail ?? null,
  },
  {
    header: { zh: "整改要求", en: "Demand" },
    kind: "text",
    width: 48,
    cell: ({ finding }) => finding.demand,
  },
  { header: { zh: "要求反馈日期", en: "Deadline" }, kind: "date", cell: ({ finding }) => finding.dueOn },
  {
    header: { zh: "状态", en: "State" },
    kind: "text",
    width: 10,
    cell: ({ finding }, language) => findingStateNames[finding.state][language],
  },
  {
    header: { zh: "是否逾期", en: "Overdue" },
    kind: "text",
    width: 10,
    cell: ({ finding, today }, language) => {
      return isOverdue(finding, today) ? { zh: "逾期", en: "overdue" }[language] : null;
    },
  },
  {
    header: { zh: "最近反馈", en: "Last answer" },
    kind: "text",
    width: 48,
    cell: ({ finding }) => lastAnswerOf(finding)?.note ?? null,
  },
  {
    header: { zh: "最近办理时间", en: "Last step" },
    kind: "text",
    cell: ({ finding }) => finding.steps.at(-1)?.at ?? null,
  },
];

/** Findings as they stand, one a row. */
export function exportTable(findings: readonly ListedFinding[], language: Language): Table {
  return {
    sheets: [
      {
        name: { zh: "隐患清单", en: "Findings" }[language],
        columns: exportColumns.map(({ header, kind, width }) => {
          return { header: header[language], kind, ...(width === undefined ? {} : { width }) };
        }),
        rows: findings.map((listed) => exportColumns.map(({ cell }) => cell(listed, language))),
      },
    ],
  };
}
