import {
  approveDeduction,
  proposeDeduction,
  rejectDeduction,
  withdrawDeduction,
} from "@luyue/usecases/deduction";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import {
  closedContract,
  type DeductionIds,
  seedDeduction,
  seedPaid,
  seedPayable,
  seedProposal,
  seedRequest,
} from "./money-seed.ts";
import { member } from "./people.ts";
import { type Input, invalid, noReason, type Prepared, type Refusal, type Row, rowOf } from "./row.ts";
import { run } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const finance = member(tenantId, "finance");
const reason = "证据不足";

const propose = rowOf(proposeDeduction, {
  allowed: ["contractManager", "finance", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const { contractId } = await seedPayable(world);
    const facts = { title: "响应超时", reason: "到场超过两小时", clause: "第九条", amount: "100.00" };
    const input = { contractId, ...facts, evidence: [{ document: "事故记录1" }] };
    return { tenantId, contractId, input, other: { ...input, amount: "200.00" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    ...["0.00", "-1.00", "1.234", "1"].map((amount) =>
      invalid(`the amount ${amount}`, "/amount", (input) => ({ ...input, amount })),
    ),
    invalid("no title", "/title", (input) => ({ ...input, title: " " })),
    noReason,
  ],
});

const unknownDeduction: Refusal = {
  why: "no such deduction",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, deductionId: "ded_zzzzzzzzzz" }),
};

const named: readonly Refusal[] = [unknownContract, unknownDeduction, stillDraft, closedContract];

/** Another deduction of the row's contract, brought so far; the row's input then names it. */
function when(why: string, seed: (world: World, contractId: string) => Promise<Input>): Refusal {
  return {
    why,
    code: "conflict",
    arrange: async (world, { input, contractId = "" }) => ({ ...input, ...(await seed(world, contractId)) }),
  };
}

const given = {
  approved: when("it has been approved", seedDeduction),
  rejected: when("it has been rejected", async (world, contractId) => {
    const ids = await seedProposal(world, contractId);
    await run(world, rejectDeduction, finance, tenantId, { ...ids, reason });
    return ids;
  }),
  withdrawn: when("it has been withdrawn", async (world, contractId) => {
    const ids = await seedProposal(world, contractId);
    await run(world, withdrawDeduction, finance, tenantId, { ...ids, reason });
    return ids;
  }),
};

/** A deduction of the row's contract, proposed by somebody else. */
async function prepareDeduction(
  world: World,
  seed: (world: World, contractId: string) => Promise<DeductionIds>,
  more: Input = {},
): Promise<Prepared> {
  const { contractId } = await seedPayable(world);
  const input = { ...(await seed(world, contractId)), ...more };
  return { tenantId, contractId, input, other: { ...input, deductionId: "ded_zzzzzzzzzz" } };
}

const approve = rowOf(approveDeduction, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareDeduction(world, seedProposal),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    given.approved,
    given.rejected,
    given.withdrawn,
    {
      why: "who approves has proposed it",
      code: "forbidden",
      arrange: async (world, { contractId = "" }) => ({
        ...(await seedProposal(world, contractId, "100.00", member(tenantId, "contractManager"))),
      }),
    },
  ],
});

const reject = rowOf(rejectDeduction, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareDeduction(world, seedProposal, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...named, noReason, given.approved, given.rejected, given.withdrawn],
});

const withdraw = rowOf(withdrawDeduction, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareDeduction(world, seedDeduction, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    given.rejected,
    given.withdrawn,
    {
      why: "a payment under way sets it off",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        await seedRequest(world, contractId);
        return input;
      },
    },
    {
      why: "a payment has set it off",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        await seedPaid(world, contractId);
        return input;
      },
    },
  ],
});

export const deductionRows: readonly Row[] = [propose, approve, reject, withdraw];
