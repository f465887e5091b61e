import { civilDateOf, type Instant } from "@luyue/core/civil-date";
import type { Evidence } from "@luyue/core/event";
import { formatMoney, type Money, toCapitals } from "@luyue/core/money";
import type { Language } from "@luyue/core/text";

/** A day as it stands on paper: 2027年5月12日. */
export function paperDay(day: string, language: Language = "zh"): string {
  if (language === "en") return day;
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

export function paperInstant(at: Instant, language: Language = "zh"): string {
  return paperDay(civilDateOf(at), language);
}

/** An amount as it stands on paper, with its capitals (大写): those are the language of the money, whoever reads it. */
export function paperAmount(amount: Money, language: Language = "zh"): string {
  return language === "zh"
    ? `${formatMoney(amount)} 元（大写：${toCapitals(amount)}）`
    : `CNY ${formatMoney(amount)} (in capitals: ${toCapitals(amount)})`;
}

/** Pieces of evidence in words: numbers of documents, notes, and files by the start of their hashes. */
export function describeEvidence(evidence: readonly Evidence[], language: Language = "zh"): string {
  const [comma, semicolon, file] = language === "zh" ? ["，", "；", "附件"] : [", ", "; ", "file"];
  return evidence
    .map((each) =>
      [each.document, each.note, each.file === undefined ? undefined : `${file} ${each.file.slice(0, 19)}…`]
        .filter((part) => part !== undefined)
        .join(comma),
    )
    .join(semicolon);
}
