import type { ContractTerms } from "@luyue/core/contract";
import { closeContract } from "@luyue/usecases/contract";
import { approveDeduction, proposeDeduction } from "@luyue/usecases/deduction";
import { recordEvent } from "@luyue/usecases/event";
import { approvePayment, recordPayment, requestPayment } from "@luyue/usecases/payment";
import { member } from "./people.ts";
import type { Input, Refusal } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
/** Who prepares what a row's own people decide. */
const clerk = member(tenantId, "contractManager", "acceptor");
const head = member(tenantId, "finance", "acceptor");

/** One payment of 1000.00 that waits for its funds. */
export function fundedTerms(number: string, change: Partial<ContractTerms["tranches"][number]> = {}) {
  const terms = termsOf(number);
  const gates = [{ gate: "fundsAppropriated" } as const];
  return { ...terms, tranches: terms.tranches.map((tranche) => ({ ...tranche, gates, ...change })) };
}

/** An active contract whose payment can be made today; gives its id and that of the funds' event. */
export async function seedPayable(world: World, number = "NO 1") {
  const { contractId } = await seedActive(world, tenantId, fundedTerms(number), "2026-06-01");
  const event = { kind: "fundsAppropriated", of: "t1", on: "2026-06-01" };
  const { answer } = await run(world, recordEvent, clerk, tenantId, { contractId, event });
  return { contractId, fundsId: answer.eventId };
}

export interface PaymentIds extends Input {
  readonly contractId: string;
  readonly paymentId: string;
}

export async function seedRequest(
  world: World,
  contractId: string,
  amount = "400.00",
  actor = clerk,
): Promise<PaymentIds> {
  const input = { contractId, of: "t1", amount };
  const { answer } = await run(world, requestPayment, actor, tenantId, input);
  return { contractId, paymentId: answer.id };
}

export async function seedApproved(world: World, contractId: string, amount?: string): Promise<PaymentIds> {
  const ids = await seedRequest(world, contractId, amount);
  await run(world, approvePayment, head, tenantId, ids);
  return ids;
}

export async function seedPaid(world: World, contractId: string, amount = "400.00"): Promise<PaymentIds> {
  const ids = await seedApproved(world, contractId, amount);
  await run(world, recordPayment, head, tenantId, { ...ids, on: "2026-06-01", voucher: "凭证1", amount });
  return ids;
}

export interface DeductionIds extends Input {
  readonly contractId: string;
  readonly deductionId: string;
}

export async function seedProposal(
  world: World,
  contractId: string,
  amount = "100.00",
  actor = clerk,
): Promise<DeductionIds> {
  const input = { contractId, title: "响应超时", reason: "到场超过两小时", amount };
  const { answer } = await run(world, proposeDeduction, actor, tenantId, input);
  return { contractId, deductionId: answer.id };
}

export async function seedDeduction(
  world: World,
  contractId: string,
  amount?: string,
): Promise<DeductionIds> {
  const ids = await seedProposal(world, contractId, amount);
  await run(world, approveDeduction, head, tenantId, ids);
  return ids;
}

/** Closing leaves open what is open, where a reason is given. */
export const closedContract: Refusal = {
  why: "the contract is closed",
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId } = input;
    const manager = member(tenantId, "contractManager");
    await run(world, closeContract, manager, tenantId, { contractId, reason: "合同作废" });
    return input;
  },
};
