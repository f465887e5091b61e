import { type ContractTerms, type PenaltyRule, type Tier, titleText } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, Finding } from "./check.ts";
import { ExactDecimal } from "../money/index.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

export const penaltyTiers: Check = {
  id: "penaltyTiers",
  title: { zh: "违约金分档无空档、无重叠", en: "penalty tiers leave no gap and do not overlap" },
  source: { zh: "合同违约责任条款", en: "the contract's remedies" },
  find: checkPenaltyTiers,
};

type Tiered = Extract<PenaltyRule, { penalty: "tiers" }>;

/**
 * Between one tier and the next no value is left out and none counts twice. Where only the value on the border itself belongs
 * to neither ("more than 30 and less than 60", then "more than 60"), that is a warning.
 */
function checkPenaltyTiers({ penalties = [] }: ContractTerms): Finding[] {
  const findings = penalties.flatMap((penalty, index): Finding[] => {
    if (penalty.penalty !== "tiers") return [];
    return judgeTiers(penalty, `/penalties/${index}/tiers`);
  });
  if (findings.length > 0) return findings;
  return passed({ zh: "各档首尾相接", en: "each tier starts where the one before it ends" }, ["/penalties"]);
}

function judgeTiers({ title, tiers }: Tiered, place: string): Finding[] {
  const ordered = tiers
    .map((tier, index) => ({ tier, index }))
    .toSorted((a, b) => new ExactDecimal(a.tier.from).comparedTo(b.tier.from));
  const seams: Seam[] = ordered.slice(1).flatMap(({ tier, index }, at) => {
    const before = ordered[at];
    const seam = before === undefined ? undefined : findSeam(before.tier, tier);
    return seam === undefined
      ? []
      : [{ ...seam, places: [`${place}/${before?.index}`, `${place}/${index}`] }];
  });
  const { zh, en } = titleText(title);
  return (["failed", "warning"] as const).flatMap((verdict): Finding[] => {
    const same = seams.filter((seam) => seam.verdict === verdict);
    if (same.length === 0) return [];
    const shown = joinTexts(same.map(({ text }) => text));
    const figures = { zh: `${zh}：${shown.zh}`, en: `${en}: ${shown.en}` };
    return [{ verdict, figures, places: same.flatMap(({ places }) => places) }];
  });
}

interface Seam {
  readonly verdict: "failed" | "warning";
  readonly text: Text;
  readonly places: readonly string[];
}

function findSeam(before: Tier, after: Tier): Omit<Seam, "places"> | undefined {
  if (before.to === undefined) {
    const text = { zh: `自 ${after.from} 起重叠`, en: `overlap from ${after.from} on` };
    return { verdict: "failed", text };
  }
  const order = new ExactDecimal(before.to).comparedTo(after.from);
  if (order < 0) {
    const text = {
      zh: `${before.to} 至 ${after.from} 之间为空档`,
      en: `gap between ${before.to} and ${after.from}`,
    };
    return { verdict: "failed", text };
  }
  const [ends, starts] = [before.toInclusive === true, after.fromExclusive !== true];
  if (order > 0 || (ends && starts)) {
    const text = {
      zh: order > 0 ? `${after.from} 至 ${before.to} 重叠` : `${after.from} 同属两档`,
      en: order > 0 ? `overlap from ${after.from} to ${before.to}` : `${after.from} is in two tiers`,
    };
    return { verdict: "failed", text };
  }
  if (ends || starts) return undefined;
  return {
    verdict: "warning",
    text: { zh: `恰为 ${after.from} 时不属任何一档`, en: `exactly ${after.from} is in no tier` },
  };
}
