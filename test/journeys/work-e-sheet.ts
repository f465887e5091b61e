import type { CivilDate } from "@luyue/core/civil-date";
import { readSheet } from "read-excel-file/node";
import writeXlsxFile, { type Cell } from "write-excel-file/node";
import type { Upload } from "./transfer.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Units that findings are handed to, by name: three of the agency, two of the vendor. */
export const units = [
  { name: "网络安全支队", side: "buyer", contact: "cyber@unit.example" },
  { name: "科技信息化处", side: "buyer", contact: "it@unit.example" },
  { name: "指挥中心", side: "buyer", contact: "command@unit.example" },
  { name: "测评项目组", side: "vendor", contact: "assess@vendor-unit.example" },
  { name: "驻场运维组", side: "vendor", contact: "resident@vendor-unit.example" },
] as const;
export type UnitName = (typeof units)[number]["name"];

/** Where the contact of a unit gets its mail. */
export function contactOf(name: UnitName): string {
  return units.find((unit) => unit.name === name)?.contact ?? "";
}

export const firstDay = "2026-02-04";
export const secondDay = "2026-02-10";
export const thirdDay = "2026-03-10";

/** How many findings each unit has to answer by each day: 60 in nine obligations. */
export const shares: readonly (readonly [UnitName, CivilDate, number])[] = [
  ["网络安全支队", firstDay, 12],
  ["网络安全支队", secondDay, 8],
  ["网络安全支队", thirdDay, 6],
  ["科技信息化处", firstDay, 10],
  ["科技信息化处", secondDay, 4],
  ["指挥中心", secondDay, 8],
  ["测评项目组", firstDay, 5],
  ["测评项目组", thirdDay, 3],
  ["驻场运维组", secondDay, 4],
];

const severities = ["严重", "高", "中", "低"];
const weaknesses = ["弱口令", "未打补丁", "端口暴露", "日志缺失", "越权访问"];

/** A row of the sheet: title, severity, system, detail, demand, unit, day. */
export type SheetRow = readonly [string, string, string, string | null, string, string, string];

/** The sixty findings, each unit's together; every fourth is critical. */
export const rows: readonly SheetRow[] = shares
  .flatMap(([unit, day, many]) => Array.from({ length: many }, () => ({ unit, day })))
  .map(({ unit, day }, at) => [
    `${weaknesses[at % 5]}（扫描项 ${at + 1}）`,
    severities[at % 4] ?? "",
    `业务系统${String((at % 13) + 1).padStart(2, "0")}`,
    at % 2 === 0 ? "扫描报告已附" : null,
    "按加固手册整改，并附整改后的截图",
    unit,
    day,
  ]);

/** The rows with six faults: rows 6, 10, 13, 21, 32 and 45 as the spreadsheet shows them. */
export function rowsWithFaults(): readonly SheetRow[] {
  const faults: readonly (readonly [row: number, column: number, text: string])[] = [
    [6, 1, "紧急"],
    [10, 5, "后勤处"],
    [13, 6, "2026-01-16"],
    [21, 4, " "],
    [45, 6, "2026-02-30"],
  ];
  return rows.map((row, at) => {
    if (at + 2 === 32) return rows[at - 1] ?? row;
    const fault = faults.find(([number]) => number === at + 2);
    if (fault === undefined) return row;
    return row.with(fault[1], fault[2]) as unknown as SheetRow; // a column for a column
  });
}

/** The rows under a header as an Excel workbook; what is a day is a date of its own, as people enter it. */
export async function workbookOf(header: readonly string[], body: readonly SheetRow[]): Promise<Upload> {
  const cellOf = (text: string | null): Cell => {
    if (text === null) return null;
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    const real = day?.toISOString().slice(0, 10) === text;
    return real ? { value: day, type: Date, format: "yyyy/m/d" } : { value: text, type: String };
  };
  const data = [header, ...body].map((cells) => cells.map(cellOf));
  const workbook = writeXlsxFile(data, { sheet: "隐患清单" });
  return { bytes: Uint8Array.from(await workbook.toBuffer()), type: xlsx };
}

export async function readRows(bytes: Buffer, sheet = 1) {
  return readSheet(bytes, sheet);
}
