import type { Decimal } from "decimal.js";
import { type ContractTerms, titleText, type Tranche } from "../contract/index.ts";
import { decimalOfRate, ExactDecimal } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

export const tranchePercentages: Check = {
  id: "tranchePercentages",
  title: { zh: "付款比例合计为其基数的100%", en: "percentages come to 100 % of their base" },
  source: { zh: "合同付款条款", en: "the contract's payment clauses" },
  find: checkTranchePercentages,
};

function checkTranchePercentages(terms: ContractTerms): Finding[] {
  const bases = [
    { key: "total", title: { zh: "合同总价", en: "contract total" } },
    ...(terms.price.bases ?? []).map(({ key, title }) => ({ key, title: titleText(title) })),
  ];
  const findings = bases.flatMap((base) => checkBase(base, terms.tranches));
  if (findings.length === 0) return passed({ zh: "没有按比例的付款", en: "no payment is a percentage" });
  const wrong = findings.filter(({ verdict }) => verdict === "failed");
  if (wrong.length > 0) return wrong;
  return passed(
    joinTexts(findings.map(({ figures }) => figures)),
    findings.flatMap(({ places }) => places),
  );
}

const keyOf = ({ amount }: Tranche) => (amount.amount === "fixed" ? "total" : (amount.of ?? "total"));

/**
 * Rates of a base make up 100 % of it; less where a remainder takes the rest or, for the total, fixed sums or tranches of
 * other bases do; and at most that where there is a remainder of the total.
 */
function checkBase(base: { key: string; title: Text }, tranches: readonly Tranche[]): Finding[] {
  const places: string[] = [];
  const percents: Decimal[] = [];
  for (const [index, tranche] of tranches.entries()) {
    if (tranche.amount.amount !== "rate" || keyOf(tranche) !== base.key) continue;
    places.push(`/tranches/${index}/amount/rate`);
    percents.push(decimalOfRate(tranche.amount.rate).times(100));
  }
  if (percents.length === 0) return [];
  const sum = ExactDecimal.sum(...percents);
  const shared = tranches.some((tranche) => takesRest(tranche, base.key));
  const mayShare = shared || tranches.some(takesRestOfTotal);
  const whole = sum.equals(100);
  const right = shared ? sum.lessThan(100) : whole || (mayShare && sum.lessThan(100));
  const shown = `${percents.map((each) => `${each.toFixed()}%`).join(" + ")} = ${sum.toFixed()}%`;
  const tail = whole && right ? { zh: "", en: "" } : tailOf(right, mayShare);
  const figures = { zh: `${base.title.zh} ${shown}${tail.zh}`, en: `${base.title.en} ${shown}${tail.en}` };
  return [{ verdict: right ? "passed" : "failed", figures, places }];
}

function tailOf(right: boolean, mayShare: boolean): Text {
  if (right) return { zh: "，其余另有约定", en: ", the rest is agreed otherwise" };
  return mayShare
    ? { zh: "，应低于100%", en: ", not less than 100%" }
    : { zh: "，应为100%", en: ", not 100%" };
}

/** A remainder of the total may take what is left of any base. */
function takesRestOfTotal(tranche: Tranche): boolean {
  return tranche.amount.amount === "remainder" && keyOf(tranche) === "total";
}

/** Whether something else is paid out of the base itself. */
function takesRest(tranche: Tranche, base: string): boolean {
  const key = keyOf(tranche);
  if (tranche.amount.amount === "remainder") return key === base;
  if (tranche.amount.amount === "fixed") return base === "total";
  return base === "total" && key !== "total";
}
