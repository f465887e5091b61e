import { type ContractTerms, titleText } from "../contract/index.ts";
import type { Right } from "../right/index.ts";
import { assessAcceptance, type FailedRound } from "./assess-acceptance.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";

/**
 * Rights that arise where an acceptance fails more often than the terms allow rectifications (C, D: the fourth failure
 * after three): the buyer may terminate and claim what the clause says. An acceptance that passed in the end gives none.
 */
export function findAcceptanceRights(
  { acceptances = [] }: Pick<ContractTerms, "acceptances">,
  rounds: readonly AcceptanceRound[],
): Right[] {
  return acceptances.flatMap((acceptance): Right[] => {
    const { failures, allowed, exceeded, passed } = assessAcceptance(acceptance, rounds);
    const beyond = allowed === undefined ? undefined : failures[allowed];
    if (!exceeded || beyond === undefined || passed !== undefined) return [];
    const { zh, en } = titleText(acceptance.title);
    return [
      {
        key: `acceptance.${acceptance.key}.terminate`,
        title: {
          zh: `“${zh}”经${allowed}次整改仍未通过：甲方有权解除合同并按约定追究违约责任`,
          en: `${en} has failed after ${allowed} rectification${allowed === 1 ? "" : "s"}: the buyer may terminate and claim what the contract gives`,
        },
        arisenOn: beyond.settled.on,
        ...(acceptance.clause === undefined ? {} : { clause: acceptance.clause }),
        because: failures.map(describeFailure),
      },
    ];
  });
}

function describeFailure({ number, settled: { on, reason } }: FailedRound, at: number) {
  return {
    on,
    text: {
      zh: `第${at + 1}次未通过（第${number}轮，${on}）：${reason}`,
      en: `failure ${at + 1} (round ${number}, ${on}): ${reason}`,
    },
  };
}
