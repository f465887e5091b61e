import type { ContractTrack, VendorRecord } from "@luyue/usecases/vendor";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const punctualityView = z
  .object({ owed: z.int(), inTime: z.int() })
  .meta({ description: "of what the vendor owed and what can be judged, how much came in time" });

const trackView = z.object({
  contractId: z.string(),
  number: z.string(),
  name: z.string(),
  status: z.string(),
  punctuality: punctualityView,
  scores: listOf(z.object({ period: z.string(), score: z.string() })),
  years: listOf(
    z.object({ from: z.string(), to: z.string(), score: z.string(), grade: textView.nullable() }),
  ).meta({ description: "the mean of each year's final scores" }),
  incidents: listOf(
    z.object({
      id: z.string(),
      number: z.int(),
      title: z.string(),
      happenedAt: z.string(),
      class: z.string().nullable(),
      fault: z.string().nullable(),
    }),
  ),
  penalties: listOf(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      amount: z.string().nullable().meta({ description: "yuan, once it is imposed" }),
      open: z.string().nullable(),
      answer: z
        .object({ agrees: z.boolean(), note: z.string().nullable(), at: z.string() })
        .nullable()
        .meta({ description: "what the vendor said to it" }),
    }),
  ),
  rights: listOf(z.object({ title: textView, decision: z.string(), on: z.string(), reason: z.string() })),
});

/** What an agency's own contracts say of a vendor. */
export const vendorRecordView = nameSchema(
  "VendorRecord",
  z.object({
    vendorId: z.string(),
    name: z.string(),
    punctuality: punctualityView,
    contracts: listOf(trackView),
    more: z.boolean().meta({ description: "there are older contracts that were not read" }),
  }),
);

export function viewVendorRecord({ contracts, ...record }: VendorRecord): z.infer<typeof vendorRecordView> {
  return { ...record, contracts: contracts.map(viewTrack) };
}

function viewTrack({ contract, years, incidents, penalties, rights, ...track }: ContractTrack) {
  const { id, number, name, status } = contract;
  return {
    contractId: id,
    number,
    name,
    status,
    ...track,
    years: years.map(({ from, to, mean }) => ({
      from,
      to,
      score: mean.score,
      grade: mean.grade?.title ?? null,
    })),
    incidents: incidents.map(({ id: incidentId, number: count, title, happenedAt, classified, fault }) => ({
      id: incidentId,
      number: count,
      title,
      happenedAt,
      class: classified?.class ?? null,
      fault: fault ?? null,
    })),
    penalties: penalties.map(({ penalty, standing }) => {
      const { answer } = penalty;
      return {
        id: penalty.id,
        title: penalty.title,
        state: penalty.state,
        amount: standing?.amount ?? null,
        open: standing?.open ?? null,
        answer:
          answer === undefined ? null : { agrees: answer.agrees, note: answer.note ?? null, at: answer.at },
      };
    }),
    rights: rights.map(({ title, decision, on, reason }) => ({ title, decision, on, reason })),
  };
}
