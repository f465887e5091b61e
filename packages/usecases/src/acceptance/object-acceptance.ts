import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { listRoundEvents, type OpenRound } from "@luyue/core/acceptance";
import { findReviewDay } from "@luyue/core/obligation";
import type { ContractState } from "../contract/contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { evidenceListSchema } from "@luyue/core/event";
import { reasonSchema, rectifyBySchema, roundInput } from "./acceptance-schemas.ts";
import { changeRound, unsettled } from "./change-round.ts";
import { demandRectifyBy } from "./demand-rectify-by.ts";
import { demandOpenRound } from "./demand-round.ts";

/**
 * The buyer objects to an application 提出异议 within the time that the terms give, counted today; the vendor rectifies by
 * `rectifyBy` and applies again.
 */
export const objectAcceptance = defineCommand({
  name: "acceptance.object",
  input: roundInput.extend({
    reason: reasonSchema,
    rectifyBy: rectifyBySchema.optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "acceptance:review",
  async decide(context, { reason, rectifyBy, evidence = [], ...ids }) {
    const { state, round } = await demandOpenRound(context, ids);
    const on = civilDateOf(context.runtime.now());
    demandInTime(round, on, state, context);
    demandRectifyBy(rectifyBy, on);
    await demandEvidence(evidence, context);
    const day = rectifyBy === undefined ? {} : { rectifyBy };
    const settled = { ...actOf(context), on, reason, ...day, evidence };
    return changeRound(state, round, { ...unsettled(round), state: "objected", settled }, context, reason);
  },
});

/** After the time for objections an application is judged by the criteria, and fails by its conclusion. */
function demandInTime(
  round: OpenRound,
  today: CivilDate,
  state: ContractState,
  { tenant, runtime }: CommandContext,
): void {
  const [application] = listRoundEvents(round);
  if (application === undefined) return;
  const calendar = tenantCalendar(tenant, runtime);
  const last = findReviewDay(state.terms.terms, factsOf(state), calendar, application);
  if (last === undefined || today <= last) return;
  throw new DomainError("conflict", {
    zh: `异议期已于 ${last} 届满；请按验收标准评定，不符合的作出不通过的结论（acceptance.conclude）`,
    en: `objections were possible until ${last}: assess the criteria, and where they are not met conclude that it failed (acceptance.conclude)`,
  });
}
