import type { ContractTerms } from "../contract/index.ts";
import { addMoney, compareMoney, formatMoney, type Money, rateOf, subtractMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { VersionedTerms } from "./versioned-terms.ts";

/** What the supplements of a contract add to its price, compared with what the law allows; amounts in yuan. */
export interface TenPercentCheck {
  readonly verdict: "passed" | "failed";
  readonly original: Money;
  readonly added: Money;
  readonly most: Money;
  /** What was added as a share of the original price, such as 9.99%. */
  readonly rate: string;
  readonly figures: Text;
  readonly source: Text;
}

const source: Text = {
  zh: "《中华人民共和国政府采购法》第四十九条",
  en: "Government Procurement Law (政府采购法), article 49",
};

/**
 * All supplements that add work may together add at most 10 % of the original price (政府采购法 49). Each increase of the
 * total from version to version counts, in their order, and the one to `next`; a decrease gives no room back.
 * Throws RangeError where there is no version.
 */
export function checkTenPercent(
  versions: readonly Pick<VersionedTerms, "terms">[],
  next?: ContractTerms,
): TenPercentCheck {
  const totals = versions.map(({ terms }) => terms.price.total);
  if (next !== undefined) totals.push(next.price.total);
  const [original] = totals;
  if (original === undefined) throw new RangeError("a contract has a first version");
  const added = sumIncreases(totals);
  const most = tenthOf(original);
  const verdict = compareMoney(added, most) > 0 ? "failed" : "passed";
  const rate = shareOf(added, original, verdict);
  return { verdict, original, added, most, rate, figures: printFigures(original, added, most, rate), source };
}

function sumIncreases(totals: readonly Money[]): Money {
  return totals.reduce((sum, total, at) => {
    const earlier = totals[at - 1] ?? total;
    return compareMoney(total, earlier) > 0 ? addMoney(sum, subtractMoney(total, earlier)) : sum;
  }, "0.00");
}

/** A tenth, down to the fen: half-up would allow more than 10 %. */
function tenthOf(amount: Money): Money {
  const roundedUp = amount.slice(-1) >= "5";
  return roundedUp ? subtractMoney(rateOf(amount, "10%"), "0.01") : rateOf(amount, "10%");
}

/** The share to two decimals of a percent, rounded away from the limit, so that only exactly 10 % reads so. */
function shareOf(added: Money, original: Money, verdict: TenPercentCheck["verdict"]): string {
  const [part, whole] = [fenOf(added), fenOf(original)];
  if (whole === 0n) return part === 0n ? "0.00%" : "—";
  const up = verdict === "failed" ? whole - 1n : 0n;
  const hundredths = String((part * 10_000n + up) / whole).padStart(3, "0");
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}%`;
}

function fenOf(amount: Money): bigint {
  return BigInt(amount.replace(".", ""));
}

function printFigures(original: Money, added: Money, most: Money, rate: string): Text {
  const [price, more, limit] = [original, added, most].map(formatMoney);
  return {
    zh: `原合同价 ${price}，补充协议累计追加 ${more}（${rate}），最多可追加 ${limit}（10%）`,
    en: `original price ${price}, added by supplements ${more} (${rate}), at most ${limit} (10%)`,
  };
}
