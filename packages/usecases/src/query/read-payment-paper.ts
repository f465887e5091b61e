import type { ContractEvent } from "@luyue/core/event";
import { type Invoice, isLiveInvoice } from "@luyue/core/invoice";
import type { Payment } from "@luyue/core/payment";
import { readAccount } from "../account/index.ts";
import type { Contract } from "../contract/contract.ts";
import { readAsParty } from "../contract/read-as-party.ts";
import { demandPayment } from "../payment/demand-payment.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { type ContractPayments, demandStanding, type PaymentStanding, readPayments } from "./read-money.ts";

/** All that the paper of a request for a payment says; the account as who reads it may see it. */
export interface PaymentPaper extends Pick<ContractPayments, "asOf"> {
  readonly contract: Contract;
  readonly payment: Payment;
  readonly standing: PaymentStanding;
  readonly invoices: readonly Invoice[];
  readonly events: readonly ContractEvent[];
  readonly account: Awaited<ReturnType<typeof readAccount>>;
}

/** What the paper of a request 付款申请单 is made of, for the agency's own people. Throws `notFound`. */
export async function readPaymentPaper(
  store: TenantStore,
  actor: Actor,
  { contractId, paymentId }: { readonly contractId: string; readonly paymentId: string },
  runtime: Runtime,
): Promise<PaymentPaper> {
  demandPermission(actor, "contract:read");
  const [state, payments, account] = await Promise.all([
    readAsParty(store, actor, contractId),
    readPayments(store, actor, contractId, runtime),
    readAccount(store, actor, contractId),
  ]);
  const payment = demandPayment(state, paymentId);
  return {
    asOf: payments.asOf,
    contract: state.contract,
    payment,
    standing: demandStanding(payments, payment.of),
    invoices: state.money.invoices.filter((invoice) => invoice.of === payment.of && isLiveInvoice(invoice)),
    events: state.events,
    account,
  };
}
