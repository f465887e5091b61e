import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import type { Invoice } from "@luyue/core/invoice";
import type { Text } from "@luyue/core/text";
import { contractNotFound } from "../contract/demand-contract.ts";
import { withTermsInForce } from "../contract/terms-in-force.ts";
import { assessContract } from "../payment/demand-payment.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { storeFor } from "../runtime/party-store.ts";
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
  demandPermission(actor, actor.kind === "partner" ? "partner:read" : "contract:read");
  const own = storeFor(actor, store);
  const [stored, tenant] = await Promise.all([own.loadContract(contractId), own.getTenant()]);
  if (stored === undefined || tenant === undefined) throw contractNotFound();
  const state = withTermsInForce(stored, civilDateOf(runtime.now()));
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
