import { addMoney, formatMoney, sumMoney } from "@luyue/core/money";
import { listOpenDeductions } from "@luyue/core/payment";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "./contract.ts";

/** What is still open of a contract and keeps it from being closed: money first, then duties. */
export function listOpenMatters({ obligations, events, money }: ContractState, refundOwed: string): Text[] {
  const all = obligations.map(({ obligation }) => obligation);
  const open = all.filter(({ fulfilment }) => fulfilment === undefined);
  const rest = sumMoney(open.flatMap(({ balance }) => (balance === undefined ? [] : [balance.rest])));
  const deductions = sumMoney(listOpenDeductions(money.deductions, money.payments).map((each) => each.open));
  const pending =
    money.payments.filter(({ state }) => state === "requested" || state === "approved").length +
    money.invoices.filter(({ state }) => state === "submitted").length +
    money.deductions.filter(({ state }) => state === "proposed").length;
  const duties = open.filter(
    ({ kind, shape }) =>
      kind !== "payment" &&
      kind !== "secrecy" &&
      kind !== "handBack" &&
      shape !== "onDemand" &&
      shape !== "continuous",
  ).length;
  // After an early end, what was paid above the price of the work done is owed back, whichever payment it was.
  const settled = events.some(({ kind }) => kind === "ended");
  const overpaid = sumMoney(
    all.flatMap(({ key, balance }) =>
      balance === undefined || (settled && !extra.has(key)) ? [] : [balance.overpaid],
    ),
  );
  return [
    ...amount(rest, "未付款", "not paid yet"),
    ...amount(deductions, "未抵扣的扣款", "deductions not set off"),
    ...amount(addMoney(refundOwed, overpaid), "乙方应退款", "to be refunded by the vendor"),
    ...count(pending, "项付款、发票或扣款待办", "payments, invoices or deductions under way"),
    ...count(duties, "项义务未履行", "duties not fulfilled"),
  ];
}

/** Payments that no tranche agreed on. */
const extra: ReadonlySet<string> = new Set(["payment.overrun", "payment.settlement"]);

function amount(money: string, zh: string, en: string): Text[] {
  return money === "0.00" ? [] : [{ zh: `${zh} ${formatMoney(money)}`, en: `${en}: ${formatMoney(money)}` }];
}

function count(many: number, zh: string, en: string): Text[] {
  return many === 0 ? [] : [{ zh: `${many} ${zh}`, en: `${many} ${en}` }];
}
