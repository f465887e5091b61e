import { addMonths, type CivilDate } from "../civil-date/index.ts";
import type { Gate, Tranche } from "../contract/index.ts";
import { type ResolvedAnchor, type Waiting, waitFor } from "../date-rule/index.ts";
import { eventDate, type EventKind, eventLabel } from "../event/index.ts";
import { isInvoiceInCheck } from "../ledger/index.ts";
import type { Text } from "../text/index.ts";
import { findSentBack } from "./acceptance-rounds.ts";
import type { DeriveContext } from "./create-context.ts";
import { findAgreedDay } from "./find-agreed-day.ts";

/** A gate 付款条件 of a payment: open since a day, or closed with what it waits for and who has to act. */
export interface GateStatus {
  readonly gate: Gate["gate"];
  readonly of?: string;
  readonly label: Text;
  readonly open: boolean;
  readonly openedOn?: CivilDate;
  /** Until when it has to open: the agreed day of what is missing, else the day of the payment. */
  readonly by?: CivilDate;
  readonly waitingFor: readonly Waiting[];
}

/** The gates of a payment in the order of the contract; each is dated and names its holder. */
export function evaluateGates(tranche: Tranche, context: DeriveContext): GateStatus[] {
  return (tranche.gates ?? []).map((gate) =>
    gate.gate === "monthsServed" ? evaluateMonths(gate, context) : evaluateGate(gate, tranche.key, context),
  );
}

type EventGate = Exclude<Gate, { gate: "monthsServed" }>;
type MonthsGate = Extract<Gate, { gate: "monthsServed" }>;

/** Months served open a window rather than wait for anybody: the gate is closed only while the term has not begun. */
function evaluateMonths({ gate, months, term }: MonthsGate, context: DeriveContext): GateStatus {
  const start = context.termEdge(term, "start");
  const label = { zh: `服务满${months}个月`, en: `${months} months of service` };
  if (start.state === "waiting") return { gate, of: term, label, open: false, waitingFor: start.waitingFor };
  return { gate, of: term, label, open: true, openedOn: addMonths(start.on, months), waitingFor: [] };
}

function evaluateGate(gate: EventGate, tranche: string, context: DeriveContext): GateStatus {
  const of = subjectOf(gate, tranche, context);
  const state = resolveGate(gate, of, context);
  const label = labelOf(gate, of, context);
  const facts = { gate: gate.gate, ...(of === undefined ? {} : { of }), label };
  if (state.state === "fixed") return { ...facts, open: true, openedOn: state.on, waitingFor: [] };
  const by = dueOf(gate, of, tranche, context);
  const dated = by === undefined ? {} : { by };
  return { ...facts, open: false, ...dated, waitingFor: holdBy(gate, of, state.waitingFor, context) };
}

function subjectOf(gate: EventGate, tranche: string, { terms }: DeriveContext): string | undefined {
  if (gate.gate === "effective") return undefined;
  if (gate.gate === "bondInForce") return gate.of ?? terms.bond?.key ?? tranche;
  return gate.of ?? tranche;
}

const eventOfGate = {
  effective: "effective",
  fundsAppropriated: "fundsAppropriated",
  invoiceReceived: "invoiceReceived",
  acceptancePassed: "acceptancePassed",
  satisfied: "satisfied",
  bondInForce: "bondReceived",
} as const satisfies Record<Exclude<EventGate["gate"], "deliverablesAccepted">, EventKind>;

function labelOf(
  { gate }: EventGate,
  of: string | undefined,
  { index, labelOf: label }: DeriveContext,
): Text {
  if (gate !== "deliverablesAccepted") return label(eventOfGate[gate], of);
  return eventLabel("deliverableAccepted", of === undefined ? undefined : index.nameOf(of));
}

function resolveGate(gate: EventGate, of: string | undefined, context: DeriveContext): ResolvedAnchor {
  if (gate.gate === "deliverablesAccepted") return context.fulfilled(of ?? "");
  const kind = eventOfGate[gate.gate];
  const event = context.event(kind, of);
  if (event !== undefined) return fixed(eventDate(event));
  return (kind === "effective" ? context.effective() : undefined) ?? waitFor(kind, of, context);
}

function fixed(on: CivilDate): ResolvedAnchor {
  return { state: "fixed", on, steps: [], provisionalYears: [] };
}

/** Whose turn it is: an invoice that was handed in is checked by the buyer; that an acceptance was sent back lies with the vendor. */
function holdBy(
  { gate, holder }: EventGate,
  of: string | undefined,
  waitingFor: readonly Waiting[],
  { log, ledger }: DeriveContext,
): readonly Waiting[] {
  const line = gate === "invoiceReceived" ? ledger().lines.find((each) => each.of === of) : undefined;
  const inCheck = line !== undefined && isInvoiceInCheck(line, log.events);
  const sentBack = gate === "acceptancePassed" && findSentBack(log, of ?? "") !== undefined;
  const acting = inCheck ? "buyer" : sentBack ? "vendor" : holder;
  return acting === undefined ? waitingFor : waitingFor.map((waiting) => ({ ...waiting, holder: acting }));
}

const dutyOfGate: Readonly<Partial<Record<EventGate["gate"], string>>> = {
  invoiceReceived: "invoice.",
  acceptancePassed: "acceptance.",
  bondInForce: "bond.",
  deliverablesAccepted: "",
};

/** The agreed day of what a closed gate waits for; what has none of its own has to be there by the payment's day. */
function dueOf(
  { gate }: EventGate,
  of: string | undefined,
  tranche: string,
  context: DeriveContext,
): CivilDate | undefined {
  const prefix = dutyOfGate[gate];
  const own = prefix === undefined || of === undefined ? undefined : findAgreedDay(`${prefix}${of}`, context);
  return own ?? findAgreedDay(`payment.${tranche}`, context);
}
