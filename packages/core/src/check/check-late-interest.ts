import type { ContractTerms } from "../contract/index.ts";
import { decimalOfRate } from "../money/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { findDay } from "./check-signing-dates.ts";
import { findLoanPrimeRate } from "./loan-prime-rates.ts";
import { passed } from "./passed.ts";
import { judgeBySize } from "./small-vendor.ts";

/** A year of the agreed daily rate is not below the one-year LPR at signing; without a rate the law has one of its own. */
export const lateInterest: Check = {
  id: "lateInterest",
  title: { zh: "逾期利息不低于一年期LPR", en: "late interest is not below the one-year LPR" },
  source: {
    zh: "保障中小企业款项支付条例第十七条（2025年修订）",
    en: "Regulation on Payments to Small and Medium Enterprises, article 17 (2025)",
  },
  find: checkLateInterest,
};

function checkLateInterest({ lateInterest: agreed }: ContractTerms, facts: CheckFacts): Finding[] {
  const bySize = judgeBySize(facts);
  if (bySize !== undefined) return bySize;
  if (agreed === undefined) {
    return passed({
      zh: "未约定利率，依法按每日万分之五（0.05%）",
      en: "no rate is agreed: 0.05 % a day applies by law",
    });
  }
  const places = ["/lateInterest/rate"];
  const on = findDay(facts, "signed") ?? facts.asOf;
  if (on === undefined) {
    const figures = {
      zh: `缺少：合同签订日，无法确定比较的LPR（约定每日 ${agreed.rate}）`,
      en: `missing: the day of signing, whose LPR is to be compared (agreed: ${agreed.rate} a day)`,
    };
    return [{ verdict: "notEnoughInput", figures, places, missing: ["signed"] }];
  }
  const prime = findLoanPrimeRate(facts.loanPrimeRates, on);
  if (prime === undefined) {
    const figures = { zh: `缺少：${on} 的一年期LPR`, en: `missing: the one-year LPR of ${on}` };
    return [{ verdict: "notEnoughInput", figures, places, missing: ["loanPrimeRate"] }];
  }
  const yearly = decimalOfRate(agreed.rate).times(365).times(100);
  const enough = yearly.greaterThanOrEqualTo(prime);
  const sign = enough ? "≥" : "<";
  const shown = `${agreed.rate} × 365 = ${yearly.toFixed()}% ${sign} ${prime}%`;
  const figures = { zh: `${shown}（${on} 的LPR）`, en: `${shown} (the LPR on ${on})` };
  return [{ verdict: enough ? "passed" : "failed", figures, places }];
}
