import type { CivilDate } from "@luyue/core/civil-date";
import type { Fault } from "@luyue/core/error";
import type { FindingRow, ResponsibleUnit } from "@luyue/core/finding";
import type { TenantStore } from "../runtime/store.ts";

/** What is wrong with findings that are to be handed out, whose shape is right: units, days and files, each by its place. */
export async function findRowFaults(
  rows: readonly FindingRow[],
  units: readonly ResponsibleUnit[],
  today: CivilDate,
  store: Pick<TenantStore, "getFiles">,
): Promise<Fault[]> {
  const known = new Set(units.map(({ id }) => id));
  const files = await store.getFiles([...listFiles(rows)]);
  return rows.flatMap(({ unitId, dueOn, evidence }, row) => {
    const path = `/findings/${row}`;
    const missing = evidence.flatMap(({ file }, at) =>
      file === undefined || files.has(file) ? [] : [notUploaded(`${path}/evidence/${at}/file`)],
    );
    return [
      ...(known.has(unitId) ? [] : [unknownUnit(`${path}/unitId`)]),
      ...(dueOn >= today ? [] : [pastDay(`${path}/dueOn`, dueOn, today)]),
      ...missing,
    ];
  });
}

/** The files that findings name as evidence, each once. */
export function listFiles(rows: readonly FindingRow[]): ReadonlySet<string> {
  const hashes = rows.flatMap(({ evidence }) => evidence.map(({ file }) => file));
  return new Set(hashes.filter((hash) => hash !== undefined));
}

/** The day by which an answer is demanded is still to come. */
export function pastDay(path: string, dueOn: CivilDate, today: CivilDate): Fault {
  return {
    path,
    reason: {
      zh: `要求反馈日期 ${dueOn} 已过，须为今天（${today}）或以后`,
      en: `answers are demanded by ${dueOn}, which has passed: today is ${today}`,
    },
  };
}

function unknownUnit(path: string): Fault {
  return { path, reason: { zh: "本合同没有该责任单位", en: "the contract has no such unit" } };
}

function notUploaded(path: string): Fault {
  return { path, reason: { zh: "该文件尚未上传", en: "this file has not been uploaded" } };
}
