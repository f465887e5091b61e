import {
  demandRectification,
  letRightGo,
  terminateByRight,
  withdrawRightDecision,
} from "@luyue/usecases/right";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { clerk, reason, seedJudged, seedRisk, tenantId, unknown, when } from "./risk-seed.ts";
import {
  change,
  type Input,
  invalid,
  noReason,
  type Prepared,
  type Refusal,
  type Row,
  rowOf,
} from "./row.ts";
import { run } from "./seed.ts";
import type { World } from "./world.ts";

const shared = { aggregate: "contract", namesIds: true, allowed: ["contractManager"] } as const;
const named: readonly Refusal[] = [
  unknownContract,
  stillDraft,
  closedContract,
  noReason,
  unknown("right", "terms.nothing"),
];

async function prepare(world: World, level: "a" | "b", more: Input): Promise<Prepared> {
  const contractId = await seedRisk(world);
  await seedJudged(world, contractId, level);
  const right = level === "a" ? "terms.terminate" : "terms.rectify";
  const input = { contractId, right, reason, ...more };
  return { tenantId, contractId, input, other: { ...input, reason: "另一理由" } };
}

/** Another contract on which the right has been let go. */
const decided = (level: "a" | "b", right: string) =>
  when("it has been decided on", async (world, contractId) => {
    await seedJudged(world, contractId, level);
    await run(world, letRightGo, clerk, tenantId, { contractId, right, reason });
    return { contractId };
  });

const other = (level: "a" | "b", right: string) =>
  when("the right is another one", async (world, contractId) => {
    await seedJudged(world, contractId, level);
    return { contractId, right };
  });

const rectify = rowOf(demandRectification, {
  ...shared,
  shows: ["after"],
  prepare: (world) => prepare(world, "b", { until: "2026-06-30" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    decided("b", "terms.rectify"),
    other("a", "terms.terminate"),
    invalid("a day before today", "/until", change({ until: "2026-05-31" })),
  ],
});

const terminate = rowOf(terminateByRight, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, "a", { on: "2026-06-01" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    decided("a", "terms.terminate"),
    other("b", "terms.rectify"),
    invalid("a day to come", "/on", change({ on: "2026-06-02" })),
    invalid("a day before it arose", "/on", change({ on: "2026-05-19" })),
    invalid("a price above the total", "/price", change({ price: "1000.01" })),
  ],
});

const letGo = rowOf(letRightGo, {
  ...shared,
  shows: ["after"],
  prepare: (world) => prepare(world, "a", {}),
  subjectOf: ({ id }) => id,
  refusals: [...named, decided("a", "terms.terminate")],
});

async function seedDecision(world: World, contractId: string): Promise<Input> {
  await seedJudged(world, contractId, "a");
  const input = { contractId, right: "terms.terminate", reason };
  const { answer } = await run(world, letRightGo, clerk, tenantId, input);
  return { contractId, decisionId: answer.id };
}

const withdraw = rowOf(withdrawRightDecision, {
  ...shared,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const input = { ...(await seedDecision(world, contractId)), reason };
    return { tenantId, contractId, input, other: { ...input, reason: "另一理由" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    noReason,
    unknown("decisionId", "rgt_zzzzzzzzzz"),
    when("it has been taken back", async (world, contractId) => {
      const ids = await seedDecision(world, contractId);
      await run(world, withdrawRightDecision, clerk, tenantId, { ...ids, reason });
      return ids;
    }),
    when("the contract was terminated by it", async (world, contractId) => {
      await seedJudged(world, contractId, "a");
      const input = { contractId, right: "terms.terminate", reason, on: "2026-06-01" };
      const { answer } = await run(world, terminateByRight, clerk, tenantId, input);
      return { contractId, decisionId: answer.id };
    }),
  ],
});

export const rightRows: readonly Row[] = [rectify, terminate, letGo, withdraw];
