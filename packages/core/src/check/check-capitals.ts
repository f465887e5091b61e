import { type ContractTerms, titleText } from "../contract/index.ts";
import { DomainError } from "../error/index.ts";
import { formatMoney, type Money, parseCapitals } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import { evaluateTrancheAmounts } from "../tranche/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

export const capitals: Check = {
  id: "capitals",
  title: { zh: "金额大写与小写一致", en: "amounts in capitals agree with the figures" },
  source: { zh: "合同中写明大写金额之处", en: "the contract, wherever an amount stands in capitals" },
  find: checkCapitals,
};

interface Written {
  readonly title: Text;
  readonly figure: Money;
  readonly capitals: string;
  readonly place: string;
}

/** Neither side is preferred where they disagree; capitals that cannot be read are a warning, not a difference. */
function checkCapitals(terms: ContractTerms): Finding[] {
  const written = listWritten(terms);
  if (written.length === 0) return passed({ zh: "没有大写金额", en: "no amount stands in capitals" });
  const findings = written.map(compareWritten);
  const wrong = findings.filter(({ verdict }) => verdict !== "passed");
  if (wrong.length > 0) return wrong;
  return passed(
    joinTexts(findings.map(({ figures }) => figures)),
    findings.flatMap(({ places }) => places),
  );
}

function listWritten(terms: ContractTerms): Written[] {
  const { price, bond, tranches } = terms;
  const written: Written[] = [];
  const add = (title: Text, figure: Money, text: string | undefined, place: string) => {
    if (text !== undefined) written.push({ title, figure, capitals: text, place });
  };
  add({ zh: "合同总价", en: "contract total" }, price.total, price.capitals, "/price/capitals");
  if (tranches.some((tranche) => tranche.capitals !== undefined)) {
    const amounts = evaluateAmounts(terms);
    for (const [index, tranche] of tranches.entries()) {
      const amount = amounts.get(tranche.key)?.amount;
      if (amount === undefined) continue;
      add(titleText(tranche.title), amount, tranche.capitals, `/tranches/${index}/capitals`);
    }
  }
  if (bond !== undefined) add(titleText(bond.title), bond.amount, bond.capitals, "/bond/capitals");
  return written;
}

/** None where a remainder cannot be worked out: the tranches' sum says so. */
function evaluateAmounts(terms: ContractTerms): ReturnType<typeof evaluateTrancheAmounts> {
  try {
    return evaluateTrancheAmounts(terms);
  } catch (error) {
    if (error instanceof DomainError) return new Map();
    throw error;
  }
}

function compareWritten({ title, figure, capitals: text, place }: Written): Finding {
  const places = [place];
  const read = parseCapitals(text);
  if (read === undefined) {
    const figures = {
      zh: `${title.zh}：大写“${text}”无法识读，请人工核对 ${formatMoney(figure)}`,
      en: `${title.en}: the capitals “${text}” cannot be read; compare them with ${formatMoney(figure)} by eye`,
    };
    return { verdict: "warning", figures, places };
  }
  const shown = `${text} = ${formatMoney(read)}`;
  if (read === figure) {
    return { verdict: "passed", figures: { zh: `${title.zh} ${shown}`, en: `${title.en} ${shown}` }, places };
  }
  const figures = {
    zh: `${title.zh}不一致：${shown}，小写为 ${formatMoney(figure)}`,
    en: `${title.en} is inconsistent: ${shown}, the figures say ${formatMoney(figure)}`,
  };
  return { verdict: "failed", figures, places };
}
