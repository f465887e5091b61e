import { type AcceptanceRound, type AcceptanceStanding, assessAcceptance } from "@luyue/core/acceptance";
import { type CivilDate, civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { keySchema } from "@luyue/core/event";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { evidenceListSchema } from "@luyue/core/event";
import { noteSchema, reasonSchema } from "./acceptance-schemas.ts";
import { answerOf } from "./change-round.ts";
import { acceptanceOf, nameOfAcceptance } from "./demand-round.ts";

/**
 * Applies for an acceptance 申请验收: the vendor's people for today, the agency's own from paper for the day on which it came
 * (`appliedOn`). Each application is a round of its own, one at a time. Once it has failed after the last rectification that
 * the terms allow, only the agency goes on, and says why (`despite`).
 */
export const applyAcceptance = defineCommand({
  name: "acceptance.apply",
  input: z.strictObject({
    contractId: contractIdSchema,
    of: keySchema,
    appliedOn: civilDateSchema.optional(),
    note: noteSchema.optional(),
    evidence: evidenceListSchema.optional(),
    despite: reasonSchema.optional(),
  }),
  permission: "acceptance:apply",
  async decide(context, { contractId, of, appliedOn, note, evidence = [], despite }) {
    const { actor, runtime } = context;
    const state = await demandRunningContract(context, contractId);
    const acceptance = acceptanceOf(state, of);
    if (acceptance === undefined) throw noAcceptance(of);
    const standing = assessAcceptance(acceptance, state.work.rounds);
    demandNext(standing, nameOfAcceptance(state, of));
    demandRoom(standing);
    demandDay(appliedOn, standing, context);
    demandAllowed(standing, despite, context);
    await demandEvidence(evidence, context);
    const side = actor.kind === "partner" ? "vendor" : "buyer";
    const applied = { ...actOf(context), side, ...optional({ note, despite }), evidence } as const;
    const round: AcceptanceRound = {
      id: runtime.newId("rnd"),
      of,
      number: standing.rounds.length + 1,
      appliedOn: appliedOn ?? civilDateOf(runtime.now()),
      applied,
      state: "applied",
    };
    return decideEntry(state, { kind: "round", id: round.id, round }, context, {
      answer: answerOf(round),
      subject: round.id,
      after: { round },
      ...(despite === undefined ? {} : { reason: despite }),
    });
  },
});

function optional(facts: { readonly note: string | undefined; readonly despite: string | undefined }) {
  const { note, despite } = facts;
  return { ...(note === undefined ? {} : { note }), ...(despite === undefined ? {} : { despite }) };
}

function noAcceptance(of: string): DomainError {
  return invalidAt("/of", { zh: `本合同没有验收“${of}”`, en: `the contract has no acceptance “${of}”` });
}

function demandNext({ passed, open }: AcceptanceStanding, name: Text): void {
  if (passed !== undefined) {
    const { number, settled } = passed;
    throw new DomainError("conflict", {
      zh: `“${name.zh}”已于 ${settled.on} 通过（第${number}轮）`,
      en: `${name.en} passed on ${settled.on} (round ${number})`,
    });
  }
  if (open === undefined) return;
  throw new DomainError("conflict", {
    zh: `“${name.zh}”第${open.number}轮（${open.appliedOn} 申请）尚未结束，请先撤回、提出异议或作出结论`,
    en: `round ${open.number} of ${name.en}, applied for on ${open.appliedOn}, is still open: withdraw it, object to it or conclude it first`,
  });
}

/** Every command reads the rounds of a contract: nobody applies and takes back without end. */
const mostWithdrawn = 10;

function demandRoom({ rounds }: AcceptanceStanding): void {
  const withdrawn = rounds.filter(({ state }) => state === "withdrawn").length;
  if (withdrawn < mostWithdrawn) return;
  throw new DomainError("conflict", {
    zh: `本项验收的申请已撤回${withdrawn}次，不能再次申请，请与对方联系`,
    en: `applications for this acceptance have been taken back ${withdrawn} times: no more can be entered, speak to the other side`,
  });
}

function demandDay(
  appliedOn: CivilDate | undefined,
  { rounds }: AcceptanceStanding,
  { actor, runtime }: CommandContext,
): void {
  if (appliedOn === undefined) return;
  const path = "/appliedOn";
  if (actor.kind === "partner") {
    throw invalidAt(path, {
      zh: "纸质申请的收到日期由采购单位登记，供应商提交的申请以提交当天为准",
      en: "the agency enters when a paper application came; what a vendor applies for here counts from today",
    });
  }
  if (appliedOn > civilDateOf(runtime.now())) {
    throw invalidAt(path, { zh: "日期晚于今天", en: "the date is after today" });
  }
  const last = rounds.filter((round) => round.state === "objected" || round.state === "failed").at(-1);
  if (last === undefined || appliedOn >= last.settled.on) return;
  throw invalidAt(path, {
    zh: `早于上一轮（第${last.number}轮）结束之日 ${last.settled.on}`,
    en: `before round ${last.number} ended, on ${last.settled.on}`,
  });
}

function demandAllowed(
  { failures, allowed, exceeded }: AcceptanceStanding,
  despite: string | undefined,
  { actor }: CommandContext,
): void {
  if (actor.kind === "partner" && despite !== undefined) {
    throw invalidAt("/despite", {
      zh: "整改次数用尽后是否继续由采购单位决定",
      en: "whether to go on after the last rectification is for the agency to say",
    });
  }
  if (!exceeded || despite !== undefined) return;
  const [rectifications, times] = [
    allowed === 1 ? "rectification" : "rectifications",
    failures.length === 1 ? "time" : "times",
  ];
  const figures = {
    zh: `合同允许整改${allowed}次，已${failures.length}次未通过`,
    en: `the contract allows ${allowed} ${rectifications}, and it has failed ${failures.length} ${times}`,
  };
  throw new DomainError(
    "conflict",
    actor.kind === "partner"
      ? {
          zh: `${figures.zh}：能否再次申请由采购单位决定`,
          en: `${figures.en}: only the agency can enter another application`,
        }
      : {
          zh: `${figures.zh}：如仍同意再次验收，请说明理由（despite）`,
          en: `${figures.en}: say in \`despite\` why it is accepted for another round`,
        },
  );
}
