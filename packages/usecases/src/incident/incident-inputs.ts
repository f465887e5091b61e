import { instantSchema } from "@luyue/core/civil-date";
import { decimalSchema } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import { evidenceListSchema, keySchema } from "@luyue/core/event";
import { findIncidentFaults, type Incident } from "@luyue/core/incident";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";

export const titleSchema = z.string().trim().min(1).max(200);
export const descriptionSchema = z.string().trim().min(1).max(2000);
export const noteSchema = z.string().trim().min(1).max(1000);
export const factsSchema = z
  .record(
    keySchema,
    z.union([z.boolean(), decimalSchema], {
      error: "请填数值，或是、否 / a figure as a decimal, or a yes or a no",
    }),
  )
  .refine((facts) => Object.keys(facts).length <= 50, { message: "事实过多 / too many facts" });

/** The instants that come after the report, each where it is known. */
export const laterInstants = z.strictObject({
  respondedAt: instantSchema.optional(),
  onSiteAt: instantSchema.optional(),
  recoveredAt: instantSchema.optional(),
});

export const evidenceSchema = evidenceListSchema;

type Entered = Parameters<typeof findIncidentFaults>[0];

/** Throws `invalid` at each place where an incident cannot be so under the contract's terms. */
export function demandSoundIncident(
  entered: Entered,
  state: ContractState,
  { runtime }: CommandContext,
): void {
  const faults = findIncidentFaults(entered, state.terms.terms, runtime.now());
  if (faults.length === 0) return;
  throw new DomainError("invalid", { zh: "事件有误", en: "the incident is not valid" }, faults);
}

/** What commands on incidents answer with. */
export function answerOf({ id, number, state }: Incident) {
  return { id, number, state };
}
