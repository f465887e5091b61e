import { evidenceSchema } from "@luyue/core/event";
import type { Measurement } from "@luyue/core/measurement";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

export const measurementView = nameSchema(
  "Measurement",
  z.object({
    id: z.string(),
    measure: z.string(),
    of: z
      .string()
      .nullable()
      .meta({ description: "the service that was measured; null for the whole contract" }),
    from: z.string(),
    to: z.string().meta({ description: "the last day, itself included" }),
    part: z.string(),
    whole: z.string().nullable().meta({ description: "null for a plain count" }),
    survey: z.boolean(),
    note: z.string().nullable(),
    evidence: listOf(evidenceSchema),
    recorded: actView,
    withdrawn: actView.extend({ reason: z.string() }).nullable(),
  }),
);

export function viewMeasurement(measurement: Measurement): z.infer<typeof measurementView> {
  const { id, measure, of, from, to, part, whole, survey, note, evidence, recorded, withdrawn } = measurement;
  return {
    id,
    measure,
    of: of ?? null,
    from,
    to,
    part,
    whole: whole ?? null,
    survey: survey ?? false,
    note: note ?? null,
    evidence,
    recorded: viewAct(recorded),
    withdrawn: withdrawn === undefined ? null : { ...viewAct(withdrawn), reason: withdrawn.reason },
  };
}
