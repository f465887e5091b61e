import { DomainError } from "@luyue/core/error";
import type { Invoice } from "@luyue/core/invoice";
import type { ContractState } from "../contract/contract.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";

/** An invoice in the state that a command takes, with its contract. Throws `notFound`, or `conflict` in another state. */
export async function demandInvoice<S extends Invoice["state"]>(
  context: CommandContext,
  { contractId, invoiceId }: { readonly contractId: string; readonly invoiceId: string },
  wanted: S,
): Promise<{ readonly state: ContractState; readonly invoice: Extract<Invoice, { state: S }> }> {
  const state = await demandRunningContract(context, contractId);
  const invoice = state.money.invoices.find(({ id }) => id === invoiceId);
  if (invoice === undefined) {
    throw new DomainError("notFound", { zh: "找不到该发票", en: "no such invoice" });
  }
  if (!isIn(invoice, wanted)) throw notInState(invoice);
  return { state, invoice };
}

function isIn<S extends Invoice["state"]>(
  invoice: Invoice,
  wanted: S,
): invoice is Extract<Invoice, { state: S }> {
  return invoice.state === wanted;
}

const stateNames: Readonly<Record<Invoice["state"], string>> = {
  submitted: "待查验",
  accepted: "已接受",
  rejected: "已退回",
  withdrawn: "已撤回",
};

function notInState({ state }: Invoice): DomainError {
  return new DomainError("conflict", {
    zh: `发票为“${stateNames[state]}”状态，不能进行此操作`,
    en: `the invoice is ${state}: this cannot be done`,
  });
}
