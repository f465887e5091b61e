import type { Money } from "@luyue/core/money";
import type { Steps } from "./steps.ts";

/** An invoice's number: of the nth invoice for the nth payment. */
export function invoiceNumber(payment: number, nth = 1): string {
  return `2631200000${String(payment).padStart(5, "0")}${String(nth).padStart(5, "0")}`;
}

/** The vendor hands in an invoice of today, and finance finds it right; gives its id. */
export async function invoiceFor(
  { does, stack }: Steps,
  of: string,
  amount: Money,
  number: string,
): Promise<string> {
  const invoice = { of, amount, number, issuedOn: stack.clock.today() };
  const id = String((await does("vendor", "POST /invoices", invoice))["id"]);
  await does("finance", `POST /invoices/${id}/acceptance`);
  return id;
}

/** The contract manager asks for all that is payable, finance approves it and pays it today; gives the request. */
export async function payAll({ does, stack }: Steps, of: string, voucher: string) {
  const asked = await does<Asked>("contractManager", `POST /payments/${of}/requests`, {});
  const { id, amount } = asked;
  await does("finance", `POST /payment-requests/${id}/approval`);
  await does("finance", `POST /payment-requests/${id}/payment`, { on: stack.clock.today(), voucher, amount });
  return asked;
}

interface Asked {
  readonly id: string;
  readonly amount: Money;
  readonly setOffs: readonly unknown[];
}
