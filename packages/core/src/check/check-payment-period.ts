import { type CivilDate, daysBetween } from "../civil-date/index.ts";
import { type ContractTerms, titleText, type Tranche } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { findPaymentWait } from "./payment-wait.ts";
import { readTermDates, type TermDates } from "../obligation/index.ts";
import { judgeBySize } from "./small-vendor.ts";
import { joinTexts } from "./text.ts";

/**
 * At most 30 days after delivery, or 60 where agreed; where payment depends on acceptance, from its passing (article 10).
 * A period in working days is taken at its longest.
 */
export const paymentPeriod: Check = {
  id: "paymentPeriod",
  title: { zh: "对中小企业的付款期限不超过60日", en: "small and medium vendors are paid within 60 days" },
  source: {
    zh: "保障中小企业款项支付条例第九条、第十条（2025年修订）",
    en: "Regulation on Payments to Small and Medium Enterprises, articles 9 and 10 (2025)",
  },
  find: checkPaymentPeriod,
};

const statutory = 30;
const most = 60;

function checkPaymentPeriod(terms: ContractTerms, facts: CheckFacts): Finding[] {
  const bySize = judgeBySize(facts);
  if (bySize !== undefined) return bySize;
  const dates = readTermDates(terms, facts.events, facts.calendar);
  const findings = terms.tranches.map((tranche, index) => judge(tranche, index, facts, dates));
  const wrong = findings.filter(({ verdict }) => verdict !== "passed");
  if (wrong.length > 0) return wrong;
  return passed(
    joinTexts(findings.map(({ figures }) => figures)),
    findings.flatMap(({ places }) => places),
  );
}

function judge(tranche: Tranche, index: number, { calendar }: CheckFacts, dates: TermDates): Finding {
  const places = [`/tranches/${index}/due`];
  const { zh, en } = titleText(tranche.title);
  const answer = (verdict: "passed" | "failed", text: Text): Finding => ({
    verdict,
    figures: { zh: `${zh}：${text.zh}`, en: `${en}: ${text.en}` },
    places,
  });
  const wait = findPaymentWait(tranche.due, calendar);
  if (wait.wait === "open") {
    return answer("passed", {
      zh: `未约定期限，依法为${statutory}日`,
      en: `no period is agreed: ${statutory} days by law`,
    });
  }
  if (wait.wait === "days" && (wait.days <= most || !wait.ahead)) return answer(...judgeDays(wait.days));
  return judgeDate(dates.paymentDue(tranche.key), dates.lastEnd, places, answer);
}

function judgeDays(days: number): ["passed" | "failed", Text] {
  if (days > most) {
    return ["failed", { zh: `最长${days}日 > ${most}日`, en: `${days} days at the longest > ${most} days` }];
  }
  if (days > statutory) {
    const text = {
      zh: `最长${days}日，约定期限不超过${most}日`,
      en: `${days} days at the longest, within the ${most} that may be agreed`,
    };
    return ["passed", text];
  }
  return [
    "passed",
    { zh: `最长${days}日 ≤ ${statutory}日`, en: `${days} days at the longest ≤ ${statutory} days` },
  ];
}

/** A payment on a date of the calendar, or long after the signing, is compared with the last term's end: all is delivered then. */
function judgeDate(
  due: CivilDate | undefined,
  delivered: CivilDate | undefined,
  places: readonly string[],
  answer: (verdict: "passed" | "failed", text: Text) => Finding,
): Finding {
  if (due === undefined || delivered === undefined) {
    const missing = [due === undefined ? "dueDate" : [], delivered === undefined ? "termEnd" : []] as const;
    const { figures } = answer("passed", {
      zh: "缺少：付款日或服务期届满日尚未确定",
      en: "missing: the day of the payment or of the term's end",
    });
    return { verdict: "notEnoughInput", figures, places, missing: missing.flat() };
  }
  const days = daysBetween(delivered, due);
  const shown = { zh: `最迟 ${due}，服务期至 ${delivered}`, en: `by ${due}, the term ends on ${delivered}` };
  return answer(days <= most ? "passed" : "failed", {
    zh: days > 0 ? `${shown.zh}，其后${days}日` : shown.zh,
    en: days > 0 ? `${shown.en}, ${days} days before` : shown.en,
  });
}
