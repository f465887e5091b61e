import type { ContractTerms } from "@luyue/core/contract";
import { amendContract, closeContract, endContract } from "@luyue/usecases/contract";
import {
  acceptInvoice,
  rejectInvoice,
  revokeInvoice,
  submitInvoice,
  withdrawInvoice,
} from "@luyue/usecases/invoice";
import { approvePayment, recordPayment, requestPayment } from "@luyue/usecases/payment";
import type { Actor } from "@luyue/usecases/runtime";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { member, partner } from "./people.ts";
import { type Input, invalid, noReason, type Prepared, type Refusal, type Row, rowOf } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const finance = member(tenantId, "finance");
const number = "24117000000012345678";

/** One payment of 1000.00 that waits for its invoice, which has to be in on the day of signing. */
function invoicedTerms(contractNumber: string, amount = "1000.00"): ContractTerms {
  const terms = termsOf(contractNumber, { price: { total: amount } });
  const signed = { rule: "on", anchor: { anchor: "event", event: "signed" } } as const;
  const tranches = terms.tranches.map((tranche) => ({
    ...tranche,
    amount: { amount: "fixed", value: amount } as const,
    gates: [{ gate: "invoiceReceived" } as const],
    invoice: { due: signed, late: { late: "noBlame" } as const },
  }));
  return { ...terms, tranches };
}

export async function seedInvoiced(world: World, contractNumber = "NO 1"): Promise<string> {
  return (await seedActive(world, tenantId, invoicedTerms(contractNumber), "2026-06-01")).contractId;
}

const invoiceOf = (contractId: string, more: Input = {}): Input => ({
  contractId,
  of: "t1",
  number,
  issuedOn: "2026-05-31",
  amount: "600.00",
  ...more,
});

export async function submitOne(
  world: World,
  actor: Actor,
  contractId: string,
  more: Input = {},
): Promise<Input> {
  const { answer } = await run(world, submitInvoice, actor, tenantId, invoiceOf(contractId, more));
  return { contractId, invoiceId: answer.id };
}

const closed: Refusal = {
  why: "the contract is closed",
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId } = input;
    await run(world, closeContract, manager, tenantId, { contractId, reason: "合同作废" });
    return input;
  },
};

/** The number stands in another contract of the tenant; `as`: who uses it again. */
const numberInUse = (as?: Actor): Refusal => ({
  why: `a number that is in use${as === undefined ? "" : ", by the vendor"}`,
  code: "invalid",
  path: "/number",
  ...(as === undefined ? {} : { as }),
  arrange: async (world, { input }) => {
    await submitOne(world, manager, await seedInvoiced(world, "NO 2"));
    return input;
  },
});

/** A contract that has ended after a part of its payment: what it leaves is no longer invoiced under the tranche. */
const ended: Refusal = {
  why: "a tranche of a contract that has ended",
  code: "invalid",
  path: "/of",
  arrange: async (world, { input }) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 2"), "2026-06-01");
    const asked = { contractId, of: "t1", amount: "100.00" };
    const { answer } = await run(world, requestPayment, manager, tenantId, asked);
    const payment = { contractId, paymentId: answer.id };
    await run(world, approvePayment, finance, tenantId, payment);
    const paid = { ...payment, on: "2026-06-01", voucher: "凭证1", amount: "100.00" };
    await run(world, recordPayment, finance, tenantId, paid);
    const end = { contractId, on: "2026-06-01", price: "300.00", reason: "协商终止" };
    await run(world, endContract, manager, tenantId, end);
    return { ...input, contractId };
  },
};

const submission = rowOf(submitInvoice, {
  allowed: ["contractManager", "finance"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedInvoiced(world);
    const input = invoiceOf(contractId);
    return { tenantId, contractId, input, other: { ...input, amount: "500.00" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closed,
    ended,
    numberInUse(),
    numberInUse(partner),
    invalid("a payment that there is not", "/of", (input) => ({ ...input, of: "t9" })),
    invalid("service beyond the term that there is not", "/of", (input) => ({ ...input, of: "overrun" })),
    ...["1234567", "123456789", "12345678901-12345678", "1234567890-1234567", "2411700000001234567X"].map(
      (bad) => invalid(`the number ${bad}`, "/number", (input) => ({ ...input, number: bad })),
    ),
    ...["0.00", "1000.01", "1.234"].map((amount) =>
      invalid(`the amount ${amount}`, "/amount", (input) => ({ ...input, amount })),
    ),
    {
      why: "more than the earlier invoice leaves",
      code: "invalid",
      path: "/amount",
      arrange: async (world, { input }) => {
        await submitOne(world, partner, String(input["contractId"]), { number: "1100233130-12345678" });
        return { ...input, amount: "400.01" };
      },
    },
    invalid("issued after today", "/issuedOn", (input) => ({ ...input, issuedOn: "2026-06-02" })),
    invalid("issued after it came", "/issuedOn", (input) => ({ ...input, receivedOn: "2026-05-30" })),
    invalid("a day of coming after today", "/receivedOn", (input) => ({
      ...input,
      receivedOn: "2026-06-02",
    })),
    {
      ...invalid("a vendor's own word on when it came", "/receivedOn", (input) => ({
        ...input,
        receivedOn: "2026-05-31",
      })),
      as: partner,
    },
  ],
});

const unknownInvoice: Refusal = {
  why: "no such invoice",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, invoiceId: "inv_zzzzzzzzzz" }),
};

/** A refusal for an invoice in another state than the command takes: the one that `decide` has left. */
const inState = (why: string, decide: (world: World, named: Input) => Promise<unknown>): Refusal => ({
  why,
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId, invoiceId } = input;
    await decide(world, { contractId, invoiceId });
    return input;
  },
});
const accept = (world: World, named: Input) => run(world, acceptInvoice, finance, tenantId, named);
const reject = (world: World, named: Input) =>
  run(world, rejectInvoice, finance, tenantId, { ...named, reason: "税号有误" });

/** An invoice of the vendor's and another one, with a reason where the command wants one. */
const prepareSubmitted =
  (reason?: string) =>
  async (world: World): Promise<Prepared> => {
    const contractId = await seedInvoiced(world);
    const more = reason === undefined ? {} : { reason };
    const input = { ...(await submitOne(world, partner, contractId)), ...more };
    const second = await submitOne(world, partner, contractId, {
      number: "1100233130-12345678",
      amount: "400.00",
    });
    return { tenantId, contractId, input, other: { ...second, ...more } };
  };

const acceptance = rowOf(acceptInvoice, {
  allowed: ["finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareSubmitted(),
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    unknownInvoice,
    stillDraft,
    closed,
    inState("it is accepted already", accept),
    inState("it has been rejected", reject),
    {
      why: "who accepts it has entered it",
      code: "forbidden",
      arrange: async (world) =>
        submitOne(world, finance, await seedInvoiced(world, "NO 2"), { number: "1100233130-87654321" }),
    },
    {
      why: "the payment has become less than its invoices",
      code: "conflict",
      arrange: async (world, { input }) => {
        const terms = invoicedTerms("NO 1", "500.00");
        const amended = { contractId: input["contractId"], terms, from: "2026-06-01", reason: "减少服务" };
        await run(world, amendContract, manager, tenantId, amended);
        return input;
      },
    },
  ],
});

const rejection = rowOf(rejectInvoice, {
  allowed: ["finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareSubmitted("税号有误"),
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    unknownInvoice,
    stillDraft,
    noReason,
    inState("it has been rejected already", reject),
    inState("it is accepted", accept),
  ],
});

const withdrawal = rowOf(withdrawInvoice, {
  allowed: ["contractManager", "finance"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareSubmitted("开错了"),
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    unknownInvoice,
    stillDraft,
    noReason,
    inState("it is accepted", accept),
    inState("it has been rejected", reject),
    {
      why: "the vendor takes back what the agency has entered",
      code: "forbidden",
      as: partner,
      arrange: async (world, { input }) => {
        const contractId = await seedInvoiced(world, "NO 2");
        return {
          ...input,
          ...(await submitOne(world, manager, contractId, { number: "1100233130-87654321" })),
        };
      },
    },
  ],
});

const revocation = rowOf(revokeInvoice, {
  allowed: ["finance"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedInvoiced(world);
    const named = await submitOne(world, partner, contractId, { amount: "1000.00" });
    await accept(world, named);
    const input = { ...named, reason: "误点接受" };
    return { tenantId, contractId, input, other: { ...input, reason: "另一原因" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    unknownInvoice,
    stillDraft,
    noReason,
    {
      why: "it has not been accepted",
      code: "conflict",
      arrange: async (world, { input }) => {
        const contractId = await seedInvoiced(world, "NO 2");
        return {
          ...input,
          ...(await submitOne(world, partner, contractId, { number: "1100233130-87654321" })),
        };
      },
    },
    inState("a payment has been asked for since", async (world, { contractId }) =>
      run(world, requestPayment, manager, tenantId, { contractId, of: "t1" }),
    ),
    inState("a payment has been approved since", async (world, { contractId }) => {
      const asked = { contractId, of: "t1", amount: "1.00" };
      const { answer } = await run(world, requestPayment, manager, tenantId, asked);
      await run(world, approvePayment, finance, tenantId, { contractId, paymentId: answer.id });
    }),
  ],
});

export const invoiceRows: readonly Row[] = [submission, acceptance, rejection, withdrawal, revocation];
