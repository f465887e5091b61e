import type { AcceptanceRound, Assessment } from "@luyue/core/acceptance";
import { evidenceSchema } from "@luyue/core/event";
import { sideSchema } from "@luyue/core/party";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

export const roundStateView = z.enum(["applied", "objected", "failed", "passed", "withdrawn"]);
const evidenceView = listOf(evidenceSchema);
const dayView = z.string().meta({ description: "civil date in Asia/Shanghai" });

export const measuredView = z
  .object({
    value: z.string().meta({ description: "in the criterion's unit, cut off after two decimals" }),
    passed: z.boolean().meta({ description: "whether the exact value keeps to the target" }),
    why: textView,
  })
  .nullable()
  .meta({ description: "what the record gives; null: it gives nothing, and a person judges" });

const resultView = z.object({
  criterion: z.int().meta({ description: "its number in the terms, from 1" }),
  title: textView,
  target: z.string(),
  passed: z.boolean(),
  measured: measuredView,
  note: z.string().nullable(),
  evidence: evidenceView,
});

const acceptorView = z.object({
  key: z.string().meta({ description: "names the acceptor when an expert's signature is recorded" }),
  name: z.string(),
  expert: z.boolean().meta({ description: "from outside: a contract manager records the signed paper" }),
  signature: z
    .object({
      agrees: z.boolean(),
      note: z.string().nullable(),
      evidence: evidenceView,
      recordedBy: z.string(),
      at: z.string(),
    })
    .nullable(),
});

/** A round of an acceptance, as both sides see it. */
export const roundView = nameSchema(
  "AcceptanceRound",
  z.object({
    id: z.string(),
    number: z.int(),
    state: roundStateView,
    appliedOn: dayView,
    applied: z.object({
      side: sideSchema,
      name: z.string(),
      at: z.string(),
      note: z.string().nullable(),
      despite: z.string().nullable().meta({ description: "why it was taken beyond the last rectification" }),
      evidence: evidenceView,
    }),
    assessment: z
      .object({
        name: z.string(),
        at: z.string(),
        results: listOf(resultView),
        acceptors: listOf(acceptorView),
      })
      .nullable(),
    statement: z
      .object({ name: z.string(), at: z.string(), note: z.string() })
      .nullable()
      .meta({ description: "what the vendor says of the findings" }),
    settled: z
      .object({
        on: dayView,
        name: z.string(),
        at: z.string(),
        reason: z.string().nullable(),
        rectifyBy: dayView.nullable(),
        evidence: evidenceView,
      })
      .nullable(),
  }),
);

export function viewRound(round: AcceptanceRound): z.infer<typeof roundView> {
  const { id, number, state, appliedOn, assessment, statement } = round;
  const { side, name, at, note, despite, evidence } = round.applied;
  return {
    id,
    number,
    state,
    appliedOn,
    applied: { side, name, at, note: note ?? null, despite: despite ?? null, evidence },
    assessment: assessment === undefined ? null : viewAssessment(assessment),
    statement:
      statement === undefined ? null : { name: statement.name, at: statement.at, note: statement.note },
    settled: round.state === "applied" ? null : viewSettled(round),
  };
}

function viewAssessment({ name, at, results, acceptors, signatures }: Assessment) {
  return {
    name,
    at,
    results: results.map(({ note, measured, ...result }) => ({
      ...result,
      measured: measured ?? null,
      note: note ?? null,
    })),
    acceptors: acceptors.map(({ key, name: acceptor, memberId }) => {
      const signed = signatures.find((each) => each.acceptor === key);
      const signature =
        signed === undefined
          ? null
          : {
              agrees: signed.agrees,
              note: signed.note ?? null,
              evidence: signed.evidence,
              recordedBy: signed.name,
              at: signed.at,
            };
      return { key, name: acceptor, expert: memberId === undefined, signature };
    }),
  };
}

function viewSettled({ settled }: Exclude<AcceptanceRound, { state: "applied" }>) {
  const { on, name, at } = settled;
  const reason = "reason" in settled ? settled.reason : "note" in settled ? settled.note : undefined;
  const sentBack = "evidence" in settled ? settled : undefined;
  return {
    on,
    name,
    at,
    reason: reason ?? null,
    rectifyBy: sentBack?.rectifyBy ?? null,
    evidence: sentBack?.evidence ?? [],
  };
}
