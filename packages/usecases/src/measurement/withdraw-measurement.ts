import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";

/** A measurement was entered in error: it counts no more and stays readable with the reason. */
export const withdrawMeasurement = defineCommand({
  name: "measurement.withdraw",
  input: z.strictObject({
    contractId: contractIdSchema,
    measurementId: z.string().regex(/^msr_[0-9a-z]{10,40}$/),
    reason: z.string().trim().min(1).max(2000),
  }),
  permission: "measurement:record",
  async decide(context, { contractId, measurementId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = state.work.measurements.find(({ id }) => id === measurementId);
    if (before === undefined) {
      throw new DomainError("notFound", { zh: "找不到该计量", en: "no such measurement" });
    }
    if (before.withdrawn !== undefined) {
      throw new DomainError("conflict", {
        zh: `该计量已由${before.withdrawn.name}撤回`,
        en: `${before.withdrawn.name} has taken this measurement back already`,
      });
    }
    const measurement = { ...before, withdrawn: { ...actOf(context), reason } };
    return decideEntry(state, { kind: "measurement", id: measurementId, measurement }, context, {
      answer: { id: measurementId, measure: before.measure },
      subject: measurementId,
      before: { measurement: before },
      after: { measurement },
      reason,
    });
  },
});
