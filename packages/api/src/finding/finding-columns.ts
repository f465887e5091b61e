import type { Text } from "@luyue/core/text";

/** The columns of a table of findings that is handed in. Headers and severities are Chinese: the files come from agencies. */
export const findingColumns = [
  { name: "title", header: "隐患标题", en: "title", needed: true, most: 200, width: 36 },
  { name: "severity", header: "严重程度", en: "severity", needed: true, most: 10, width: 10 },
  { name: "system", header: "所属系统", en: "system", needed: false, most: 200, width: 24 },
  { name: "detail", header: "隐患详情", en: "detail", needed: false, most: 4000, width: 48 },
  { name: "demand", header: "整改要求", en: "demand", needed: true, most: 2000, width: 48 },
  { name: "unit", header: "责任单位", en: "unit", needed: true, most: 100, width: 24 },
  { name: "dueOn", header: "要求反馈日期", en: "deadline", needed: true, most: 20, width: 16 },
] as const;

export type FindingColumn = (typeof findingColumns)[number];
export type ColumnName = FindingColumn["name"];

/** Rows whose title begins so are an example of the template's, and not read. */
export const exampleMark = "【示例】";

export function columnName({ header, en }: FindingColumn): Text {
  return { zh: `“${header}”`, en };
}
