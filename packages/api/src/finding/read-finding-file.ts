import { DomainError } from "@luyue/core/error";
import { checkFileContent } from "@luyue/storage/file";
import { HttpProblem } from "../problem/index.ts";
import { csvType, type ReadCell, readCsv, readXlsx, xlsxType } from "../spreadsheet/index.ts";

/** The cells of a workbook's first sheet or of CSV. Throws `unsupportedMediaType`, or `invalid` where the content is not what it is said to be. */
export async function readFindingFile(
  bytes: Uint8Array,
  contentType: string,
): Promise<readonly (readonly ReadCell[])[]> {
  const named = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (named !== xlsxType && named !== csvType) {
    throw new HttpProblem("unsupportedMediaType", {
      zh: `请上传 .xlsx（${xlsxType}）或 CSV（${csvType}）`,
      en: `either a workbook (${xlsxType}) or CSV (${csvType})`,
    });
  }
  const check = checkFileContent(bytes, named);
  if (!check.accepted) throw new DomainError("invalid", check.reason);
  return named === xlsxType ? readXlsx(bytes) : readCsv(new TextDecoder("utf-8").decode(bytes));
}
