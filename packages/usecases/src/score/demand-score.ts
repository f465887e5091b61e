import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { ScoreSheet } from "@luyue/core/score";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "../contract/contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import type { ScoredPeriod } from "./scored-period.ts";

/** A period of the contract's score. Throws `conflict` without a score, `invalid` where it has no such period. */
export function demandScoredPeriod(
  period: string,
  periods: readonly ScoredPeriod[],
  state: ContractState,
): ScoredPeriod {
  const found = periods.find((each) => each.period === period);
  if (found !== undefined) return found;
  if (state.versions.every(({ terms }) => terms.score === undefined)) throw noScore();
  const [first, last] = [periods.at(0)?.period, periods.at(-1)?.period];
  if (first === undefined || last === undefined) {
    throw conflict({
      zh: "服务期尚未确定，没有可以考核的期间",
      en: "the term is not known yet, so that no period can be scored",
    });
  }
  throw invalidAt("/period", {
    zh: `没有考核期 ${period}：考核期自 ${first} 至 ${last}`,
    en: `there is no period ${period}: they run from ${first} to ${last}`,
  });
}

/** A period that is over today: its last day has come. Throws `conflict`. */
export function demandOver({ period, to }: ScoredPeriod, { runtime }: Pick<CommandContext, "runtime">): void {
  if (to <= civilDateOf(runtime.now())) return;
  throw conflict({
    zh: `考核期 ${period} 至 ${to} 为止，自该日起方可评分`,
    en: `the period ${period} runs through ${to}: it can be scored from that day on`,
  });
}

/** The sheet of a period in a state. Throws `notFound` where there is none, `conflict` in another state. */
export function demandSheet<S extends ScoreSheet["state"]>(
  { work }: ContractState,
  period: string,
  state: S,
): Extract<ScoreSheet, { readonly state: S }> {
  const sheet = work.sheets.find((each) => each.period === period);
  if (sheet === undefined) throw noSheet();
  if (isInState(sheet, state)) return sheet;
  const { zh, en } = stateNames[sheet.state];
  throw conflict({
    zh: `${period} 的考核评分为“${zh}”状态，不能进行此操作`,
    en: `the score of ${period} is ${en}: this cannot be done`,
  });
}

function isInState<S extends ScoreSheet["state"]>(
  sheet: ScoreSheet,
  state: S,
): sheet is Extract<ScoreSheet, { readonly state: S }> {
  return sheet.state === state;
}

/** A score takes two people: what somebody proposed is for another one to make final or to reopen. Throws `forbidden`. */
export function demandSecondPerson({ proposed }: ScoreSheet, { actor }: CommandContext): void {
  if (proposed.actorId !== actor.id) return;
  throw new DomainError("forbidden", {
    zh: "评分由您本人提出，须由另一名合同经办人或验收人员办理",
    en: "you have proposed this score yourself: it takes another contract manager or acceptor",
  });
}

const stateNames: Readonly<Record<ScoreSheet["state"], Text>> = {
  proposed: { zh: "待确定", en: "proposed" },
  final: { zh: "已确定", en: "final" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

export function conflict(reason: Text): DomainError {
  return new DomainError("conflict", reason);
}

export function noScore(): DomainError {
  return conflict({ zh: "本合同未约定考核评分", en: "the contract agrees on no score" });
}

function noSheet(): DomainError {
  return new DomainError("notFound", { zh: "该考核期还没有评分", en: "the period has no score" });
}
