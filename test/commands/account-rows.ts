import { changeAccount } from "@luyue/usecases/account";
import { closeContract } from "@luyue/usecases/contract";
import { approvePayment, requestPayment } from "@luyue/usecases/payment";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { member, partner } from "./people.ts";
import { type Input, invalid, type Row, rowOf } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const evidence = [{ document: "账户变更函1" }];
const account = { holder: "示例供应商", bank: "示例银行", number: "6222000011112222" };
const changed = (input: Input, more: Input) => ({ ...input, account: { ...account, ...more } });

const change = rowOf(changeAccount, {
  allowed: ["contractManager", "finance"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const terms = termsOf("NO 1", { accountChange: { count: 5, unit: "workingDay" } });
    const { contractId } = await seedActive(world, tenantId, terms, "2026-06-01");
    await run(world, changeAccount, manager, tenantId, { contractId, account, evidence });
    const input = { contractId, account: { ...account, number: "6222000033334444" }, evidence };
    return { tenantId, contractId, input, other: { ...input, evidence: [{ document: "账户变更函2" }] } };
  },
  subjectOf: () => "account",
  refusals: [
    unknownContract,
    stillDraft,
    {
      why: "the contract is closed",
      code: "conflict",
      arrange: async (world, { input }) => {
        const { contractId } = input;
        await run(world, closeContract, manager, tenantId, { contractId, reason: "合同作废" });
        return input;
      },
    },
    ...["12345", "6222 0000 1111", "6".repeat(35)].map((number) =>
      invalid(`the number ${number}`, "/account/number", (input) => changed(input, { number })),
    ),
    invalid("no holder", "/account/holder", (input) => changed(input, { holder: " " })),
    invalid("no evidence", "/evidence", (input) => ({ ...input, evidence: [] })),
    invalid("a notice of after today", "/noticedOn", (input) => ({ ...input, noticedOn: "2026-06-02" })),
    {
      ...invalid("a vendor's notice of an earlier day", "/noticedOn", (input) => ({
        ...input,
        noticedOn: "2026-05-31",
      })),
      as: partner,
    },
    {
      why: "it is the account already",
      code: "conflict",
      arrange: (_world, { input }) => ({ ...input, account }),
    },
    {
      why: "four working days before the payment of 1 July",
      code: "conflict",
      arrange: (world, { input }) => {
        world.runtime.setNow("2026-06-25T10:00:00+08:00");
        return input;
      },
    },
    {
      why: "a payment is approved and not paid yet",
      code: "conflict",
      arrange: async (world, { input }) => {
        const { contractId } = input;
        const asked = { contractId, of: "t1" };
        const { answer } = await run(world, requestPayment, manager, tenantId, asked);
        const payment = { contractId, paymentId: answer.id };
        await run(world, approvePayment, member(tenantId, "finance"), tenantId, payment);
        return input;
      },
    },
  ],
});

export const accountRows: readonly Row[] = [change];
