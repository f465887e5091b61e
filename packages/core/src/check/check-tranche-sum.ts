import type { ContractTerms } from "../contract/index.ts";
import { DomainError } from "../error/index.ts";
import { compareMoney, formatMoney, subtractMoney, sumMoney } from "../money/index.ts";
import { evaluateTrancheAmounts } from "../tranche/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";

export const trancheSum: Check = {
  id: "trancheSum",
  title: { zh: "各期付款合计等于合同总价", en: "tranches add up to the total" },
  source: { zh: "合同价款与付款条款", en: "the contract's price and payment clauses" },
  find: checkTrancheSum,
};

function checkTrancheSum(terms: ContractTerms): Finding[] {
  const { total } = terms.price;
  const places = ["/price/total", ...terms.tranches.map((_, index) => `/tranches/${index}/amount`)];
  const amounts = evaluateAmounts(terms);
  if (amounts instanceof DomainError) return [{ verdict: "failed", figures: amounts.reason, places }];
  const sum = sumMoney(amounts);
  const shown = `${amounts.map(formatMoney).join(" + ")} = ${formatMoney(sum)}`;
  const order = compareMoney(sum, total);
  if (order === 0) return passed({ zh: `${shown}，与总价一致`, en: `${shown}, the total` }, places);
  const off = formatMoney(order > 0 ? subtractMoney(sum, total) : subtractMoney(total, sum));
  const figures = {
    zh: `${shown}，总价 ${formatMoney(total)}，${order > 0 ? "多" : "少"} ${off}`,
    en: `${shown}, the total is ${formatMoney(total)}: ${off} too ${order > 0 ? "much" : "little"}`,
  };
  return [{ verdict: "failed", figures, places }];
}

/** A remainder that cannot be worked out, because the others take more than there is, is a finding here. */
function evaluateAmounts(terms: ContractTerms): readonly string[] | DomainError {
  try {
    return [...evaluateTrancheAmounts(terms).values()].map(({ amount }) => amount);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
