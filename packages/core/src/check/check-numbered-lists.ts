import type { ContractTerms } from "../contract/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";

export const numberedLists: Check = {
  id: "numberedLists",
  title: { zh: "编号连续无缺", en: "numbered lists have no holes" },
  source: { zh: "合同中编号的清单", en: "the contract's numbered lists" },
  find: checkNumberedLists,
};

const lists = [
  { list: "deliverables", zh: "交付物", en: "deliverables" },
  { list: "articles", zh: "条款", en: "articles" },
] as const;

/** A list that numbers its entries 1, 2, 3 … leaves none out; entries without such a number are not of it. */
function checkNumberedLists(terms: ContractTerms): Finding[] {
  const findings = lists.flatMap(({ list, zh, en }): Finding[] => {
    const entries: readonly { readonly number?: string | undefined }[] = terms[list] ?? [];
    const numbers = entries.flatMap(({ number }) =>
      number !== undefined && /^[1-9]\d{0,3}$/.test(number) ? [Number(number)] : [],
    );
    if (numbers.length === 0) return [];
    const known = new Set(numbers);
    const last = Math.max(...numbers);
    const holes = Array.from({ length: last }, (_, at) => at + 1).filter((each) => !known.has(each));
    if (holes.length === 0) {
      return passed({ zh: `${zh} 1 至 ${last}，连续`, en: `${en} 1 to ${last}, none missing` }, [`/${list}`]);
    }
    const figures = {
      zh: `${zh} 1 至 ${last}，缺 ${holes.join("、")}`,
      en: `${en} 1 to ${last}, missing: ${holes.join(", ")}`,
    };
    return [{ verdict: "failed", figures, places: [`/${list}`] }];
  });
  if (findings.length === 0) return passed({ zh: "没有编号的清单", en: "there are no numbered lists" });
  const wrong = findings.filter(({ verdict }) => verdict === "failed");
  return wrong.length > 0 ? wrong : findings;
}
