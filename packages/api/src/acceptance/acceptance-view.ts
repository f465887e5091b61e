import type { Criterion } from "@luyue/core/acceptance";
import type { AcceptanceRead, ContractAcceptances } from "@luyue/usecases/acceptance";
import * as z from "zod";
import { rightView, viewRight } from "../right/index.ts";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { measuredView, roundView, viewRound } from "./round-view.ts";

/** An acceptance of a contract: its rounds, its limit of rectifications, and what each criterion comes to now. */
export const acceptanceView = nameSchema(
  "Acceptance",
  z.object({
    of: z.string(),
    title: textView,
    stage: z.enum(["stage", "final"]),
    clause: z.string().nullable(),
    passedOn: z.string().nullable(),
    openRoundId: z.string().nullable(),
    failures: z.int(),
    rectifications: z.object({
      allowed: z.int().nullable().meta({ description: "null: the terms set no limit" }),
      used: z.int(),
      exceeded: z.boolean().meta({ description: "it has failed after the last one" }),
    }),
    criteria: listOf(
      z.object({ criterion: z.int(), title: textView, target: z.string(), measured: measuredView }),
    ),
    rounds: listOf(roundView).meta({ description: "the first one first, those taken back included" }),
  }),
);

export const acceptancesView = nameSchema(
  "Acceptances",
  z.object({
    contractId: z.string(),
    asOf: z.string(),
    items: listOf(acceptanceView),
    rights: listOf(rightView).meta({ description: "what has arisen; a person decides what comes of it" }),
  }),
);

export function viewAcceptance(read: AcceptanceRead): z.infer<typeof acceptanceView> {
  const { of, title, stage, clause, standing, criteria } = read;
  const { passed, open, failures, allowed, used, exceeded, rounds } = standing;
  return {
    of,
    title,
    stage,
    clause: clause ?? null,
    passedOn: passed?.settled.on ?? null,
    openRoundId: open?.id ?? null,
    failures: failures.length,
    rectifications: { allowed: allowed ?? null, used, exceeded },
    criteria: criteria.map(viewCriterion),
    rounds: rounds.map(viewRound),
  };
}

function viewCriterion({ criterion, title, target, measured }: Criterion) {
  return { criterion, title, target, measured: measured ?? null };
}

export function viewAcceptances(
  contractId: string,
  { asOf, acceptances, rights }: ContractAcceptances,
): z.infer<typeof acceptancesView> {
  return {
    contractId,
    asOf,
    items: acceptances.map(viewAcceptance),
    rights: rights.map(viewRight),
  };
}
