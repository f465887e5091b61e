import { amendContract } from "@luyue/usecases/contract";
import { withdrawEvent } from "@luyue/usecases/event";
import {
  approvePayment,
  recordPayment,
  refundPayment,
  rejectPayment,
  requestPayment,
  reversePayment,
  withdrawPayment,
} from "@luyue/usecases/payment";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import {
  closedContract,
  fundedTerms,
  seedApproved,
  seedDeduction,
  seedPaid,
  seedPayable,
  seedRequest,
} from "./money-seed.ts";
import { member } from "./people.ts";
import { type Input, invalid, noReason, type Prepared, type Refusal, type Row, rowOf } from "./row.ts";
import { run, seedActive } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const finance = member(tenantId, "finance");
const reason = "金额有误";

/** Things that no amount of money may be, whichever command brings it. */
const badAmounts: readonly Refusal[] = ["0.00", "-1.00", "1.234", "1", "1e2"].map((amount) =>
  invalid(`the amount ${amount}`, "/amount", (input) => ({ ...input, amount })),
);

/** The row's contract in another state; gives the input that goes with it. */
function when(
  why: string,
  change: (world: World, contractId: string) => Promise<Input | undefined>,
): Refusal {
  return {
    why,
    code: "conflict",
    arrange: async (world, { input, contractId = "" }) => {
      const changed = await change(world, contractId);
      return { ...input, ...changed };
    },
  };
}

/** Another contract, brought so far; the row's input then names its payment. */
function whenOther(why: string, seed: (world: World, contractId: string) => Promise<Input>): Refusal {
  return when(why, async (world) => seed(world, (await seedPayable(world, "NO 3")).contractId));
}

const amendTo = async (world: World, contractId: string, value: string): Promise<undefined> => {
  const terms = fundedTerms("NO 1", { amount: { amount: "fixed", value } });
  const input = { contractId, terms, from: "2026-06-01", reason: "减少服务", despite: "双方已商定" };
  await run(world, amendContract, manager, tenantId, input);
};

const request = rowOf(requestPayment, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const { contractId } = await seedPayable(world);
    const input = { contractId, of: "t1", amount: "400.00", note: "首付款" };
    return { tenantId, contractId, input, other: { ...input, amount: "300.00" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    invalid("a payment that the contract does not have", "/of", (input) => ({ ...input, of: "t9" })),
    ...badAmounts,
    invalid("more than the rest", "/amount", (input) => ({ ...input, amount: "1000.01" })),
    {
      why: "more than deductions leave of the rest",
      code: "invalid",
      path: "/amount",
      arrange: async (world, { input, contractId = "" }) => {
        await seedDeduction(world, contractId, "100.00");
        return { ...input, amount: "900.01" };
      },
    },
    {
      why: "more than an earlier payment left",
      code: "invalid",
      path: "/amount",
      arrange: async (world, { input, contractId = "" }) => {
        await seedPaid(world, contractId, "700.00");
        return { ...input, amount: "300.01" };
      },
    },
    when("the funds are not there", async (world) => {
      const { contractId } = await seedActive(world, tenantId, fundedTerms("NO 3"), "2026-06-01");
      return { contractId };
    }),
    when("the day of signing, from which it counts, is not known", async (world) => {
      const { contractId } = await seedActive(world, tenantId, fundedTerms("NO 3", { gates: [] }));
      return { contractId };
    }),
    when("its window has not opened", async (world) => {
      const terms = fundedTerms("NO 3", { gates: [], due: { rule: "window", window: "2026-Q3" } });
      return { contractId: (await seedActive(world, tenantId, terms, "2026-06-01")).contractId };
    }),
    when("one is under way", async (world, contractId) => {
      await seedRequest(world, contractId, "100.00");
    }),
    when("one is approved and not paid", async (world, contractId) => {
      await seedApproved(world, contractId, "100.00");
    }),
    when("all of it is paid", async (world, contractId) => {
      await seedPaid(world, contractId, "1000.00");
    }),
  ],
});

const unknownPayment: Refusal = {
  why: "no such payment",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, paymentId: "pay_zzzzzzzzzz" }),
};

/** What every command refuses that names a request. */
const named: readonly Refusal[] = [unknownContract, unknownPayment, stillDraft, closedContract];

/** A request that has come to an end without being paid. */
const given = {
  rejected: whenOther("it has been rejected", async (world, contractId) => {
    const ids = await seedRequest(world, contractId);
    await run(world, rejectPayment, finance, tenantId, { ...ids, reason });
    return ids;
  }),
  withdrawn: whenOther("it has been withdrawn", async (world, contractId) => {
    const ids = await seedRequest(world, contractId);
    await run(world, withdrawPayment, finance, tenantId, { ...ids, reason });
    return ids;
  }),
  requested: whenOther("it has not been approved", seedRequest),
  approved: whenOther("it has been approved", seedApproved),
  paid: whenOther("it has been paid", seedPaid),
};

/** A request of the row's contract, made by somebody else. */
async function prepareRequest(
  world: World,
  seed: (world: World, contractId: string) => Promise<Input>,
  more: Input = {},
): Promise<Prepared> {
  const { contractId } = await seedPayable(world);
  const input = { ...(await seed(world, contractId)), ...more };
  return { tenantId, contractId, input, other: { ...input, paymentId: "pay_zzzzzzzzzz" } };
}

/** The funds have not come after all. */
function gateClosedSince(seed: (world: World, contractId: string) => Promise<Input>): Refusal {
  return when("a gate has closed since", async (world) => {
    const { contractId, fundsId: eventId } = await seedPayable(world, "NO 3");
    const ids = await seed(world, contractId);
    await run(world, withdrawEvent, finance, tenantId, { contractId, eventId, reason });
    return ids;
  });
}

const approve = rowOf(approvePayment, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareRequest(world, seedRequest),
  subjectOf: (_answer, { input }) => input["paymentId"],
  refusals: [
    ...named,
    given.approved,
    given.rejected,
    given.withdrawn,
    given.paid,
    {
      why: "who approves has asked for it",
      code: "forbidden",
      arrange: async (world) => {
        const { contractId } = await seedPayable(world, "NO 3");
        return { ...(await seedRequest(world, contractId, "400.00", manager)) };
      },
    },
    when("a deduction has been approved since", async (world, contractId) => {
      await seedDeduction(world, contractId);
    }),
    when("it is more than an amendment leaves to pay", (world, contractId) =>
      amendTo(world, contractId, "399.99"),
    ),
    gateClosedSince(seedRequest),
  ],
});

const reject = rowOf(rejectPayment, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareRequest(world, seedRequest, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...named, noReason, given.approved, given.rejected, given.withdrawn, given.paid],
});

const withdraw = rowOf(withdrawPayment, {
  allowed: ["contractManager", "finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareRequest(world, seedApproved, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...named, noReason, given.rejected, given.withdrawn, given.paid],
});

const pay = rowOf(recordPayment, {
  allowed: ["finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => {
    const facts = { on: "2026-06-01", voucher: "凭证1", amount: "400.00" };
    return prepareRequest(world, seedApproved, { ...facts, evidence: [{ document: "回单1" }] });
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    ...badAmounts,
    given.requested,
    given.rejected,
    given.withdrawn,
    given.paid,
    invalid("less than was approved", "/amount", (input) => ({ ...input, amount: "399.99" })),
    invalid("more than was approved", "/amount", (input) => ({ ...input, amount: "400.01" })),
    invalid("a day after today", "/on", (input) => ({ ...input, on: "2026-06-02" })),
    invalid("a day that does not exist", "/on", (input) => ({ ...input, on: "2026-02-30" })),
    gateClosedSince(seedApproved),
    invalid("no voucher", "/voucher", (input) => ({ ...input, voucher: " " })),
    when("it is more than an amendment leaves to pay", (world, contractId) =>
      amendTo(world, contractId, "399.99"),
    ),
  ],
});

const refunded = async (world: World, ids: Input, amount: string): Promise<Input> => {
  const input = { ...ids, amount, on: "2026-06-01", reason };
  await run(world, refundPayment, finance, tenantId, input);
  return ids;
};

const reverse = rowOf(reversePayment, {
  allowed: ["finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareRequest(world, seedPaid, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    given.requested,
    given.approved,
    given.rejected,
    given.withdrawn,
    whenOther("some of it has come back", async (world, contractId) =>
      refunded(world, await seedPaid(world, contractId), "0.01"),
    ),
  ],
});

const refund = rowOf(refundPayment, {
  allowed: ["finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) =>
    prepareRequest(world, seedPaid, { amount: "400.00", on: "2026-06-01", reason, voucher: "凭证2" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    ...badAmounts,
    noReason,
    given.requested,
    given.approved,
    given.rejected,
    given.withdrawn,
    invalid("more than was paid", "/amount", (input) => ({ ...input, amount: "400.01" })),
    {
      why: "more than what has not come back yet",
      code: "invalid",
      path: "/amount",
      arrange: async (world, { input }) => {
        const { contractId, paymentId } = input;
        await refunded(world, { contractId, paymentId }, "300.00");
        return { ...input, amount: "100.01" };
      },
    },
    invalid("a day before the payment", "/on", (input) => ({ ...input, on: "2026-05-31" })),
    invalid("a day after today", "/on", (input) => ({ ...input, on: "2026-06-02" })),
  ],
});

export const paymentRows: readonly Row[] = [request, approve, reject, withdraw, pay, reverse, refund];
