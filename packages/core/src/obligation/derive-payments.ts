import { addMonths, type CivilDate } from "../civil-date/index.ts";
import { titleText, type Tranche } from "../contract/index.ts";
import { type DateRule, mergeExplanations, resolveRule, type Waiting } from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import { isInvoiceInCheck, type LedgerLine } from "../ledger/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { evaluateGates } from "./evaluate-gates.ts";
import { findAgreedDay } from "./find-agreed-day.ts";
import { invoiceTitle } from "./index-terms.ts";
import type { Obligation } from "./obligation.ts";
import { findStatutoryDate } from "./statutory-date.ts";

/**
 * The buyer's payments with the gates that are still closed and their balance, each followed by the vendor's invoice for
 * it; then what is owed for service beyond the term, and after an early end.
 */
export function derivePayments(context: DeriveContext, size: VendorSize | undefined): Obligation[] {
  const { lines } = context.ledger();
  const lineOf = new Map(lines.map((line) => [line.of, line]));
  const tranches = context.terms.tranches.flatMap((tranche) => {
    const line = lineOf.get(tranche.key);
    // What came to nothing is owed by nobody, unless something had been paid on it before.
    if (line === undefined || (line.amount === "0.00" && line.movements.length === 0)) return [];
    const payment = derivePayment(tranche, line, size, context);
    return tranche.invoice === undefined
      ? [payment]
      : [payment, deriveInvoice(tranche, tranche.invoice, line, context)];
  });
  return [...tranches, ...lines.flatMap((line) => deriveExtra(line, context))];
}

function derivePayment(
  tranche: Tranche,
  line: LedgerLine,
  size: VendorSize | undefined,
  context: DeriveContext,
): Obligation {
  const key = `payment.${tranche.key}`;
  const { due, clause } = tranche;
  const fulfilledBy = waysOf(key, context);
  const built = buildObligation(
    { ...paymentFacts(key, line), clause, rule: due, fulfilledBy },
    resolveRule(due, context),
    context,
  );
  const moved = moveByLateInvoice(applyGates(built, tranche, context), tranche, context);
  const fiscalYear = yearOf(tranche, context);
  const statutory = findStatutoryDate(tranche, size, context);
  return {
    ...moved,
    balance: balanceOf(line),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...(statutory === undefined ? {} : { statutory }),
  };
}

function paymentFacts(key: string, { title, amount, amountWhy }: LedgerLine) {
  return { key, kind: "payment", shape: "single", title, debtor: "buyer", amount, amountWhy } as const;
}

function balanceOf({ of: _of, title: _title, amountWhy: _why, ...balance }: LedgerLine) {
  return balance;
}

/** The budget year that a tranche's base belongs to. */
function yearOf({ amount }: Tranche, { terms }: DeriveContext): number | undefined {
  const of = amount.amount === "fixed" ? undefined : amount.of;
  return terms.price.bases?.find(({ key }) => key === of)?.fiscalYear;
}

function deriveInvoice(
  tranche: Tranche,
  invoice: NonNullable<Tranche["invoice"]>,
  line: LedgerLine,
  context: DeriveContext,
): Obligation {
  const { amount, amountWhy } = line;
  const key = `invoice.${tranche.key}`;
  const title = invoiceTitle(titleText(tranche.title));
  const facts = {
    key,
    kind: "invoice",
    shape: "single",
    title,
    debtor: "vendor",
    amount,
    amountWhy,
  } as const;
  const clause = invoice.clause ?? tranche.clause;
  const fulfilledBy = waysOf(key, context);
  const built = buildObligation(
    { ...facts, clause, rule: invoice.due, fulfilledBy },
    resolveRule(invoice.due, context),
    context,
  );
  if (built.fulfilment !== undefined || !isInvoiceInCheck(line, context.log.events)) return built;
  // What has been handed in lies with the buyer until it is accepted or rejected.
  const label = context.labelOf("invoiceReceived", tranche.key);
  const check = { event: "invoiceReceived", of: tranche.key, holder: "buyer", label } as const;
  return { ...built, waitingFor: [...built.waitingFor, check] };
}

/** Closed gates join what the payment waits for; months to be served open its window no earlier than their end. */
function applyGates(payment: Obligation, tranche: Tranche, context: DeriveContext): Obligation {
  const gates = evaluateGates(tranche, context);
  const closed: Waiting[] = [...payment.waitingFor, ...gates.flatMap(({ waitingFor }) => waitingFor)];
  // What a gate says of a holder goes before what the rule knows of it.
  const distinct = new Map(closed.map((waiting) => [`${waiting.event}|${waiting.of ?? ""}`, waiting]));
  const waitingFor = payment.fulfilment === undefined ? [...distinct.values()] : [];
  const opened = (tranche.gates ?? []).reduce(
    (known, gate) =>
      gate.gate === "monthsServed" ? openAfter(known, gate.term, gate.months, context) : known,
    payment,
  );
  return { ...opened, waitingFor };
}

/** A payment whose date still waits has no window yet. */
function openAfter(payment: Obligation, term: string, months: number, context: DeriveContext): Obligation {
  const start = context.termEdge(term, "start");
  const { opensOn, dueOn, explanation } = payment;
  if (start.state === "waiting" || (opensOn === undefined && dueOn === undefined)) return payment;
  const served = addMonths(start.on, months);
  if (opensOn !== undefined && served <= opensOn) return payment;
  const { steps, provisionalYears } = mergeExplanations([explanation, start]);
  const count = { step: "count", count: months, unit: "month", direction: "after" } as const;
  const counted = { ...count, start: start.on, end: served };
  return {
    ...payment,
    opensOn: served,
    explanation: { ...explanation, steps: [...steps, counted], provisionalYears },
  };
}

/** Where the contract says so, an invoice that came after its day moves the payment; never to an earlier day. */
function moveByLateInvoice(
  payment: Obligation,
  { key, invoice }: Tranche,
  context: DeriveContext,
): Obligation {
  if (invoice?.late?.late !== "moves" || payment.dueOn === undefined) return payment;
  const received = context.event("invoiceReceived", key);
  const agreed = findAgreedDay(`invoice.${key}`, context);
  if (received === undefined || agreed === undefined || eventDate(received) <= agreed) return payment;
  const moved = resolveRule(invoice.late.due, context);
  if (moved.state === "waiting" || moved.dueOn === undefined || moved.dueOn <= payment.dueOn) return payment;
  const { explanation } = payment;
  const merged = mergeExplanations([explanation, moved]);
  const steps = [...merged.steps, { step: "last", on: moved.dueOn } as const];
  return { ...payment, dueOn: moved.dueOn, explanation: { ...explanation, ...merged, steps } };
}

/**
 * Payments that no tranche agreed on: they are owed from the event that gave them, without a day of their own. Of what the
 * terms no longer give there remains what was paid.
 */
function deriveExtra(line: LedgerLine, context: DeriveContext): Obligation[] {
  const last = line.movements.at(-1);
  if (context.terms.tranches.some(({ key }) => key === line.of)) return [];
  if (line.amount === "0.00" && last === undefined) return [];
  const rule = ruleOfExtra(line.of, last?.on);
  const key = `payment.${line.of}`;
  const clause = line.of === "overrun" ? context.terms.overrun?.clause : undefined;
  const fulfilledBy = [{ event: "paid", of: line.of }] as const;
  const facts = { ...paymentFacts(key, line), clause, rule, fulfilledBy };
  return [{ ...buildObligation(facts, resolveRule(rule, context), context), balance: balanceOf(line) }];
}

function ruleOfExtra(of: string, movedOn: CivilDate | undefined): DateRule {
  if (of === "overrun") return { rule: "from", anchor: { anchor: "event", event: "overrunEnded" } };
  if (of === "settlement" || movedOn === undefined)
    return { rule: "from", anchor: { anchor: "event", event: "ended" } };
  return { rule: "on", anchor: { anchor: "date", on: movedOn } };
}
