import type { ContractTerms } from "@luyue/core/contract";
import { recordEvent } from "@luyue/usecases/event";
import { answerScore, proposeScore, settleScore } from "@luyue/usecases/score";
import { member } from "./people.ts";
import type { Input } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
/** Who prepares what a row's own people decide. */
export const scorer = member(tenantId, "contractManager", "acceptor");
export const head = member(tenantId, "acceptor", "finance");

type Score = NonNullable<ContractTerms["score"]>;
const span = { span: "term", term: "main" } as const;
const watch = {
  key: "watch",
  title: { zh: "监控", en: "monitoring" },
  schedule: { schedule: "throughout", span },
} as const;
const scan = {
  key: "scan",
  title: { zh: "扫描", en: "scan" },
  schedule: { schedule: "count", count: 2, unit: "time", span },
} as const;
const split = [
  { key: "time", title: { zh: "时效", en: "timeliness" }, percent: "40" },
  { key: "quality", title: { zh: "质量", en: "quality" }, percent: "60" },
];

/** A monthly score of two items: one goes on, the other counts where it was performed. A month below 60 has a consequence. */
export function scoredTerms(number: string, more: Partial<Score> = {}): ContractTerms {
  const low = { key: "low", title: { zh: "月低于60分", en: "a month below 60" }, below: "60", inARow: 1 };
  const terms = termsOf(number);
  return {
    ...terms,
    services: [watch, scan],
    score: {
      period: "month",
      items: [
        { key: "watching", title: { zh: "监控", en: "monitoring" }, full: 10, split, services: ["watch"] },
        { key: "scanning", title: { zh: "扫描", en: "scan" }, full: 10, split, services: ["scan"] },
      ],
      triggers: [low],
      ...more,
    },
  };
}

/** An active contract signed on 15 April 2026, whose months April and May are over on 1 June; scanned in May. */
export async function seedScored(
  world: World,
  number = "NO 1",
  terms = scoredTerms(number),
): Promise<string> {
  const { contractId } = await seedActive(world, tenantId, terms, "2026-04-15", "样例");
  const event = { kind: "performed", of: "scan", on: "2026-05-20", evidence: [{ document: "R1" }] };
  await run(world, recordEvent, scorer, tenantId, { contractId, event });
  return contractId;
}

export const marksOf = (item: string, given: string): Input => ({
  item,
  parts: split.map(({ key }) => ({ part: key, given })),
});

/** Both items of May with that given for each part. */
export const mayOf = (contractId: string, given = "90"): Input => ({
  contractId,
  period: "2026-05",
  marks: [marksOf("watching", given), marksOf("scanning", given)],
});

export async function seedProposed(
  world: World,
  contractId: string,
  given?: string,
  actor = scorer,
): Promise<Input> {
  await run(world, proposeScore, actor, tenantId, mayOf(contractId, given));
  return { contractId, period: "2026-05" };
}

export async function seedAnswered(world: World, contractId: string, given?: string): Promise<Input> {
  const named = await seedProposed(world, contractId, given);
  await run(world, answerScore, scorer, tenantId, { ...named, agrees: true });
  return named;
}

export async function seedFinal(world: World, contractId: string, given?: string): Promise<Input> {
  const named = await seedAnswered(world, contractId, given);
  await run(world, settleScore, head, tenantId, named);
  return named;
}
