import type { Money } from "@luyue/core/money";
import { approvePayment, recordPayment, requestPayment } from "@luyue/usecases/payment";
import { member } from "./people.ts";
import { run } from "./seed.ts";
import type { World } from "./world.ts";

/** Asks for a payment of a line and leaves it there; gives its id. */
export async function requestOf(
  world: World,
  tenantId: string,
  contractId: string,
  of: string,
  amount: Money,
): Promise<string> {
  const manager = member(tenantId, "contractManager");
  return (await run(world, requestPayment, manager, tenantId, { contractId, of, amount })).answer.id;
}

/** A payment of a line, asked for, approved and made; gives its id. */
export async function payOf(
  world: World,
  tenantId: string,
  contractId: string,
  of: string,
  amount: Money,
  on: string,
): Promise<string> {
  const paymentId = await requestOf(world, tenantId, contractId, of, amount);
  const finance = member(tenantId, "finance");
  const input = { contractId, paymentId };
  await run(world, approvePayment, finance, tenantId, input);
  await run(world, recordPayment, finance, tenantId, { ...input, on, voucher: "凭证1", amount });
  return paymentId;
}
