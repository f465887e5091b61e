import type { Text } from "@luyue/core/text";
import type { Acceptance, Round } from "./work-queries.ts";

/** What an acceptance waits for, and who has to do it. */
export interface NextStep {
  readonly step: "apply" | "assess" | "sign" | "conclude" | "none";
  readonly text: Text;
}

/** The open round of an acceptance, if it has one. */
export function openRoundOf({ rounds, openRoundId }: Acceptance): Round | undefined {
  return rounds.find(({ id }) => id === openRoundId);
}

export function nextStepOf(acceptance: Acceptance): NextStep {
  const { passedOn, rectifications } = acceptance;
  if (passedOn !== null)
    return {
      step: "none",
      text: { zh: `已于 ${passedOn} 通过验收。`, en: `It passed on ${passedOn}.` },
    };
  const round = openRoundOf(acceptance);
  if (round === undefined) return toApply(acceptance);
  const { assessment } = round;
  if (assessment === null)
    return {
      step: "assess",
      text: {
        zh: "甲方合同经办人或验收人员逐项评定，资料不合格时提出异议。",
        en: "The buyer's contract manager or an acceptor assesses each criterion, or objects to the papers.",
      },
    };
  const unsigned = assessment.acceptors.filter(({ signature }) => signature === null);
  if (unsigned.length > 0)
    return {
      step: "sign",
      text: {
        zh: `待签字：${unsigned.map(({ name }) => name).join("、")}。`,
        en: `To be signed by ${unsigned.map(({ name }) => name).join(", ")}.`,
      },
    };
  return {
    step: "conclude",
    text: {
      zh: `签字已齐，由评定人以外的甲方合同经办人或验收人员作出结论${rectifications.allowed === null ? "" : "；不通过时写明整改期限"}。`,
      en: `All have signed: a contract manager or an acceptor of the buyer, other than who assessed it, concludes it${rectifications.allowed === null ? "" : ", with a day for the rectification where it fails"}.`,
    },
  };
}

function toApply({ rounds, rectifications }: Acceptance): NextStep {
  if (rectifications.exceeded)
    return {
      step: "none",
      text: {
        zh: "约定的整改次数已用完，是否再次受理由甲方决定，须说明理由。",
        en: "The rectifications that are agreed have been used: only the buyer takes it further, and says why.",
      },
    };
  const last = rounds.findLast(({ state }) => state !== "withdrawn");
  const by = last?.settled?.rectifyBy ?? null;
  return {
    step: "apply",
    text:
      last === undefined
        ? { zh: "待乙方申请验收。", en: "The vendor applies for it." }
        : {
            zh: `待乙方整改后再次申请${by === null ? "" : `，最迟 ${by}`}。`,
            en: `The vendor rectifies and applies again${by === null ? "" : `, by ${by}`}.`,
          },
  };
}
