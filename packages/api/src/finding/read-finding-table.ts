import { DomainError, type Fault, isText, notText } from "@luyue/core/error";
import { findingSeverityNames, findingSeveritySchema, type FindingSeverity } from "@luyue/core/finding";
import type { CivilDate } from "@luyue/core/civil-date";
import { mostRows } from "@luyue/usecases/finding";
import type { ReadCell } from "../spreadsheet/index.ts";
import { columnName, exampleMark, type FindingColumn, findingColumns } from "./finding-columns.ts";
import { isBlank, readDay, readWords, shorten } from "./read-finding-cell.ts";
import { readHeader } from "./read-finding-header.ts";

/** A finding of a table, with the number of its row as a spreadsheet shows it. */
export interface TableFinding {
  readonly row: number;
  /** By its name, as it stands in the table. */
  readonly unit: string;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly system?: string;
  readonly detail?: string;
  readonly demand: string;
  readonly dueOn: CivilDate;
}

/** What a table is held against: the contract's units by name, and the day. */
interface Known {
  readonly units: ReadonlyMap<string, unknown>;
  readonly today: CivilDate;
}

const mostFaults = 200;

/**
 * The findings of a table whose first row names the columns; blank rows and the template's example are left out. Throws `invalid`
 * with everything that is wrong, up to 200 faults, each at `/rows/<row>/<column>`. Units and days are held against what is known;
 * without it the table is read as one that was taken before.
 */
export function readFindingTable(
  table: readonly (readonly ReadCell[])[],
  known?: Known,
): readonly TableFinding[] {
  const [head = [], ...body] = table;
  const places = readHeader(head);
  const rows = body
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => !cells.every(isBlank) && !isExample(cells[places.title ?? -1]));
  const read = rows.slice(0, mostRows).map(({ row, cells }) => {
    const cellOf = ({ name }: FindingColumn) => cells[places[name] ?? -1] ?? null;
    return readRow(row, cellOf, known);
  });
  const findings = read.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
  const faults = [
    ...countFaults(rows.length),
    ...read.flatMap((each) => each.faults),
    ...findDoubles(findings),
  ];
  if (faults.length === 0) return findings;
  throw new DomainError("invalid", refusal(faults.length), faults.slice(0, mostFaults));
}

function isExample(title: ReadCell | undefined): boolean {
  return typeof title === "string" && title.trim().startsWith(exampleMark);
}

function countFaults(rows: number): Fault[] {
  if (rows > 0 && rows <= mostRows) return [];
  const none = { zh: "表中没有隐患", en: "the table has no findings" };
  const many = {
    zh: `表中有 ${rows} 项隐患，一次最多 ${mostRows} 项，请分次导入`,
    en: `${rows} findings; at most ${mostRows} at a time: hand them in in several parts`,
  };
  return [{ path: "/rows", reason: rows === 0 ? none : many }];
}

function refusal(faults: number) {
  const shown =
    faults > mostFaults
      ? { zh: `，此处列出前 ${mostFaults} 处`, en: `, the first ${mostFaults} here` }
      : { zh: "", en: "" };
  return {
    zh: `表中有 ${faults} 处错误${shown.zh}，未导入任何隐患`,
    en: `${faults} faults in the table${shown.en}; nothing was handed out`,
  };
}

interface RowRead {
  readonly finding?: TableFinding;
  readonly faults: readonly Fault[];
}

function readRow(
  row: number,
  cellOf: (column: FindingColumn) => ReadCell,
  known: Known | undefined,
): RowRead {
  const faults: Fault[] = [];
  const words: Partial<Record<FindingColumn["name"], string>> = {};
  for (const column of findingColumns) {
    const cell = cellOf(column);
    const read = column.name === "dueOn" ? readDay(cell) : readWords(cell);
    const reason = faultOf(column, read, words, known);
    if (reason !== undefined) faults.push(faultAt(row, column, reason));
  }
  const { title, demand, system, detail, unit, dueOn } = words;
  const severity = severityOf(words.severity);
  if (faults.length > 0 || title === undefined || demand === undefined || dueOn === undefined)
    return { faults };
  if (unit === undefined || severity === undefined) return { faults };
  const more = { ...(system === undefined ? {} : { system }), ...(detail === undefined ? {} : { detail }) };
  return { faults, finding: { row, unit, title, severity, ...more, demand, dueOn } };
}

/** What is wrong with a cell; where nothing is, its words are kept. */
function faultOf(
  { name, needed, most }: FindingColumn,
  read: { readonly text: string; readonly bad?: true },
  words: Partial<Record<FindingColumn["name"], string>>,
  known: Known | undefined,
): Fault["reason"] | undefined {
  const { text, bad } = read;
  const shown = shorten(text);
  if (text === "") return needed ? { zh: "不能为空", en: "must not be blank" } : undefined;
  if (!isText(text)) return notText;
  if (bad === true) {
    return name === "dueOn"
      ? { zh: `不是有效日期：${shown}，如 2026-06-30`, en: `no date: ${shown}; e.g. 2026-06-30` }
      : { zh: `须为文字：${shown}`, en: `must be words: ${shown}` };
  }
  if (text.length > most) {
    return {
      zh: `最多 ${most} 字，现有 ${text.length} 字`,
      en: `at most ${most} characters, not ${text.length}`,
    };
  }
  if (name === "severity" && severityOf(text) === undefined) {
    return {
      zh: `须为${severityWords.join("、")}之一，现为“${shown}”`,
      en: `must be one of ${severityWords.join(", ")}, not “${shown}”`,
    };
  }
  const reason = known === undefined ? undefined : holdAgainst(known, name, text);
  if (reason === undefined) words[name] = text;
  return reason;
}

function holdAgainst({ units, today }: Known, name: FindingColumn["name"], text: string) {
  if (name === "unit" && !units.has(text)) {
    const shown = shorten(text);
    return { zh: `本合同没有责任单位“${shown}”`, en: `the contract has no unit “${shown}”` };
  }
  if (name === "dueOn" && text < today) {
    return { zh: `${text} 已过，须为今天（${today}）或以后`, en: `${text} has passed: today is ${today}` };
  }
  return undefined;
}

const severityWords = findingSeveritySchema.options.map((severity) => findingSeverityNames[severity].zh);

function severityOf(word: string | undefined): FindingSeverity | undefined {
  return findingSeveritySchema.options.find((severity) => findingSeverityNames[severity].zh === word);
}

function faultAt(row: number, column: FindingColumn, reason: Fault["reason"]): Fault {
  const { zh, en } = columnName(column);
  return {
    path: `/rows/${row}/${column.name}`,
    reason: { zh: `第${row}行${zh}${reason.zh}`, en: `row ${row}, ${en}: ${reason.en}` },
  };
}

/** The same weakness of the same system, twice for one unit. */
function findDoubles(findings: readonly TableFinding[]): Fault[] {
  const seen = new Map<string, number>();
  return findings.flatMap(({ row, title, system = "", unit }) => {
    const key = JSON.stringify([title, system, unit]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return [];
    }
    return [
      {
        path: `/rows/${row}/title`,
        reason: {
          zh: `第${row}行与第${first}行重复（隐患标题、所属系统、责任单位相同）`,
          en: `row ${row} is row ${first} again: the same title, system and unit`,
        },
      },
    ];
  });
}
