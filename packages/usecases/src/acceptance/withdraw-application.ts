import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { reasonSchema, roundInput } from "./acceptance-schemas.ts";
import { changeRound, unsettled } from "./change-round.ts";
import { demandOpenRound } from "./demand-round.ts";

/** Takes back an application 撤回验收申请 while nobody has signed: the side that applied for it. */
export const withdrawApplication = defineCommand({
  name: "acceptance.withdraw",
  input: roundInput.extend({ reason: reasonSchema }),
  permission: "acceptance:apply",
  async decide(context, { reason, ...ids }) {
    const { state, round } = await demandOpenRound(context, ids);
    const vendor = round.applied.side === "vendor";
    if ((context.actor.kind === "partner") !== vendor) throw notYours(vendor);
    const signed = round.assessment?.signatures ?? [];
    if (signed.length > 0) {
      const names = signed.map(({ name }) => name);
      throw new DomainError("conflict", {
        zh: `已有验收人员签字（${names.join("、")}），不能撤回`,
        en: `it has been signed (${names.join(", ")}) and cannot be taken back`,
      });
    }
    const settled = { ...actOf(context), on: civilDateOf(context.runtime.now()), reason };
    return changeRound(state, round, { ...unsettled(round), state: "withdrawn", settled }, context, reason);
  },
});

function notYours(vendor: boolean): DomainError {
  return new DomainError(
    "forbidden",
    vendor
      ? {
          zh: "该申请由供应商提交，请联系供应商撤回",
          en: "the vendor has applied for this: ask the vendor to take it back",
        }
      : {
          zh: "该申请由采购单位登记，请联系采购单位撤回",
          en: "the agency has entered this application: ask the agency to take it back",
        },
  );
}
