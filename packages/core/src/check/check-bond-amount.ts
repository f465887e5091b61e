import type { ContractTerms } from "../contract/index.ts";
import { compareMoney, formatMoney, rateOf } from "../money/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";

export const bondAmount: Check = {
  id: "bondAmount",
  title: { zh: "履约保证金不超过合同金额的10%", en: "the bond is at most 10 % of the contract amount" },
  source: {
    zh: "政府采购法实施条例第四十八条",
    en: "Regulation on the Government Procurement Law, article 48",
  },
  find: checkBondAmount,
};

function checkBondAmount({ bond, price }: ContractTerms): Finding[] {
  if (bond === undefined) return passed({ zh: "没有履约保证金", en: "no bond is agreed" });
  const most = rateOf(price.total, "10%");
  const within = compareMoney(bond.amount, most) <= 0;
  const sign = within ? "≤" : ">";
  const shown = `${formatMoney(bond.amount)} ${sign} ${formatMoney(price.total)} × 10% = ${formatMoney(most)}`;
  return [
    {
      verdict: within ? "passed" : "failed",
      figures: { zh: shown, en: shown },
      places: ["/bond/amount", "/price/total"],
    },
  ];
}
