import { titleText, type Gate, type Tranche } from "../contract/index.ts";
import { addMonths } from "../civil-date/index.ts";
import {
  mergeExplanations,
  type ResolvedAnchor,
  resolveRule,
  type Waiting,
  waitFor,
} from "../date-rule/index.ts";
import { evaluateTrancheAmounts } from "../tranche/index.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { invoiceTitle } from "./index-terms.ts";
import type { Obligation } from "./obligation.ts";

/** The buyer's payments with the gates that are still closed, each followed by the vendor's invoice for it. */
export function derivePayments(context: DeriveContext): Obligation[] {
  const amounts = evaluateTrancheAmounts(context.terms);
  return context.terms.tranches.flatMap((tranche) => {
    const key = `payment.${tranche.key}`;
    const title = titleText(tranche.title);
    const amount = amounts.get(tranche.key);
    const money = amount === undefined ? {} : { amount: amount.amount, amountWhy: amount.why };
    const payment = buildObligation(
      {
        key,
        kind: "payment",
        shape: "single",
        title,
        debtor: "buyer",
        clause: tranche.clause,
        rule: tranche.due,
        ...money,
        fulfilledBy: waysOf(key, context),
      },
      resolveRule(tranche.due, context),
      context,
    );
    const gated = applyGates(payment, tranche, context);
    return tranche.invoice === undefined
      ? [gated]
      : [gated, deriveInvoice(tranche, tranche.invoice, money, context)];
  });
}

function deriveInvoice(
  tranche: Tranche,
  invoice: NonNullable<Tranche["invoice"]>,
  money: Partial<Pick<Obligation, "amount" | "amountWhy">>,
  context: DeriveContext,
): Obligation {
  const key = `invoice.${tranche.key}`;
  const title = invoiceTitle(titleText(tranche.title));
  const clause = invoice.clause ?? tranche.clause;
  return buildObligation(
    {
      key,
      kind: "invoice",
      shape: "single",
      title,
      debtor: "vendor",
      clause,
      rule: invoice.due,
      ...money,
      fulfilledBy: waysOf(key, context),
    },
    resolveRule(invoice.due, context),
    context,
  );
}

/** Closed gates join what the payment waits for; months to be served open its window no earlier than their end. */
function applyGates(payment: Obligation, tranche: Tranche, context: DeriveContext): Obligation {
  const closed: Waiting[] = [...payment.waitingFor];
  let opened = payment;
  for (const gate of tranche.gates ?? []) {
    if (gate.gate === "monthsServed") {
      const start = context.termEdge(gate.term, "start");
      if (start.state === "waiting") closed.push(...start.waitingFor);
      else opened = openAfter(opened, start, gate.months);
    } else {
      const state = resolveGate(gate, tranche.key, context);
      if (state.state === "waiting") closed.push(...holdBy(gate, state.waitingFor));
    }
  }
  const distinct = new Map(closed.map((waiting) => [`${waiting.event}|${waiting.of ?? ""}`, waiting]));
  return { ...opened, waitingFor: payment.fulfilment === undefined ? [...distinct.values()] : [] };
}

/** A payment whose date still waits has no window yet. */
function openAfter(payment: Obligation, start: FixedAnchor, months: number): Obligation {
  const served = addMonths(start.on, months);
  const { opensOn, dueOn, explanation } = payment;
  if ((opensOn === undefined && dueOn === undefined) || (opensOn !== undefined && served <= opensOn))
    return payment;
  const { steps, provisionalYears } = mergeExplanations([explanation, start]);
  const count = { step: "count", count: months, unit: "month", direction: "after" } as const;
  return {
    ...payment,
    opensOn: served,
    explanation: { steps: [...steps, { ...count, start: start.on, end: served }], provisionalYears },
  };
}

type FixedAnchor = Extract<ResolvedAnchor, { state: "fixed" }>;
type EventGate = Exclude<Gate, { gate: "monthsServed" }>;

function holdBy(gate: EventGate, waitingFor: readonly Waiting[]): readonly Waiting[] {
  const { holder } = gate;
  return holder === undefined ? waitingFor : waitingFor.map((waiting) => ({ ...waiting, holder }));
}

function resolveGate(gate: EventGate, tranche: string, context: DeriveContext): ResolvedAnchor {
  const { event } = context;
  const about = gate.of ?? tranche;
  const passed: ResolvedAnchor = { state: "fixed", on: "", steps: [], provisionalYears: [] };
  switch (gate.gate) {
    case "effective":
      return event("effective", undefined) === undefined
        ? (context.effective() ?? waitFor("effective", undefined, context))
        : passed;
    case "deliverablesAccepted":
      return context.fulfilled(about);
    case "bondInForce": {
      const bond = gate.of ?? context.terms.bond?.key ?? tranche;
      return event("bondReceived", bond) === undefined ? waitFor("bondReceived", bond, context) : passed;
    }
    case "fundsAppropriated":
    case "invoiceReceived":
    case "acceptancePassed":
    case "satisfied":
      return event(gate.gate, about) === undefined ? waitFor(gate.gate, about, context) : passed;
  }
}
