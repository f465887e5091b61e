import { type ContractTerms, titleText } from "../contract/index.ts";
import { visitAnchors } from "../date-rule/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { judgeBySize } from "./small-vendor.ts";

/** A payment that waits for the fiscal funds has no last day: it may come later than the law allows. */
export const paymentCondition: Check = {
  id: "paymentCondition",
  title: { zh: "付款不取决于甲方资金到位", en: "payment does not wait for the buyer's funds" },
  source: {
    zh: "保障中小企业款项支付条例第七条、第九条（2025年修订）",
    en: "Regulation on Payments to Small and Medium Enterprises, articles 7 and 9 (2025)",
  },
  find: checkPaymentCondition,
};

function checkPaymentCondition(terms: ContractTerms, facts: CheckFacts): Finding[] {
  const bySize = judgeBySize(facts);
  if (bySize !== undefined) return bySize;
  const findings: Finding[] = [];
  for (const [index, tranche] of terms.tranches.entries()) {
    const places: string[] = [];
    visitAnchors(tranche.due, ["tranches", index, "due"], (anchor, path) => {
      if (anchor.anchor === "event" && anchor.event === "fundsAppropriated")
        places.push(`/${path.join("/")}`);
    });
    for (const [at, { gate }] of (tranche.gates ?? []).entries()) {
      if (gate === "fundsAppropriated") places.push(`/tranches/${index}/gates/${at}`);
    }
    if (places.length === 0) continue;
    const { zh, en } = titleText(tranche.title);
    const figures = {
      zh: `${zh}以财政资金到位为条件，可能迟于交付后60日`,
      en: `${en} waits for the fiscal funds and may come later than 60 days after delivery`,
    };
    findings.push({ verdict: "warning", figures, places });
  }
  if (terms.lateInterest?.excuses?.includes("funds") === true) {
    const figures = {
      zh: "资金未到位时逾期付款不承担责任，付款可能迟于交付后60日",
      en: "no liability while the funds are not in place: payment may come later than 60 days after delivery",
    };
    findings.push({ verdict: "warning", figures, places: ["/lateInterest/excuses"] });
  }
  if (findings.length > 0) return findings;
  return passed({ zh: "没有此类条件", en: "there is no such condition" }, ["/tranches"]);
}
