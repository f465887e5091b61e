import { type CivilDate } from "@luyue/core/civil-date";
import type { Invoice } from "@luyue/core/invoice";
import type { Text } from "@luyue/core/text";
import { assessContract } from "../payment/demand-payment.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";

/** An invoice with the name of its payment and the day on which it had to be in; neither where the terms have it no more. */
export interface ListedInvoice {
  readonly invoice: Invoice;
  readonly title?: Text;
  readonly dueOn?: CivilDate;
  readonly late: boolean;
}

/** Every invoice of a contract, whatever became of it, the newest first. Throws `notFound` where the actor has no such contract. */
export async function listInvoices(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<readonly ListedInvoice[]> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const { invoices } = state.money;
  if (invoices.length === 0) return [];
  const byLine = new Map(assessContract(state, { tenant, runtime }).map((each) => [each.line.of, each]));
  return invoices.toReversed().map((invoice): ListedInvoice => {
    const found = byLine.get(invoice.of);
    const dueOn = found?.invoice?.dueOn;
    return {
      invoice,
      ...(found === undefined ? {} : { title: found.line.title }),
      ...(dueOn === undefined ? {} : { dueOn }),
      late: dueOn !== undefined && invoice.receivedOn > dueOn,
    };
  });
}
