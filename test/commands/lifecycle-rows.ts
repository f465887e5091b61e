import {
  amendContract,
  closeContract,
  endContract,
  reopenContract,
  resumeContract,
  withdrawAmendment,
} from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import { closedAlready, endedAlready, stillDraft, unknownContract } from "./contract-rows.ts";
import { payOf, requestOf } from "./paying.ts";
import { member } from "./people.ts";
import { type Input, invalid, noReason, type Refusal, type Row, rowOf } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const reason = "双方协商一致";
const other = "另一原因";
const facts = { allowed: ["contractManager"], aggregate: "contract", namesIds: true } as const;
const subjectOf = (_answer: unknown, { contractId }: { readonly contractId?: string }) => contractId;

/** Terms that may be ended with a month's notice, or with fifteen days'. */
const endable = {
  earlyEnds: [
    {
      key: "budget",
      title: { zh: "预算调整" },
      notice: { count: 1, unit: "month" as const },
      term: "main",
    },
    {
      key: "special",
      title: { zh: "特殊原因" },
      notice: { count: 15, unit: "day" as const },
      term: "main",
    },
  ],
};

/** A contract that was signed on 1 April; notice of its early end was given on 1 May unless told otherwise. */
async function seedEndable(world: World, number: string, noticed = true): Promise<string> {
  const { contractId } = await seedActive(world, tenantId, termsOf(number, endable), "2026-04-01");
  const event = { kind: "endNoticed", on: "2026-05-01" };
  if (noticed) await run(world, recordEvent, manager, tenantId, { contractId, event });
  return contractId;
}

async function seedEnded(world: World, number: string): Promise<string> {
  const contractId = await seedEndable(world, number);
  const input = { contractId, on: "2026-06-01", ground: "budget", reason };
  await run(world, endContract, manager, tenantId, input);
  return contractId;
}

/** The row's own contract is closed before its command comes. */
const closedMeanwhile: Refusal = {
  why: "the contract has been closed since",
  code: "conflict",
  arrange: async (world, { input, contractId }) => {
    await run(world, closeContract, manager, tenantId, { contractId, reason });
    return input;
  },
};

const stillActive: Refusal = {
  why: "the contract is active",
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 2"));
    return { ...input, contractId };
  },
};

const withdrawal = rowOf(withdrawAmendment, {
  ...facts,
  shows: ["before", "after"],
  prepare: async (world) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const amendment = { contractId, terms: termsOf("NO 1", {}, 45), from: "2026-06-02", reason };
    await run(world, amendContract, manager, tenantId, amendment);
    return { tenantId, contractId, input: { contractId, reason }, other: { contractId, reason: other } };
  },
  subjectOf,
  refusals: [
    unknownContract,
    stillDraft,
    endedAlready,
    closedAlready,
    noReason,
    { ...stillActive, why: "no amendment is to come" },
  ],
});

const end = rowOf(endContract, {
  ...facts,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedEndable(world, "NO 1");
    const input = { contractId, on: "2026-06-01", ground: "budget", reason };
    return { tenantId, contractId, input, other: { ...input, price: "500.00" } };
  },
  subjectOf,
  refusals: [
    unknownContract,
    stillDraft,
    endedAlready,
    closedAlready,
    noReason,
    invalid("a day after today", "/on", (input) => ({ ...input, on: "2026-06-02" })),
    invalid("a date that does not exist", "/on", (input) => ({ ...input, on: "2026-02-30" })),
    invalid("a price above the total", "/price", (input) => ({ ...input, price: "1000.01" })),
    invalid("money with three decimals", "/price", (input) => ({ ...input, price: "1.234" })),
    invalid("neither ground nor price", "/price", ({ ground: _none, ...input }) => input),
    {
      why: "a ground that the contract does not know",
      code: "notFound",
      arrange: (_world, { input }) => ({ ...input, ground: "dislike" }),
    },
    {
      why: "a notice that has not run",
      code: "conflict",
      arrange: (_world, { input }) => ({ ...input, on: "2026-05-31" }),
    },
    {
      why: "no notice",
      code: "conflict",
      arrange: async (world, { input }) => ({
        ...input,
        contractId: await seedEndable(world, "NO 2", false),
      }),
    },
    {
      why: "a payment under way",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        await requestOf(world, tenantId, contractId, "t1", "100.00");
        return input;
      },
    },
    {
      why: "an amendment to come",
      code: "conflict",
      arrange: async (world, { input, contractId }) => {
        const terms = termsOf("NO 1", endable, 45);
        const amendment = { contractId, terms, from: "2026-06-02", reason };
        await run(world, amendContract, manager, tenantId, amendment);
        return input;
      },
    },
  ],
});

const settle = (move: (world: World, contractId: string) => Promise<unknown>): Refusal["arrange"] => {
  return async (world, { input, contractId = "" }): Promise<Input> => {
    await move(world, contractId);
    return input;
  };
};

const resume = rowOf(resumeContract, {
  ...facts,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedEnded(world, "NO 1");
    return { tenantId, contractId, input: { contractId, reason }, other: { contractId, reason: other } };
  },
  subjectOf,
  refusals: [
    unknownContract,
    stillDraft,
    stillActive,
    closedAlready,
    closedMeanwhile,
    noReason,
    {
      why: "the settlement is under way",
      code: "conflict",
      arrange: settle((world, id) => requestOf(world, tenantId, id, "settlement", "100.00")),
    },
    {
      why: "the settlement has been paid in part",
      code: "conflict",
      arrange: settle((world, id) => payOf(world, tenantId, id, "settlement", "100.00", "2026-06-01")),
    },
  ],
});

const close = rowOf(closeContract, {
  ...facts,
  shows: ["before", "after"],
  prepare: async (world) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    return { tenantId, contractId, input: { contractId, reason }, other: { contractId, reason: other } };
  },
  subjectOf,
  refusals: [
    unknownContract,
    stillDraft,
    closedAlready,
    noReason,
    {
      why: "something is open, and no reason is given",
      code: "conflict",
      arrange: (_world, { contractId }) => ({ contractId }),
    },
    {
      why: "an amendment to come",
      code: "conflict",
      arrange: async (world, { input, contractId }) => {
        const amendment = { contractId, terms: termsOf("NO 1", {}, 45), from: "2026-06-02", reason };
        await run(world, amendContract, manager, tenantId, amendment);
        return input;
      },
    },
  ],
});

const reopen = rowOf(reopenContract, {
  ...facts,
  shows: ["before", "after"],
  prepare: async (world) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    await run(world, closeContract, manager, tenantId, { contractId, reason });
    return { tenantId, contractId, input: { contractId, reason }, other: { contractId, reason: other } };
  },
  subjectOf,
  refusals: [unknownContract, stillDraft, stillActive, endedAlready, noReason],
});

export const lifecycleRows: readonly Row[] = [withdrawal, end, resume, close, reopen];
