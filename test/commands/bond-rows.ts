import {
  claimBond,
  enterBond,
  recordClaimPaid,
  releaseBond,
  withdrawBond,
  withdrawClaim,
} from "@luyue/usecases/bond";
import { claimPenaltyOnBond } from "@luyue/usecases/penalty";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import {
  bond,
  chief,
  clerk,
  only,
  reason,
  seedBond,
  seedClaim,
  seedImposed,
  seedRisk,
  tenantId,
  unknown,
  when,
} from "./risk-seed.ts";
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
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const shared = { aggregate: "contract", namesIds: true, allowed: ["contractManager", "finance"] } as const;
const started: readonly Refusal[] = [unknownContract, stillDraft, closedContract];
const unknownBond = unknown("bondId", "bon_zzzzzzzzzz");

type Seed = (world: World, contractId: string) => Promise<Input>;

async function prepare(world: World, seed: Seed, more: Input): Promise<Prepared> {
  const contractId = await seedRisk(world);
  const input = { ...(await seed(world, contractId)), ...more };
  return { tenantId, contractId, input, other: { ...input, bondId: "bon_zzzzzzzzzz" } };
}

const released = when("it has been released", async (world, contractId) => {
  const ids = await seedBond(world, contractId);
  await run(world, releaseBond, clerk, tenantId, { ...ids, on: "2026-06-01", reason });
  return ids;
});
const withdrawn = when("it has been withdrawn", async (world, contractId) => {
  const ids = await seedBond(world, contractId);
  await run(world, withdrawBond, clerk, tenantId, { ...ids, reason });
  return ids;
});

const enter = rowOf(enterBond, {
  ...shared,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    return {
      tenantId,
      contractId,
      input: { contractId, ...bond },
      other: { contractId, ...bond, number: "BH-2" },
    };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    invalid("below what was agreed", "/amount", change({ amount: "99.99" })),
    invalid("received on a day to come", "/receivedOn", change({ receivedOn: "2026-06-02" })),
    invalid("it ends before it begins", "/validUntil", change({ validUntil: "2026-04-30" })),
    invalid("it had run out when it came", "/validUntil", change({ validUntil: "2026-05-03" })),
    invalid("it replaces none", "/replaces", change({ replaces: "bon_zzzzzzzzzz" })),
    {
      why: "one of that number is on file",
      code: "invalid",
      path: "/number",
      arrange: async (world, { input }) => {
        await run(world, enterBond, clerk, tenantId, input);
        return input;
      },
    },
    {
      why: "no bond is agreed",
      code: "conflict",
      arrange: async (world, { input }) => {
        const { contractId } = await seedActive(world, tenantId, termsOf("NO 3"), "2026-04-15");
        return { ...input, contractId };
      },
    },
  ],
});

const claim = rowOf(claimBond, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(world, (each, contractId) => seedBond(each, contractId), {
      amount: "30.00",
      reason,
      document: "索赔函1",
    }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownBond,
    noReason,
    released,
    withdrawn,
    invalid("nothing", "/amount", change({ amount: "0.00" })),
    invalid("more than the bond has", "/amount", change({ amount: "100.01" })),
    when("the bond is not valid yet", (world, contractId) =>
      seedBond(world, contractId, { validFrom: "2026-06-02" }),
    ),
  ],
});

const unknownClaim = unknown("claimId", "clm_zzzzzzzzzz");
const claimDone = when("it has been paid", async (world, contractId) => {
  const ids = await seedClaim(world, contractId);
  await run(world, recordClaimPaid, chief, tenantId, { ...ids, on: "2026-06-01", document: "进账单1" });
  return ids;
});
const claimGone = when("it has been taken back", async (world, contractId) => {
  const ids = await seedClaim(world, contractId);
  await run(world, withdrawClaim, clerk, tenantId, { ...ids, reason });
  return ids;
});

const claimPaid = rowOf(recordClaimPaid, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedClaim, { on: "2026-06-01", document: "进账单1" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownBond,
    unknownClaim,
    claimDone,
    claimGone,
    invalid("a day to come", "/on", change({ on: "2026-06-02" })),
    invalid("a day before the claim", "/on", change({ on: "2026-05-31" })),
    {
      why: "who records it has claimed",
      code: "forbidden",
      as: clerk,
      arrange: async (world, { input }) => ({
        ...input,
        ...(await seedClaim(world, await seedRisk(world, "NO 3"))),
      }),
    },
  ],
});

const claimBack = rowOf(withdrawClaim, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedClaim, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownBond,
    unknownClaim,
    noReason,
    claimDone,
    claimGone,
    when("it is of a penalty", async (world, contractId) => {
      const { bondId } = await seedBond(world, contractId);
      const ids = await seedImposed(world, contractId);
      await run(world, claimPenaltyOnBond, chief, tenantId, { ...ids, bondId });
      const state = await world.platform.tenant(tenantId).loadContract(contractId);
      const claimId = state?.work.bonds[0]?.claims[0]?.id;
      return { contractId, bondId, claimId };
    }),
  ],
});

const release = rowOf(releaseBond, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(world, (each, contractId) => seedBond(each, contractId), { on: "2026-06-01", reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    unknownBond,
    noReason,
    released,
    withdrawn,
    invalid("a day to come", "/on", change({ on: "2026-06-02" })),
    invalid("a day before it came", "/on", change({ on: "2026-05-03" })),
    when("a claim on it is open", only(seedClaim, "contractId", "bondId")),
  ],
});

const withdraw = rowOf(withdrawBond, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, (each, contractId) => seedBond(each, contractId), { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    unknownBond,
    noReason,
    released,
    withdrawn,
    when("it has been claimed on", only(seedClaim, "contractId", "bondId")),
  ],
});

export const bondRows: readonly Row[] = [enter, claim, claimPaid, claimBack, release, withdraw];
