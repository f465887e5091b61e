import type { Assessment, OpenRound } from "@luyue/core/acceptance";
import { type CivilDate, civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { titleText } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { reasonSchema, rectifyBySchema, roundInput } from "./acceptance-schemas.ts";
import { changeRound, unsettled } from "./change-round.ts";
import { demandRectifyBy } from "./demand-rectify-by.ts";
import { acceptanceOf, demandOpenRound } from "./demand-round.ts";
import { notAssessed } from "./sign-round.ts";

/**
 * Concludes a round 验收结论 once it has been assessed and everybody has signed: passed, where every criterion passed and all
 * agree; failed with the reason and, where the buyer sets one, the day until which the vendor rectifies. By somebody else than
 * who assessed it, for a payment may hang on it.
 */
export const concludeRound = defineCommand({
  name: "acceptance.conclude",
  input: roundInput.extend({
    outcome: z.enum(["passed", "failed"]),
    on: civilDateSchema.optional(),
    reason: reasonSchema.optional(),
    rectifyBy: rectifyBySchema.optional(),
  }),
  permission: "acceptance:conclude",
  async decide(context, { outcome, on: day, reason, rectifyBy, ...ids }) {
    const { state, round } = await demandOpenRound(context, ids);
    const today = civilDateOf(context.runtime.now());
    const on = day ?? today;
    demandDay(on, today, round);
    const assessment = demandSigned(round);
    demandOther(assessment, context);
    demandPresentCriteria(assessment, state, round);
    const settled = { ...actOf(context), on };
    if (outcome === "passed") {
      if (rectifyBy !== undefined) throw nothingToRectify();
      demandMerit(assessment);
      const said = reason === undefined ? {} : { note: reason };
      const after = { ...unsettled(round), state: "passed", settled: { ...settled, ...said } } as const;
      return changeRound(state, round, after, context, reason);
    }
    if (reason === undefined) throw noReason();
    demandRectifyBy(rectifyBy, on);
    const until = rectifyBy === undefined ? {} : { rectifyBy };
    const sentBack = { ...settled, reason, ...until, evidence: [] };
    return changeRound(
      state,
      round,
      { ...unsettled(round), state: "failed", settled: sentBack },
      context,
      reason,
    );
  },
});

function demandDay(on: CivilDate, today: CivilDate, { appliedOn }: OpenRound): void {
  if (on > today) throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
  if (on >= appliedOn) return;
  throw invalidAt("/on", {
    zh: `早于申请之日 ${appliedOn}`,
    en: `before the application, of ${appliedOn}`,
  });
}

function noReason(): DomainError {
  return invalidAt("/reason", { zh: "不通过须说明理由", en: "say why it failed" });
}

function nothingToRectify(): DomainError {
  return invalidAt("/rectifyBy", { zh: "通过的验收没有整改期限", en: "what passed has nothing to rectify" });
}

function demandSigned({ assessment }: OpenRound): Assessment {
  if (assessment === undefined) throw notAssessed();
  const signed = new Set(assessment.signatures.map(({ acceptor }) => acceptor));
  const missing = assessment.acceptors.filter(({ key }) => !signed.has(key)).map(({ name }) => name);
  if (missing.length === 0) return assessment;
  throw new DomainError("conflict", {
    zh: `尚未签字：${missing.join("、")}`,
    en: `not signed yet: ${missing.join(", ")}`,
  });
}

/** An amendment may have changed what was to be judged. */
function demandPresentCriteria({ results }: Assessment, state: ContractState, { of }: OpenRound): void {
  const criteria = acceptanceOf(state, of)?.criteria ?? [];
  const same =
    criteria.length === results.length &&
    criteria.every(({ title, target }, at) => {
      const { zh } = titleText(title);
      return results[at]?.title.zh === zh && results[at].target === target;
    });
  if (same) return;
  throw new DomainError("conflict", {
    zh: "评定之后验收标准已变更，请重新评定（acceptance.assess）",
    en: "the criteria have changed since they were assessed: assess them again (acceptance.assess)",
  });
}

function demandMerit({ results, signatures, acceptors }: Assessment): void {
  const failed = results.filter(({ passed }) => !passed);
  const against = new Set(signatures.filter(({ agrees }) => !agrees).map(({ acceptor }) => acceptor));
  const names = acceptors.filter(({ key }) => against.has(key)).map(({ name }) => name);
  if (failed.length === 0 && names.length === 0) return;
  const zh = [
    ...failed.map(({ criterion, title }) => `第${criterion}项“${title.zh}”未通过`),
    ...names.map((name) => `${name}不同意`),
  ];
  const en = [
    ...failed.map(({ criterion, title }) => `criterion ${criterion} (${title.en}) is not met`),
    ...names.map((name) => `${name} disagrees`),
  ];
  throw new DomainError("conflict", {
    zh: `不能作出通过的结论：${zh.join("；")}`,
    en: `it cannot pass: ${en.join("; ")}`,
  });
}
