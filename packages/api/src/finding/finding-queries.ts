import { findingSeveritySchema, findingStateSchema } from "@luyue/core/finding";
import { answerFindings, type FindingQuery } from "@luyue/usecases/finding";
import * as z from "zod";
import { contractParams } from "../contract/index.ts";
import { pageQuery } from "../document/page.ts";

const flag = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .optional();

/** Which findings: of a state, a unit, a severity, or those that are overdue. */
export const filterQuery = z.strictObject({
  state: findingStateSchema.optional(),
  unitId: z.string().max(60).optional(),
  severity: findingSeveritySchema.optional(),
  overdue: flag.meta({ type: "boolean", description: "true: only what lacks an answer after its day" }),
});

export const listQuery = pageQuery.extend(filterQuery.shape);

export function readFilter({ state, unitId, severity, overdue }: z.output<typeof filterQuery>): FindingQuery {
  return { state, unitId, severity, overdue };
}

/** A finding in an address. */
export const findingParams = contractParams.extend({
  findingId: answerFindings.input.shape.findingIds.element,
});

export const importQuery = z.strictObject({
  dryRun: flag.meta({
    type: "boolean",
    description: "true: says what would be handed out, and does nothing",
  }),
});

/** What a step on findings answers. */
export const stepAnswer = z.object({
  findings: z
    .array(z.object({ id: z.string(), number: z.int(), state: findingStateSchema, dueOn: z.string() }))
    .readonly(),
});
