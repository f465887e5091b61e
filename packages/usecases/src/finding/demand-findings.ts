import { DomainError } from "@luyue/core/error";
import { type Finding, lastAnswerOf } from "@luyue/core/finding";
import type { ContractState } from "../contract/contract.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { refreshContract } from "../contract/refresh-contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { unavailable } from "../runtime/refusals.ts";

/** As one hand-out is finished somebody else's may come in between. */
const mostRounds = 10;

/**
 * A contract that is not closed, or as `demand` wants it, with all that was handed out written: a hand-out that was cut short is finished first, so
 * that no finding is taken further before it is there. Throws `notFound` or `conflict`.
 */
export async function demandWrittenContract(
  context: CommandContext,
  contractId: string,
  demand = demandRunningContract,
): Promise<ContractState> {
  for (let round = 0; round < mostRounds; round += 1) {
    const state = await demand(context, contractId);
    if (state.work.batches.length === 0) return state;
    await refreshContract(context.store, contractId, context.runtime);
  }
  throw unavailable();
}

/** Findings of such a contract, in the order of their ids. Throws `notFound` where one of them is not the contract's. */
export async function demandFindings(
  context: CommandContext,
  { contractId, findingIds }: { readonly contractId: string; readonly findingIds: readonly string[] },
): Promise<{ readonly state: ContractState; readonly findings: readonly Finding[] }> {
  const state = await demandWrittenContract(context, contractId);
  const found = await Promise.all(findingIds.map((id) => context.store.getFinding(contractId, id)));
  const findings = found.filter((finding) => finding !== undefined);
  if (findings.length < findingIds.length) throw noSuchFinding();
  return { state, findings };
}

export function noSuchFinding(): DomainError {
  return new DomainError("notFound", { zh: "找不到该隐患", en: "no such finding" });
}

/** Who answered a finding does not decide on that answer. Throws `forbidden`. */
export function demandOtherThanAnswered(findings: readonly Finding[], { actor }: CommandContext): void {
  const own = findings.filter((finding) => lastAnswerOf(finding)?.actorId === actor.id);
  if (own.length === 0) return;
  const { zh, en } = numbersOf(own);
  throw new DomainError("forbidden", {
    zh: `${zh}由您本人反馈，须由他人审核和复测`,
    en: `you answered ${en} yourself: somebody else reviews and re-tests`,
  });
}

/** What the vendor's own units have mended the agency re-tests, not the vendor. Throws `forbidden`. */
export function demandNotOwnUnits(
  { state, findings }: { readonly state: ContractState; readonly findings: readonly Finding[] },
  { actor }: CommandContext,
): void {
  if (actor.kind !== "partner") return;
  const own = new Set(state.work.units.filter(({ side }) => side === "vendor").map(({ id }) => id));
  const theirs = findings.filter(({ unitId }) => own.has(unitId));
  if (theirs.length === 0) return;
  const { zh, en } = numbersOf(theirs);
  throw new DomainError("forbidden", {
    zh: `${zh}的责任单位属于乙方，由甲方复测`,
    en: `${en}: of a unit of the vendor, so the agency re-tests`,
  });
}

/** 第3、7号隐患, findings 3, 7. */
export function numbersOf(findings: readonly Pick<Finding, "number">[]): { zh: string; en: string } {
  const numbers = findings.map(({ number }) => number);
  const en = `${numbers.length === 1 ? "finding" : "findings"} ${numbers.join(", ")}`;
  return { zh: `第${numbers.join("、")}号隐患`, en };
}
