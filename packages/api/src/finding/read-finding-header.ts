import { DomainError, type Fault } from "@luyue/core/error";
import type { ReadCell } from "../spreadsheet/index.ts";
import { type ColumnName, findingColumns } from "./finding-columns.ts";
import { isBlank, readWords, shorten } from "./read-finding-cell.ts";

const mostColumns = 50;

/** Where each column stands. Throws `invalid` naming what lacks, stands twice, or is no column of the template. */
export function readHeader(cells: readonly ReadCell[]): Readonly<Partial<Record<ColumnName, number>>> {
  if (cells.length > mostColumns) throw tooWide(cells.length);
  const places: Partial<Record<ColumnName, number>> = {};
  const faults: Fault[] = [];
  for (const [at, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const { text } = readWords(cell);
    const column = findingColumns.find(({ header }) => header === text);
    if (column === undefined) faults.push(strange(at, shorten(text)));
    else if (places[column.name] !== undefined) faults.push(twice(at, shorten(text)));
    else places[column.name] = at;
  }
  const lacking = findingColumns.filter(({ name, needed }) => needed && places[name] === undefined);
  faults.push(...lacking.map(({ name, header }) => missing(name, header)));
  if (faults.length === 0) return places;
  const names = findingColumns.map(({ header }) => header).join("、");
  throw new DomainError(
    "invalid",
    {
      zh: `表头有误，第1行应为：${names}`,
      en: `the header is not right; row 1 should have: ${names}`,
    },
    faults,
  );
}

function tooWide(columns: number): DomainError {
  return new DomainError("invalid", {
    zh: `表格有 ${columns} 列，最多 ${mostColumns} 列，请删除模板以外的列`,
    en: `${columns} columns are more than ${mostColumns}: remove those that are none of the template's`,
  });
}

function strange(at: number, text: string): Fault {
  return {
    path: `/columns/${at}`,
    reason: {
      zh: `第${at + 1}列“${text}”不是模板中的列`,
      en: `column ${at + 1}, “${text}”, is none of the template's`,
    },
  };
}

function twice(at: number, text: string): Fault {
  return {
    path: `/columns/${at}`,
    reason: { zh: `第${at + 1}列“${text}”重复`, en: `column ${at + 1}, “${text}”, stands here again` },
  };
}

function missing(name: ColumnName, header: string): Fault {
  return {
    path: `/columns/${name}`,
    reason: { zh: `缺少“${header}”列`, en: `the column “${header}” is missing` },
  };
}
