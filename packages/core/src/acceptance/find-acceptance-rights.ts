import { addDays, type CivilDate } from "../civil-date/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import type { Right } from "../right/index.ts";
import { type AcceptanceStanding, assessAcceptance, type FailedRound } from "./assess-acceptance.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];

/**
 * Rights to terminate that have arisen by a day: where an acceptance fails more often than the terms allow rectifications
 * (C, D: the fourth failure after three), and where they say so (D) once the day that the buyer set after a failure has
 * passed without another application. An acceptance that passed in the end gives none.
 */
export function findAcceptanceRights(
  { acceptances = [] }: Pick<ContractTerms, "acceptances">,
  rounds: readonly AcceptanceRound[],
  today: CivilDate,
): Right[] {
  return acceptances.flatMap((acceptance): Right[] => {
    const standing = assessAcceptance(acceptance, rounds);
    if (standing.passed !== undefined) return [];
    return [...findExceeded(acceptance, standing), ...findLate(acceptance, standing, today)];
  });
}

const terminates = { holder: "buyer", gives: "terminate" } as const;

function findExceeded(acceptance: Acceptance, { failures, allowed }: AcceptanceStanding): Right[] {
  const beyond = allowed === undefined ? undefined : failures[allowed];
  if (beyond === undefined) return [];
  const { zh, en } = titleText(acceptance.title);
  return [
    {
      key: `acceptance.${acceptance.key}.terminate`,
      ...terminates,
      title: {
        zh: `“${zh}”经${allowed}次整改仍未通过：甲方有权解除合同并按约定追究违约责任`,
        en: `${en} has failed after ${allowed} rectification${allowed === 1 ? "" : "s"}: the buyer may terminate and claim what the contract gives`,
      },
      arisenOn: beyond.settled.on,
      ...clauseOf(acceptance),
      because: failures.map(describeFailure),
    },
  ];
}

/** It stays where the vendor applies after the day: what the clause asks for is that it did not do so by then. */
function findLate(acceptance: Acceptance, standing: AcceptanceStanding, today: CivilDate): Right[] {
  if (acceptance.endsByLateness !== true) return [];
  const missed = standing.failures.flatMap((failure, at) => {
    const { rectifyBy } = failure.settled;
    if (rectifyBy === undefined || today <= rectifyBy) return [];
    const again = nextApplication(failure, standing);
    if (again !== undefined && again.appliedOn <= rectifyBy) return [];
    const arisenOn = addDays(rectifyBy, 1);
    return [{ arisenOn, because: [describeFailure(failure, at), describeMissed(rectifyBy, again)] }];
  });
  const [first] = missed.toSorted((one, other) => (one.arisenOn < other.arisenOn ? -1 : 1));
  if (first === undefined) return [];
  const { zh, en } = titleText(acceptance.title);
  return [
    {
      key: `acceptance.${acceptance.key}.late`,
      ...terminates,
      title: {
        zh: `“${zh}”未在甲方规定的期限内完成整改：甲方有权解除合同并按约定追究违约责任`,
        en: `${en}: not rectified by the day that the buyer set: the buyer may terminate and claim what the contract gives`,
      },
      arisenOn: first.arisenOn,
      ...clauseOf(acceptance),
      because: missed.flatMap(({ because }) => because),
    },
  ];
}

function nextApplication(
  { number }: FailedRound,
  { rounds }: AcceptanceStanding,
): AcceptanceRound | undefined {
  return rounds.find((round) => round.number > number && round.state !== "withdrawn");
}

function describeMissed(rectifyBy: CivilDate, again: AcceptanceRound | undefined) {
  const [zh, en] =
    again === undefined
      ? ["未再次申请验收", "no other application"]
      : [`${again.appliedOn} 才再次申请验收`, `applied for again only on ${again.appliedOn}`];
  return {
    on: addDays(rectifyBy, 1),
    text: { zh: `整改期限 ${rectifyBy} 已过，${zh}`, en: `the day for it, ${rectifyBy}, has passed: ${en}` },
  };
}

function clauseOf({ clause }: Acceptance): Pick<Right, "clause"> {
  return clause === undefined ? {} : { clause };
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
