import { demoContract } from "@luyue/testing/contracts";
import {
  activateContract,
  amendContract,
  closeContract,
  draftContract,
  editDraft,
  endContract,
} from "@luyue/usecases/contract";
import { submitInvoice } from "@luyue/usecases/invoice";
import { payOf } from "./paying.ts";
import { member } from "./people.ts";
import { type Input, invalid, type Prepared, type Refusal, type Row, rowOf } from "./row.ts";
import { run, seedActive, seedDraft, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const unknownId = "ctr_zzzzzzzzzz";
const manager = ["contractManager"] as const;
const stranger = demoContract("A").vendor.creditCode;

export const unknownContract: Refusal = {
  why: "no such contract",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, contractId: unknownId }),
};

export const stillDraft: Refusal = {
  why: "the contract is a draft",
  code: "conflict",
  arrange: async (world, { input }) => ({
    ...input,
    contractId: await seedDraft(world, tenantId, termsOf("NO 2")),
  }),
};

export const closedAlready: Refusal = {
  why: "the contract is closed",
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 2"));
    const close = { contractId, reason: "合同作废" };
    await run(world, closeContract, member(tenantId, "contractManager"), tenantId, close);
    return { ...input, contractId };
  },
};

export const endedAlready: Refusal = {
  why: "the contract has ended early",
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 2"), "2026-06-01");
    const end = { contractId, on: "2026-06-01", price: "0.00", reason: "协商终止" };
    await run(world, endContract, member(tenantId, "contractManager"), tenantId, end);
    return { ...input, contractId };
  },
};

const withTerms = (input: Input, more: Parameters<typeof termsOf>[1]) => ({
  ...input,
  terms: termsOf("NO 1", more),
});
const parties = (creditCode: string) => ({
  parties: { buyer: { name: "示例单位" }, vendor: { name: "别的供应商", creditCode } },
});
const dueOf = (due: unknown) => {
  const terms = termsOf("NO 1");
  return { ...terms, tranches: terms.tranches.map((tranche) => ({ ...tranche, due })) };
};

/** What can be wrong with terms, whichever command brings them. */
const badTerms: readonly Refusal[] = [
  invalid("money with three decimals", "/terms/price/total", (input) =>
    withTerms(input, { price: { total: "1.234" } }),
  ),
  invalid("a date that does not exist", "/terms/tranches/0/due/anchor/on", (input) => ({
    ...input,
    terms: dueOf({ rule: "on", anchor: { anchor: "date", on: "2026-02-30" } }),
  })),
  invalid("a field that terms do not have", "/terms", (input) => ({
    ...input,
    terms: { ...termsOf("NO 1"), extra: 1 },
  })),
  {
    why: "a rule that rests on itself",
    code: "invalid",
    arrange: (_world, { input }) => ({
      ...input,
      terms: dueOf({ rule: "on", anchor: { anchor: "due", of: "payment.t1" } }),
    }),
  },
];

const otherVendor: Refusal = invalid(
  "a vendor that is not on file",
  "/terms/parties/vendor/creditCode",
  (input) => withTerms(input, parties(stranger)),
);

/** A tranche of 1000.00 in a price of more. */
const unbalanced = { price: { total: "1100.00" } };

async function prepareDraft(world: World): Promise<Prepared & { contractId: string }> {
  const contractId = await seedDraft(world, tenantId, termsOf("NO 1"));
  return { tenantId, contractId, input: { contractId }, other: { contractId } };
}

const draft = rowOf(draftContract, {
  allowed: manager,
  aggregate: "contract",
  creates: true,
  shows: ["after"],
  prepare: async () => ({ tenantId, input: { terms: termsOf("NO 1") }, other: { terms: termsOf("NO 9") } }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...badTerms,
    otherVendor,
    {
      why: "a number that is in use",
      code: "conflict",
      arrange: async (world, { input }) => {
        await seedDraft(world, tenantId, termsOf("NO 1"));
        return input;
      },
    },
  ],
});

const edit = rowOf(editDraft, {
  allowed: manager,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const prepared = await prepareDraft(world);
    return {
      ...prepared,
      input: withTerms(prepared.input, { name: "改名" }),
      other: withTerms(prepared.input, { name: "又改名" }),
    };
  },
  subjectOf: (_answer, { contractId }) => contractId,
  refusals: [
    ...badTerms,
    otherVendor,
    unknownContract,
    invalid("another number", "/terms/number", (input) => ({ ...input, terms: termsOf("NO 7") })),
    {
      why: "the contract is active",
      code: "conflict",
      arrange: async (world, { input }) => {
        const { contractId } = await seedActive(world, tenantId, termsOf("NO 2"));
        return { ...input, contractId };
      },
    },
  ],
});

const activate = rowOf(activateContract, {
  allowed: manager,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const prepared = await prepareDraft(world);
    return { ...prepared, other: { contractId: await seedDraft(world, tenantId, termsOf("NO 2")) } };
  },
  subjectOf: (_answer, { contractId }) => contractId,
  refusals: [
    unknownContract,
    {
      why: "the contract is active already",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, activateContract, member(tenantId, "contractManager"), tenantId, input);
        return input;
      },
    },
    {
      why: "a check fails, and no reason is given",
      code: "conflict",
      path: "/price/total",
      arrange: async (world) => ({
        contractId: await seedDraft(world, tenantId, termsOf("NO 3", unbalanced)),
      }),
    },
    invalid("an empty reason for going on", "/despite", (input) => ({ ...input, despite: " " })),
  ],
});

const finance = member(tenantId, "finance");
const otherTranche = (input: Input) => {
  const terms = termsOf("NO 1");
  return { ...input, terms: { ...terms, tranches: terms.tranches.map((each) => ({ ...each, key: "t2" })) } };
};

/** What an amendment cannot be because of those before it, of the contract's money, or of the law. */
const badAmendments: readonly Refusal[] = [
  {
    why: "another one is to hold from a later day",
    code: "conflict",
    arrange: async (world, { input }) => {
      await run(world, amendContract, member(tenantId, "contractManager"), tenantId, {
        ...input,
        from: "2026-07-01",
      });
      return input;
    },
  },
  {
    why: "a day before that of the last one",
    code: "invalid",
    path: "/from",
    arrange: async (world, { input }) => {
      await run(world, amendContract, member(tenantId, "contractManager"), tenantId, input);
      return { ...input, from: "2026-05-31" };
    },
  },
  {
    why: "a payment that was made in part is taken away",
    code: "conflict",
    arrange: async (world, { input, contractId = "" }) => {
      await payOf(world, tenantId, contractId, "t1", "100.00", "2026-06-01");
      return otherTranche(input);
    },
  },
  {
    why: "a payment that has an invoice is taken away",
    code: "conflict",
    arrange: async (world, { input, contractId = "" }) => {
      const facts = { of: "t1", number: "24117000000012345678", issuedOn: "2026-06-01", amount: "100.00" };
      await run(world, submitInvoice, finance, tenantId, { contractId, ...facts });
      return otherTranche(input);
    },
  },
  {
    why: "a check fails that did not before, and no reason is given",
    code: "conflict",
    path: "/price/total",
    arrange: (_world, { input }) => withTerms(input, unbalanced),
  },
  {
    why: "more than a tenth is added in all, and no reason is given",
    code: "conflict",
    path: "/price/total",
    arrange: (_world, { input }) => {
      const terms = termsOf("NO 1", { price: { total: "1100.01" } });
      const tranches = terms.tranches.map((each) => ({
        ...each,
        amount: { amount: "fixed", value: "1100.01" },
      }));
      return { ...input, terms: { ...terms, tranches } };
    },
  },
];

const amend = rowOf(amendContract, {
  allowed: manager,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const input = { contractId, terms: termsOf("NO 1", {}, 45), from: "2026-06-01", reason: "补充协议一" };
    return { tenantId, contractId, input, other: { ...input, reason: "补充协议二" } };
  },
  subjectOf: (_answer, { contractId }) => contractId,
  refusals: [
    ...badTerms,
    unknownContract,
    stillDraft,
    endedAlready,
    closedAlready,
    ...badAmendments,
    invalid("a date that does not exist, to begin with", "/from", (input) => ({
      ...input,
      from: "2026-02-30",
    })),
    invalid("no reason", "/reason", (input) => ({ ...input, reason: " " })),
    invalid("an empty reason for going on", "/despite", (input) => ({ ...input, despite: " " })),
    {
      why: "another number",
      code: "invalid",
      arrange: (_world, { input }) => ({ ...input, terms: termsOf("NO 7") }),
    },
    {
      why: "another vendor",
      code: "invalid",
      arrange: (_world, { input }) => withTerms(input, parties(stranger)),
    },
  ],
});

export const contractRows: readonly Row[] = [draft, edit, activate, amend];
