import type { ContractProgress } from "@luyue/usecases/deliverable";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const rowView = nameSchema(
  "ProgressRow",
  z.object({
    kind: z.enum(["service", "deliverable", "report"]),
    key: z.string(),
    title: textView,
    clause: z.string().nullable(),
    className: z.string().nullable().meta({ description: "the contract's own class of deliverables" }),
    number: z.string().nullable().meta({ description: "the contract's own number" }),
    unit: z.string().nullable().meta({ description: "of a quota; else instances are counted" }),
    owed: z
      .object({ inAll: z.int(), soFar: z.int() })
      .nullable()
      .meta({ description: "null for what goes on, is done on demand, or has no dates yet" }),
    done: z.int(),
    submitted: z.int().meta({ description: "pieces that wait for their check" }),
    accepted: z.int(),
    returned: z.int().meta({ description: "pieces that wait for their next version" }),
    onTime: z.int(),
    late: z.int(),
    overdue: z.int(),
    service: z
      .object({
        records: z.int().meta({ description: "records accepted" }),
        days: z.object({ used: z.int(), agreed: z.int() }).nullable(),
        people: z.object({ least: z.int(), sum: z.int() }).nullable(),
        lastPerformedOn: z.string().nullable(),
      })
      .nullable(),
  }),
);

export const progressView = nameSchema("Progress", z.object({ asOf: z.string(), items: listOf(rowView) }));

export function viewProgress({ asOf, rows }: ContractProgress): z.infer<typeof progressView> {
  return { asOf, items: rows.map(viewRow) };
}

function viewRow({ service, ...row }: ContractProgress["rows"][number]): z.infer<typeof rowView> {
  return {
    ...row,
    clause: row.clause ?? null,
    className: row.className ?? null,
    number: row.number ?? null,
    unit: row.unit ?? null,
    owed: row.owed ?? null,
    service:
      service === undefined
        ? null
        : {
            records: service.records,
            days: service.days ?? null,
            people: service.people ?? null,
            lastPerformedOn: service.lastPerformedOn ?? null,
          },
  };
}
