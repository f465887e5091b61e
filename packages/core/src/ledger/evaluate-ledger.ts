import { type ContractTerms, titleText } from "../contract/index.ts";
import { compareEvents, type ContractEvent, eventDate } from "../event/index.ts";
import { addMoney, compareMoney, formatMoney, type Money, subtractMoney, sumMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import { evaluateTrancheAmounts } from "../tranche/index.ts";
import type { LedgerLine, Movement } from "./ledger-line.ts";

/** What is paid beside the tranches: for days of service beyond the term. */
export interface ExtraLine {
  readonly of: "overrun";
  readonly title: Text;
  readonly amount: Money;
  readonly why: Text;
}

/** The money of one contract: a line for each payment, and what the vendor owes back after an early end. */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  readonly refundOwed: Money;
}

/**
 * Where each payment of a contract stands after its events, which may be in any order. A payment without an amount is one
 * of all that is left. After an early end with an agreed price (`ended` with its amount) open tranches are released, and
 * what that price leaves is the `settlement`. Throws `invalid` where the terms' amounts cannot be worked out.
 */
export function evaluateLedger(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  extra: readonly ExtraLine[] = [],
): Ledger {
  const byLine = collect(events);
  const end = events.find(({ kind }) => kind === "ended");
  const amounts = evaluateTrancheAmounts(terms);
  const tranches = terms.tranches.map(({ key, title }) => {
    const known = amounts.get(key);
    const agreed = { amount: known?.amount ?? "0.00", why: known?.why ?? { zh: "", en: "" } };
    return evaluateLine(
      { of: key, title: titleText(title), ...agreed },
      byLine.get(key) ?? [],
      end !== undefined,
    );
  });
  const overruns = extra.map((line) => evaluateLine(line, byLine.get(line.of) ?? [], false));
  const known = [...tranches, ...overruns];
  if (end?.amount === undefined)
    return { lines: [...known, ...orphansOf(known, byLine)], refundOwed: "0.00" };
  const settled = settle(end.amount, tranches);
  const settlement = evaluateLine(settled.line, byLine.get("settlement") ?? [], false);
  const all = [...known, settlement];
  return { lines: [...all, ...orphansOf(all, byLine)], refundOwed: settled.refundOwed };
}

/** Money that moved for what the terms and events no longer give: it is not lost, it was paid too much. */
function orphansOf(
  known: readonly LedgerLine[],
  byLine: ReadonlyMap<string, readonly ContractEvent[]>,
): LedgerLine[] {
  const names = new Set(known.map(({ of }) => of));
  return [...byLine].flatMap(([of, events]) => {
    if (names.has(of) || !events.some(({ kind }) => kind !== "invoiceReceived")) return [];
    const title = { zh: `已取消的付款（${of}）`, en: `payment that is no more (${of})` };
    const why = { zh: "条款或事件中已无此项", en: "the terms and events no longer give it" };
    return [evaluateLine({ of, title, amount: "0.00", why }, events, false)];
  });
}

interface Agreed {
  readonly of: string;
  readonly title: Text;
  readonly amount: Money;
  readonly why: Text;
}

function collect(events: readonly ContractEvent[]): ReadonlyMap<string, readonly ContractEvent[]> {
  const byLine = new Map<string, ContractEvent[]>();
  for (const event of events.toSorted(compareEvents)) {
    if (event.of === undefined || !moneyKinds.has(event.kind)) continue;
    const list = byLine.get(event.of);
    if (list === undefined) byLine.set(event.of, [event]);
    else list.push(event);
  }
  return byLine;
}

const moneyKinds: ReadonlySet<string> = new Set(["invoiceReceived", "paid", "refunded", "deducted"]);

function evaluateLine(
  { of, title, amount, why }: Agreed,
  events: readonly ContractEvent[],
  ended: boolean,
): LedgerLine {
  const movements: Movement[] = [];
  let invoiced: Money = "0.00";
  for (const event of events) {
    if (event.kind === "invoiceReceived")
      invoiced = addMoney(invoiced, event.amount ?? less(amount, invoiced));
    else movements.push(toMovement(event, amount, movements));
  }
  const sums = {
    paid: sumOf(movements, "paid"),
    refunded: sumOf(movements, "refunded"),
    deducted: sumOf(movements, "deducted"),
  };
  const settled = settledBy(movements);
  const left = less(amount, settled);
  return {
    of,
    title,
    amount,
    amountWhy: why,
    ...sums,
    released: ended ? left : "0.00",
    rest: ended ? "0.00" : left,
    overpaid: less(settled, amount),
    invoiced,
    movements,
  };
}

function toMovement(
  { id, kind, amount, ...event }: ContractEvent,
  owed: Money,
  before: readonly Movement[],
): Movement {
  const facts = { eventId: id, on: eventDate({ kind, ...event }) };
  if (kind === "refunded") {
    // No more comes back than was paid: a refund that says more counts as all of it.
    const paid = less(sumOf(before, "paid"), sumOf(before, "refunded"));
    return { ...facts, kind, amount: amount === undefined || compareMoney(amount, paid) > 0 ? paid : amount };
  }
  return {
    ...facts,
    kind: kind === "paid" ? kind : "deducted",
    amount: amount ?? less(owed, settledBy(before)),
  };
}

/** What has been paid and set off, less what came back. */
function settledBy(movements: readonly Movement[]): Money {
  return less(addMoney(sumOf(movements, "paid"), sumOf(movements, "deducted")), sumOf(movements, "refunded"));
}

function sumOf(movements: readonly Movement[], kind: Movement["kind"]): Money {
  return sumMoney(movements.filter((movement) => movement.kind === kind).map(({ amount }) => amount));
}

/** The first less the second, or nothing where the second is more. */
function less(a: Money, b: Money): Money {
  return compareMoney(a, b) > 0 ? subtractMoney(a, b) : "0.00";
}

/** The price agreed for the work done, against what has been settled of the tranches. */
function settle(price: Money, tranches: readonly LedgerLine[]): { line: Agreed; refundOwed: Money } {
  const settled = sumMoney(tranches.map(({ movements }) => settledBy(movements)));
  const amount = less(price, settled);
  const sum = `${formatMoney(price)} − ${formatMoney(settled)}`;
  return {
    line: {
      of: "settlement",
      title: { zh: "提前终止结算款", en: "Settlement after the early end" },
      amount,
      why: {
        zh: `结算总价 ${sum} = ${formatMoney(amount)}`,
        en: `price of the work done ${sum} = ${formatMoney(amount)}`,
      },
    },
    refundOwed: less(settled, price),
  };
}
