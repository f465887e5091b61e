import { type ContractTerms, titleText } from "../contract/index.ts";
import { formatMoney, scaleMoney, sumMoney } from "../money/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";

export const priceLines: Check = {
  id: "priceLines",
  title: { zh: "分项报价与总价一致", en: "price lines come to the total" },
  source: { zh: "合同价款条款", en: "the contract's price clause" },
  find: checkPriceLines,
};

/** Each line is quantity × unit price, and the lines together are the total. */
function checkPriceLines({ price }: ContractTerms): Finding[] {
  const { lines = [], total } = price;
  if (lines.length === 0) return passed({ zh: "没有分项报价", en: "there are no price lines" });
  const wrong = lines.flatMap(({ title, quantity, unitPrice, amount }, index): Finding[] => {
    const product = scaleMoney(unitPrice, quantity, 1);
    if (product === amount) return [];
    const { zh, en } = titleText(title);
    const shown = `${quantity} × ${formatMoney(unitPrice)} = ${formatMoney(product)}`;
    const figures = {
      zh: `${zh}：${shown}，所列金额为 ${formatMoney(amount)}`,
      en: `${en}: ${shown}, the line says ${formatMoney(amount)}`,
    };
    return [{ verdict: "failed", figures, places: [`/price/lines/${index}/amount`] }];
  });
  const sum = sumMoney(lines.map(({ amount }) => amount));
  const places = ["/price/lines", "/price/total"];
  const shown = `${lines.map(({ amount }) => formatMoney(amount)).join(" + ")} = ${formatMoney(sum)}`;
  if (sum !== total) {
    const figures = {
      zh: `${shown}，总价 ${formatMoney(total)}`,
      en: `${shown}, the total is ${formatMoney(total)}`,
    };
    wrong.push({ verdict: "failed", figures, places });
  }
  return wrong.length > 0 ? wrong : passed({ zh: `${shown}，与总价一致`, en: `${shown}, the total` }, places);
}
