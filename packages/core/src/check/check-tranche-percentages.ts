import { type ContractTerms, titleText, type Tranche } from "../contract/index.ts";
import { rateToDecimal } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, Finding } from "./check.ts";
import { fromUnits, percentOf, sumUnits, toUnits } from "./exact.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

export const tranchePercentages: Check = {
  id: "tranchePercentages",
  title: { zh: "付款比例合计为其基数的100%", en: "percentages come to 100 % of their base" },
  source: { zh: "合同付款条款", en: "the contract's payment clauses" },
  find: checkTranchePercentages,
};

const whole = 100n * toUnits("1");

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
 * Rates of a base make up 100 % of it, or less where something else takes the rest: a fixed sum, a remainder of the base or
 * of the total, or, for the total, tranches of other bases.
 */
function checkBase(base: { key: string; title: Text }, tranches: readonly Tranche[]): Finding[] {
  const places: string[] = [];
  const percents: string[] = [];
  for (const [index, tranche] of tranches.entries()) {
    if (tranche.amount.amount !== "rate" || keyOf(tranche) !== base.key) continue;
    places.push(`/tranches/${index}/amount/rate`);
    percents.push(percentOf(rateToDecimal(tranche.amount.rate)));
  }
  if (percents.length === 0) return [];
  const sum = sumUnits(percents);
  const shared = tranches.some((tranche) => takesRest(tranche, base.key));
  const right = shared ? sum < whole : sum === whole;
  const shown = `${percents.map((each) => `${each}%`).join(" + ")} = ${fromUnits(sum)}%`;
  const wanted = shared ? { zh: "应低于100%", en: "less than 100%" } : { zh: "应为100%", en: "100%" };
  const rest = { zh: "，其余另有约定", en: ", the rest is agreed otherwise" };
  const tail = right
    ? shared
      ? rest
      : { zh: "", en: "" }
    : { zh: `，${wanted.zh}`, en: `, not ${wanted.en}` };
  const figures = { zh: `${base.title.zh} ${shown}${tail.zh}`, en: `${base.title.en} ${shown}${tail.en}` };
  return [{ verdict: right ? "passed" : "failed", figures, places }];
}

function takesRest(tranche: Tranche, base: string): boolean {
  const key = keyOf(tranche);
  if (tranche.amount.amount === "remainder") return key === base || key === "total";
  if (tranche.amount.amount === "fixed") return base === "total";
  return base === "total" && key !== "total";
}
