import type { Calendar } from "../calendar/index.ts";
import { type CivilDate, civilDateOf, type Instant } from "../civil-date/index.ts";
import type { ContractTerms, LateInvoice, Tranche } from "../contract/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import type { Waiting } from "../date-rule/index.ts";
import { accrueInterest, type Interest } from "../interest/index.ts";
import type { Ledger, LedgerLine } from "../ledger/index.ts";
import type { Holder } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import { findLastReapplication } from "./acceptance-rounds.ts";
import { createContext, type DeriveContext } from "./create-context.ts";
import { derivePayments } from "./derive-payments.ts";
import { evaluateGates, type GateStatus } from "./evaluate-gates.ts";
import { findAgreedDay } from "./find-agreed-day.ts";
import { moveByForceMajeure } from "./move-by-force-majeure.ts";
import type { Obligation } from "./obligation.ts";
import { endEarly } from "./outlive-contract.ts";

/** Something that a payment still waits for: who has to act, and by when so that the date holds. */
interface MissingForPayment {
  readonly label: Text;
  readonly holder: Holder;
  readonly by?: CivilDate;
}

/** A payment as a finance officer asks about it: can it be paid today, and if not, what is missing. */
export interface PaymentAssessment {
  readonly obligation: Obligation;
  readonly line: LedgerLine;
  readonly payableToday: boolean;
  readonly missing: readonly MissingForPayment[];
  /** The first day of the agreed window, while it has not come. */
  readonly notBefore?: CivilDate;
  readonly gates: readonly GateStatus[];
  readonly invoice?: {
    readonly dueOn?: CivilDate;
    readonly receivedOn?: CivilDate;
    readonly late: boolean;
    readonly consequence?: LateInvoice["late"];
  };
  readonly interest: Interest;
}

interface AssessOptions {
  readonly now: Instant;
  readonly vendorSize?: VendorSize | undefined;
  /** The last day of interest, today unless it is given; as if nothing more happened until then. */
  readonly interestThrough?: CivilDate | undefined;
}

/** Each payment of a contract at `now`, in the order of the contract, after what has happened. Throws as `deriveObligations`. */
export function assessPayments(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  { now, vendorSize, interestThrough }: AssessOptions,
): PaymentAssessment[] {
  const today = civilDateOf(now);
  const through = interestThrough ?? today;
  const context = createContext(terms, events, calendar);
  const obligations = endEarly(moveByForceMajeure(derivePayments(context, vendorSize), context), context);
  const byKey = new Map(obligations.map((obligation) => [obligation.key, obligation]));
  return context.ledger().lines.flatMap((line) => {
    const obligation = byKey.get(`payment.${line.of}`);
    if (obligation === undefined) return [];
    const tranche = terms.tranches.find(({ key }) => key === line.of);
    return assess(obligation, line, tranche, context, { today, through, vendorSize });
  });
}

/** The money of a contract with what is owed for service beyond its term. Throws as `evaluateLedger`. */
export function readLedger(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
): Ledger {
  return createContext(terms, events, calendar).ledger();
}

interface Reckoning {
  readonly today: CivilDate;
  readonly through: CivilDate;
  readonly vendorSize: VendorSize | undefined;
}

function assess(
  obligation: Obligation,
  line: LedgerLine,
  tranche: Tranche | undefined,
  context: DeriveContext,
  { today, through, vendorSize }: Reckoning,
): PaymentAssessment {
  const gates =
    tranche === undefined ? [] : evaluateGates(tranche, context).map((gate) => asOf(gate, today, context));
  const missing = listMissing(obligation, gates);
  const { opensOn } = obligation;
  const early = opensOn !== undefined && today < opensOn;
  const invoice = tranche === undefined ? undefined : assessInvoice(tranche, context, today);
  const interest = accrueInterest({
    balance: line,
    dueOn: obligation.dueOn,
    // What the vendor's own late invoice has moved is not late before the day to which it moved (民法典 526).
    statutoryOn:
      invoice?.late === true && invoice.consequence === "moves" ? undefined : obligation.statutory?.dueOn,
    total: context.terms.price.total,
    agreed: context.terms.lateInterest,
    vendorSize,
    invoice: tranche === undefined ? undefined : excuseOf(tranche, context, through),
    fundsOn: dateOf(context.event("fundsAppropriated", line.of)),
    vendorHeldUntil: findVendorHold(gates, through, context),
    through,
  });
  return {
    obligation,
    line,
    payableToday: line.rest !== "0.00" && missing.length === 0 && !early,
    missing,
    ...(early ? { notBefore: opensOn } : {}),
    gates,
    ...(invoice === undefined ? {} : { invoice }),
    interest,
  };
}

/** Months that are not over yet leave their gate closed, though nobody has to act; a bond that has run out closes it again. */
function asOf(status: GateStatus, today: CivilDate, { log }: DeriveContext): GateStatus {
  const { openedOn, ...gate } = status;
  if (openedOn === undefined) return status;
  if (gate.gate === "monthsServed")
    return openedOn <= today ? status : { ...gate, open: false, by: openedOn };
  if (gate.gate !== "bondInForce") return status;
  const until = log
    .all("bondReceived", gate.of)
    .flatMap((event) => event.until ?? [])
    .toSorted()
    .at(-1);
  if (until === undefined || until >= today) return status;
  const label = {
    zh: `保函已于 ${until} 到期，须续期`,
    en: `the bond ran out on ${until} and has to be extended`,
  };
  const of = gate.of === undefined ? {} : { of: gate.of };
  return { ...gate, open: false, waitingFor: [{ event: "bondReceived", ...of, label, holder: "vendor" }] };
}

function listMissing(obligation: Obligation, gates: readonly GateStatus[]): MissingForPayment[] {
  // What opened once and has closed again is no part of the date any more, yet nothing is paid without it.
  const closedAgain =
    obligation.fulfilment === undefined
      ? gates.flatMap(({ gate, waitingFor }) => (gate === "bondInForce" ? waitingFor : []))
      : [];
  const keyOf = ({ event, of }: Pick<Waiting, "event" | "of">) => `${event}|${of ?? ""}`;
  const known = new Set(obligation.waitingFor.map(keyOf));
  const waitingFor = [...obligation.waitingFor, ...closedAgain.filter((each) => !known.has(keyOf(each)))];
  const dueBy = new Map(
    gates.flatMap(({ by, waitingFor: waits }) => waits.map((each) => [keyOf(each), by] as const)),
  );
  return waitingFor.map((each) => {
    const by = dueBy.get(keyOf(each));
    const { label, holder } = each;
    return { label, holder, ...(by === undefined ? {} : { by }) };
  });
}

/** Until when the invoice, the bond, or something to be delivered was the vendor's to bring. */
function findVendorHold(
  gates: readonly GateStatus[],
  through: CivilDate,
  { log }: DeriveContext,
): CivilDate | undefined {
  const held = gates.flatMap(({ gate, of, open, openedOn, waitingFor }) => {
    if (waitingFor.some(({ holder }) => holder === "vendor")) return through;
    if (gate === "acceptancePassed") return dateOf(findLastReapplication(log, of ?? "")) ?? [];
    return open && (gate === "bondInForce" || gate === "invoiceReceived") ? (openedOn ?? []) : [];
  });
  return held.toSorted().at(-1);
}

function assessInvoice(
  { key, invoice }: Tranche,
  context: DeriveContext,
  today: CivilDate,
): PaymentAssessment["invoice"] {
  if (invoice === undefined) return undefined;
  const dueOn = findAgreedDay(`invoice.${key}`, context);
  const receivedOn = dateOf(context.event("invoiceReceived", key));
  return {
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(receivedOn === undefined ? {} : { receivedOn }),
    late: dueOn !== undefined && (receivedOn ?? today) > dueOn,
    ...(invoice.late === undefined ? {} : { consequence: invoice.late.late }),
  };
}

/** What a late invoice takes from the blame: all of it, or that of the days until it came. */
function excuseOf(tranche: Tranche, context: DeriveContext, today: CivilDate) {
  const invoice = assessInvoice(tranche, context, today);
  if (invoice?.late !== true) return undefined;
  const { consequence, receivedOn } = invoice;
  if (consequence === "mayHold" || consequence === "moves") return { blame: "held", receivedOn } as const;
  const excused = context.terms.lateInterest?.excuses?.includes("invoice") === true;
  return consequence === "noBlame" || excused ? ({ blame: "lifted", receivedOn } as const) : undefined;
}

function dateOf(event: ContractEvent | undefined): CivilDate | undefined {
  return event === undefined ? undefined : eventDate(event);
}
