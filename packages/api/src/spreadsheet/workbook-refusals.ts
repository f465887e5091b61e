import { DomainError } from "@luyue/core/error";

export function unreadable(): DomainError {
  return new DomainError("invalid", {
    zh: "无法读取该表格文件，请用模板另存为 .xlsx 后重试",
    en: "the workbook cannot be read: save it anew as .xlsx, from the template",
  });
}

export function tooLarge(): DomainError {
  return new DomainError("invalid", {
    zh: "表格过大：展开后最多 4 MiB、10 万个标签，最远到第 9999 行、ZZ 列，行列数之积最多 20 万；请将隐患复制到模板后重试",
    en: "the workbook is too large: at most 4 MiB and 100,000 tags unpacked, down to row 9999, across to column ZZ, rows times columns at most 200,000; copy the findings into the template",
  });
}
