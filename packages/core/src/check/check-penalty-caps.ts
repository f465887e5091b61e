import { type ContractTerms, type PenaltyRule, titleText } from "../contract/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

export const penaltyCaps: Check = {
  id: "penaltyCaps",
  title: { zh: "逐日、逐次累加的违约金有上限", en: "penalties that grow have a cap" },
  source: {
    zh: "合同违约责任条款；民法典第五百八十五条",
    en: "the contract's remedies; Civil Code, article 585",
  },
  find: checkPenaltyCaps,
};

const growing = {
  perDay: { zh: "按日", en: "per day" },
  perOccurrence: { zh: "按次", en: "per occurrence" },
  perPersonTime: { zh: "按人次", en: "per person and time" },
} as const;

/** A penalty per day that ends on a day of its own is bounded by that; else it needs a cap, its own or a shared one. */
function checkPenaltyCaps({ penalties = [], penaltyCaps: shared = [] }: ContractTerms): Finding[] {
  if (penalties.length === 0) return passed({ zh: "没有登记违约金", en: "no penalties are on record" });
  const covered = new Set(shared.flatMap(({ covers }) => covers));
  const open = penalties.flatMap((penalty, index) => {
    if (isBounded(penalty) || covered.has(penalty.key)) return [];
    return [{ penalty, place: `/penalties/${index}` }];
  });
  if (open.length === 0) {
    return passed({ zh: "均有上限或不累加", en: "each has a cap or does not grow" }, ["/penalties"]);
  }
  const named = open.map(({ penalty }) => {
    const { zh, en } = titleText(penalty.title);
    const how = growthOf(penalty) ?? { zh: "", en: "" };
    return { zh: `${zh}（${how.zh}）`, en: `${en} (${how.en})` };
  });
  const { zh, en } = joinTexts(named);
  const figures = { zh: `没有上限：${zh}`, en: `without a cap: ${en}` };
  return [{ verdict: "warning", figures, places: open.map(({ place }) => place) }];
}

function growthOf({ penalty }: PenaltyRule): { zh: string; en: string } | undefined {
  return penalty === "once" || penalty === "tiers" ? undefined : growing[penalty];
}

function isBounded(penalty: PenaltyRule): boolean {
  if (growthOf(penalty) === undefined || penalty.cap !== undefined) return true;
  return penalty.penalty === "perDay" && penalty.until !== undefined;
}
