import { type Invoice, isLiveInvoice } from "@luyue/core/invoice";
import type { Money } from "@luyue/core/money";
import type { ContractState } from "../contract/contract.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import type { CommandContext, Decision } from "../runtime/define-command.ts";

interface InvoiceAnswer {
  readonly id: string;
  readonly of: string;
  readonly number: string;
  readonly amount: Money;
  readonly state: Invoice["state"];
}

/** The decision that puts an invoice into its next state; one that counts no more gives its number back. */
export function changeInvoice(
  state: ContractState,
  before: Invoice,
  after: Invoice,
  context: CommandContext,
  reason?: string,
): Decision<InvoiceAnswer> {
  const { id, of, number, amount } = after;
  return decideEntry(state, { kind: "invoice", id, invoice: after }, context, {
    answer: { id, of, number, amount, state: after.state },
    subject: id,
    ...(isLiveInvoice(after) ? {} : { changes: [{ change: "deleteInvoiceNumber", number }] }),
    before: { invoice: before },
    after: { invoice: after },
    ...(reason === undefined ? {} : { reason }),
  });
}
