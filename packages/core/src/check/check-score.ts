import { type ContractTerms, titleText } from "../contract/index.ts";
import type { Check, Finding } from "./check.ts";
import { ExactDecimal } from "../money/index.ts";
import { passed } from "./passed.ts";

const source = { zh: "合同考核方案", en: "the contract's score sheet" };
const none = { zh: "没有考核评分", en: "no score is agreed" };

export const scoreSplit: Check = {
  id: "scoreSplit",
  title: { zh: "考核项各部分权重合计100%", en: "each score item's split comes to 100 %" },
  source,
  find: checkScoreSplit,
};

function checkScoreSplit({ score }: ContractTerms): Finding[] {
  if (score === undefined) return passed(none);
  const wrong = score.items.flatMap(({ title, split }, index): Finding[] => {
    const sum = ExactDecimal.sum(0, ...split.map(({ percent }) => percent));
    if (sum.equals(100)) return [];
    const { zh, en } = titleText(title);
    const shown = `${split.map(({ percent }) => `${percent}%`).join(" + ")} = ${sum.toFixed()}%`;
    const figures = {
      zh: `第${index + 1}项“${zh}”：${shown}，应为100%`,
      en: `item ${index + 1}, ${en}: ${shown}, not 100%`,
    };
    return [{ verdict: "failed", figures, places: [`/score/items/${index}/split`] }];
  });
  if (wrong.length > 0) return wrong;
  const count = score.items.length;
  return passed({ zh: `${count}项均为100%`, en: `${count} items, each 100%` }, ["/score/items"]);
}

export const scoreTotal: Check = {
  id: "scoreTotal",
  title: { zh: "考核满分合计100分", en: "full marks come to 100" },
  source,
  find: checkScoreTotal,
};

function checkScoreTotal({ score }: ContractTerms): Finding[] {
  if (score === undefined) return passed(none);
  const sum = score.items.reduce((total, { full }) => total + full, 0);
  const figures = {
    zh: `${score.items.length}项满分合计 ${sum} 分`,
    en: `${score.items.length} items, ${sum} marks in all`,
  };
  return [{ verdict: sum === 100 ? "passed" : "failed", figures, places: ["/score/items"] }];
}
