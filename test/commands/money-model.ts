/** The payments of the model's contract: a rate, a fixed sum and a remainder; and what an early end leaves. */
export const tranches = ["t1", "t2", "t3"] as const;
export type Of = (typeof tranches)[number] | "settlement";
export const everyLine: readonly Of[] = [...tranches, "settlement"];

/** What one version of the terms agrees on, in fen; `rate` in percent. */
export interface Agreed {
  readonly from: string;
  readonly total: bigint;
  readonly rate: bigint;
  readonly fixed: bigint;
}

export interface ModelInvoice {
  readonly id: string;
  readonly of: Of;
  readonly number: string;
  readonly amount: bigint;
  readonly receivedOn: string;
  readonly by: string;
  readonly side: "vendor" | "buyer";
  state: "submitted" | "accepted" | "rejected" | "withdrawn";
  acceptedAt?: number;
}

export interface ModelDeduction {
  readonly id: string;
  readonly title: string;
  readonly amount: bigint;
  readonly by: string;
  state: "proposed" | "approved" | "rejected" | "withdrawn";
  decidedAt?: number;
}

export interface ModelSetOff {
  readonly deductionId: string;
  readonly title: string;
  readonly amount: bigint;
}

export interface ModelPayment {
  readonly id: string;
  readonly of: Of;
  readonly amount: bigint;
  readonly setOffs: readonly ModelSetOff[];
  readonly by: string;
  readonly requestedAt: number;
  readonly requestedOn: string;
  state: "requested" | "approved" | "rejected" | "withdrawn" | "paid";
  approvedAt?: number;
  paidAt?: number;
  paidOn?: string;
  refunds: bigint[];
}

/** The money of one contract, in fen, written down from the rules and not from the product's code. */
export interface Model {
  /** The clock in milliseconds, and the day in Shanghai. */
  now: number;
  today: string;
  status: "active" | "terminated" | "closed";
  readonly versions: Agreed[];
  ended?: { readonly on: string; readonly price: bigint } | undefined;
  /** The event that says that the service satisfies the buyer; without it the last tranche is not paid. */
  satisfied?: string | undefined;
  satisfiedOn?: string | undefined;
  readonly invoices: ModelInvoice[];
  readonly deductions: ModelDeduction[];
  readonly payments: ModelPayment[];
}

export interface ModelLine {
  readonly of: Of;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly refunded: bigint;
  readonly deducted: bigint;
  readonly released: bigint;
  readonly rest: bigint;
  readonly overpaid: bigint;
  readonly invoiced: bigint;
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n);
const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

/** What the terms that hold now agree on. */
export function agreedNow({ versions }: Model): Agreed {
  const found = versions.at(-1);
  if (found === undefined) throw new RangeError("a contract has terms from its first day");
  return found;
}

/** Each tranche's amount: the rate half up to the fen, the fixed sum, and what they leave, which may be below zero. */
export function amountsOf({ total, rate, fixed }: Pick<Agreed, "total" | "rate" | "fixed">) {
  const share = (total * rate + 50n) / 100n;
  return { t1: share, t2: fixed, t3: total - share - fixed };
}

function isPaid(payment: ModelPayment, of: Of): boolean {
  return payment.of === of && payment.state === "paid";
}

function movedOf({ payments, invoices }: Model, of: Of) {
  const paid = payments.filter((payment) => isPaid(payment, of));
  const accepted = invoices.filter((invoice) => invoice.of === of && invoice.state === "accepted");
  return {
    paid: sum(paid.map(({ amount }) => amount)),
    refunded: sum(paid.flatMap(({ refunds }) => refunds)),
    deducted: sum(paid.flatMap(({ setOffs }) => setOffs.map(({ amount }) => amount))),
    invoiced: sum(accepted.map(({ amount }) => amount)),
  };
}

function settledOf(model: Model, of: Of): bigint {
  const { paid, refunded, deducted } = movedOf(model, of);
  return paid - refunded + deducted;
}

/** What has gone to the vendor or was set off under the tranches, whatever the contract has come to since. */
function settledByTranches(model: Model): bigint {
  return sum(tranches.map((of) => settledOf(model, of)));
}

/** Where a payment stands: what was agreed is paid, set off, given up because the contract ended early, or owed still. */
export function lineOf(model: Model, of: Of): ModelLine {
  const moved = movedOf(model, of);
  const settled = settledOf(model, of);
  const amount =
    of === "settlement"
      ? positive((model.ended?.price ?? 0n) - settledByTranches(model))
      : amountsOf(agreedNow(model))[of];
  const left = positive(amount - settled);
  const given = of !== "settlement" && model.ended !== undefined;
  return {
    of,
    amount,
    ...moved,
    released: given ? left : 0n,
    rest: given ? 0n : left,
    overpaid: positive(settled - amount),
  };
}

/**
 * Whether the contract has such a payment now: what comes to nothing there is only where it was begun; after an early end
 * the tranches that were begun, and what is left.
 */
export function isThere(model: Model, of: Of): boolean {
  const begun = model.payments.some((payment) => isPaid(payment, of));
  const ended = model.ended !== undefined;
  return begun || (lineOf(model, of).amount > 0n && ended === (of === "settlement"));
}

/** Whether something has been paid or set off of a payment. */
export function isBegun(model: Model, of: Of): boolean {
  return model.payments.some((payment) => isPaid(payment, of));
}

/** Whether nothing is to be done for a payment any more. */
export function isDone(model: Model, of: Of): boolean {
  return isBegun(model, of) && lineOf(model, of).rest === 0n;
}

/** A tranche waits for invoices of its whole amount, the last one for the buyer's satisfaction as well. */
function areGatesOpen(model: Model, of: Of): boolean {
  if (of === "settlement") return true;
  const { invoiced, amount } = lineOf(model, of);
  return invoiced > 0n && invoiced >= amount && (of !== "t3" || model.satisfied !== undefined);
}

/** Whether it can be paid today; gates are no matter once a payment is done, for then nothing is owed. */
export function isPayable(model: Model, of: Of): boolean {
  return isThere(model, of) && lineOf(model, of).rest > 0n && areGatesOpen(model, of);
}

const lives = ({ state }: ModelPayment): boolean => state !== "rejected" && state !== "withdrawn";

export function isUnderWay({ state }: ModelPayment): boolean {
  return state === "requested" || state === "approved";
}

/** How much of a deduction stands in payments that are under way or made. */
function takenOf({ payments }: Model, deductionId: string): bigint {
  const setOffs = payments.filter(lives).flatMap((payment) => payment.setOffs);
  return sum(setOffs.filter((each) => each.deductionId === deductionId).map(({ amount }) => amount));
}

export function isTaken({ payments }: Model, deductionId: string): boolean {
  return payments.some(
    (each) => lives(each) && each.setOffs.some((part) => part.deductionId === deductionId),
  );
}

/** Approved deductions of which something is left, the earliest decision first. */
export function openDeductions(model: Model): ModelSetOff[] {
  return model.deductions
    .filter(({ state }) => state === "approved")
    .toSorted((a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, title, amount }) => ({ deductionId: id, title, amount: amount - takenOf(model, id) }))
    .filter(({ amount }) => amount > 0n);
}

/** What a request takes of the open deductions, as far as the rest goes, and what it may ask for beside them. */
export function planOf(model: Model, of: Of): { readonly setOffs: ModelSetOff[]; readonly payable: bigint } {
  let payable = lineOf(model, of).rest;
  const setOffs: ModelSetOff[] = [];
  for (const open of openDeductions(model)) {
    const amount = open.amount < payable ? open.amount : payable;
    if (amount > 0n) setOffs.push({ ...open, amount });
    payable -= amount;
  }
  return { setOffs, payable };
}

/** What a payment settles: what goes out, and what it sets off. */
export function weightOf({ amount, setOffs }: ModelPayment): bigint {
  return amount + sum(setOffs.map((each) => each.amount));
}

/** What of a payment no invoice covers that was accepted or waits for its check. */
export function uncoveredOf(model: Model, of: Of): bigint {
  const { amount, invoiced } = lineOf(model, of);
  const waiting = model.invoices.filter((each) => each.of === of && each.state === "submitted");
  return positive(amount - invoiced - sum(waiting.map((each) => each.amount)));
}

export function isNumberInUse({ invoices }: Model, number: string): boolean {
  return invoices.some(
    (each) => each.number === number && (each.state === "submitted" || each.state === "accepted"),
  );
}

/** What the vendor owes back once the price of an early end is less than what was settled. */
export function refundOwed(model: Model): bigint {
  return model.ended === undefined ? 0n : positive(settledByTranches(model) - model.ended.price);
}

/** What has been paid beyond what the contract has come to. */
export function overpaidIn(model: Model): bigint {
  return sum(everyLine.map((of) => lineOf(model, of).overpaid)) + refundOwed(model);
}

export function toMoney(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
}
