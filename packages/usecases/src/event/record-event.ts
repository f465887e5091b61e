import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import {
  type EventFacts,
  eventDate,
  eventFactsSchema,
  eventIdSchema,
  eventKindFacts,
} from "@luyue/core/event";
import {
  deriveObligations,
  findEarlyOverrun,
  findEventFaults,
  findServiceDayFaults,
} from "@luyue/core/obligation";
import * as z from "zod";
import type { ContractState, StoredEvent } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideDerivation } from "../contract/decide-derivation.ts";
import { closedAlready, demandStartedContract } from "../contract/demand-contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import { type CommandContext, type Decision, defineCommand } from "../runtime/define-command.ts";
import type { Change } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { demandEvidence } from "../file/demand-files.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { demandRecordable } from "./demand-recordable.ts";
import { isLivePayment } from "@luyue/core/payment";

/** Something has happened to a contract: its dates follow in the same transaction. */
export const recordEvent = defineCommand({
  name: "event.record",
  input: z.strictObject({ contractId: contractIdSchema, event: eventFactsSchema }),
  permission: "event:record",
  async decide(context, { contractId, event }) {
    const state = await demandStartedContract(context, contractId);
    demandOutlivesClosing(event, state);
    demandRecordable(event.kind, "/event/kind");
    demandSoundEvent(event, state, state.events, context);
    demandServed(event);
    demandProof(event, state);
    await demandEvidence(event.evidence ?? [], context, "/event/evidence");
    const stored = stamp(event, context.runtime.newId("evt"), context);
    return decideEvents(
      state,
      [...state.events, stored],
      { change: "putEvent", contractId, event: stored },
      stored.id,
      context,
      {
        after: event,
      },
    );
  },
});

/** An event was recorded wrongly: the new facts replace the old ones, which stay on the record with the reason. */
export const correctEvent = defineCommand({
  name: "event.correct",
  input: z.strictObject({
    contractId: contractIdSchema,
    eventId: eventIdSchema,
    event: eventFactsSchema,
    reason: z.string().trim().min(1).max(1000),
  }),
  permission: "event:record",
  async decide(context, { contractId, eventId, event, reason }) {
    const state = await demandStartedContract(context, contractId);
    const before = demandEvent(state, eventId);
    demandOutlivesClosing(event, state);
    demandRecordable(event.kind, "/event/kind");
    const others = state.events.filter(({ id }) => id !== eventId);
    demandSoundEvent(event, state, others, context);
    demandServed(event);
    demandProof(event, state);
    await demandEvidence(event.evidence ?? [], context, "/event/evidence");
    const stored = stamp(event, eventId, context);
    return decideEvents(
      state,
      [...others, stored],
      { change: "putEvent", contractId, event: stored },
      eventId,
      context,
      {
        before,
        after: event,
        reason,
      },
    );
  },
});

/** An event has not happened after all: what it had fixed waits again, what it had fulfilled is open again. */
export const withdrawEvent = defineCommand({
  name: "event.withdraw",
  input: z.strictObject({
    contractId: contractIdSchema,
    eventId: eventIdSchema,
    reason: z.string().trim().min(1).max(1000),
  }),
  permission: "event:record",
  async decide(context, { contractId, eventId, reason }) {
    const state = await demandStartedContract(context, contractId);
    const before = demandEvent(state, eventId);
    const others = state.events.filter(({ id }) => id !== eventId);
    return decideEvents(state, others, { change: "deleteEvent", contractId, eventId }, eventId, context, {
      before,
      reason,
    });
  },
});

interface EventAnswer {
  readonly contractId: string;
  readonly eventId: string;
  readonly obligations: ReturnType<typeof decideDerivation>["summary"];
}

/** The decision of a command that changes a contract's events by one. */
export function decideEvents(
  state: ContractState,
  events: readonly StoredEvent[],
  change: Change,
  eventId: string,
  context: CommandContext,
  line: { readonly before?: unknown; readonly after?: unknown; readonly reason?: string },
): Decision<EventAnswer> {
  const { contract } = state;
  const derived = decideDerivation(contract, { ...state, events }, context);
  return {
    aggregate: derived.aggregate,
    changes: [change, ...derived.changes],
    answer: { contractId: contract.id, eventId, obligations: derived.summary },
    subject: eventId,
    ...(line.before === undefined ? {} : { recordBefore: line.before }),
    recordAfter: { ...(line.after === undefined ? {} : { event: line.after }), obligations: derived.summary },
    reason: line.reason,
  };
}

export function stamp(
  event: EventFacts,
  id: string,
  { actor, runtime }: Pick<CommandContext, "actor" | "runtime">,
): StoredEvent {
  return { ...event, id, recordedAt: runtime.now(), recordedBy: actor.id };
}

/** An event that people recorded and may change. Throws `notFound`, or `invalid` where a command of its own put it there. */
export function demandEvent(state: ContractState, eventId: string): StoredEvent {
  const found = state.events.find(({ id }) => id === eventId);
  if (found === undefined) throw new DomainError("notFound", { zh: "找不到该事件", en: "no such event" });
  demandOutlivesClosing(found, state);
  demandRecordable(found.kind, "/eventId");
  demandNotPaid(found, state);
  return found;
}

/** After a contract is closed, data may still be demanded and handed back; nothing else happens to it. Throws `conflict`. */
export function demandOutlivesClosing({ kind, of }: EventFacts, { contract }: ContractState): void {
  const handBack =
    kind === "handBackDemanded" || (kind === "fulfilled" && of?.startsWith("handBack.") === true);
  if (contract.status === "closed" && !handBack) throw closedAlready();
}

/** Days of service beyond the term that have been paid are no longer changed under the payment. */
function demandNotPaid({ kind }: StoredEvent, { money }: ContractState): void {
  const overrun = kind === "overrunStarted" || kind === "overrunEnded";
  const live = money.payments.some((payment) => payment.of === "overrun" && isLivePayment(payment));
  if (!overrun || !live) return;
  throw new DomainError("conflict", {
    zh: "超期服务费已在办理或支付，请先撤回或撤销该付款",
    en: "service beyond the term is being paid or has been: take that payment back first",
  });
}

/** Notices are given in writing: what shows that one of a breach was served comes with it. Throws `invalid`. */
function demandServed({ kind, by, evidence = [] }: EventFacts): void {
  if (kind !== "breachNoticed") return;
  if (by === undefined) {
    throw invalidAt("/event/by", { zh: "请指明违约方", en: "say which side is in breach" });
  }
  if (evidence.some(({ file, document }) => file !== undefined || document !== undefined)) return;
  throw invalidAt("/event/evidence", {
    zh: "书面通知须附送达证明：文件或文号",
    en: "a notice in writing names what shows that it was served: a file or a number",
  });
}

/** A counted service is credited by what shows it, also where the agency records it itself. Throws `invalid`. */
function demandProof({ kind, of, evidence = [] }: EventFacts, { terms }: ContractState): void {
  const service = kind === "performed" ? terms.terms.services?.find(({ key }) => key === of) : undefined;
  if (service?.schedule.schedule !== "count" || evidence.length > 0) return;
  throw invalidAt("/event/evidence", {
    zh: "按次数、数量计的服务须附证明材料",
    en: "a counted service is recorded with the evidence that shows it",
  });
}

/** Changes are announced before they happen; everything else is recorded when it has happened. */
const announced = new Set(["addressChanged", "staffChanged", "endNoticed"]);

/** Throws `invalid` where an event cannot be so; `pointer` is where its facts stand in the command's input. */
export function demandSoundEvent(
  event: EventFacts,
  state: ContractState,
  others: readonly (EventFacts & { readonly id?: string })[],
  { tenant, runtime }: Pick<CommandContext, "tenant" | "runtime">,
  pointer = "/event",
): void {
  const calendar = tenantCalendar(tenant, runtime);
  const { terms } = state.terms;
  const stored = state.obligations.map(({ obligation }) => obligation);
  const about = eventKindFacts(event.kind).about === "obligation" ? event.of : undefined;
  const known = about === undefined || stored.some(({ key }) => key === about);
  const obligations = known ? stored : [...stored, ...deriveObligations(terms, factsOf(state), calendar)];
  const keys = new Set(obligations.map(({ key }) => key));
  const faults = [
    ...findEventFaults(event, terms, others, keys),
    ...findServiceDayFaults(event, obligations, others),
    ...findEarlyOverrun(event, terms, factsOf(state), calendar),
  ].map((fault) => ({ ...fault, path: `${pointer}${fault.path}` }));
  if (eventDate(event) > civilDateOf(runtime.now()) && !announced.has(event.kind)) {
    const place = event.on === undefined ? "at" : "on";
    faults.push({
      path: `${pointer}/${place}`,
      reason: { zh: "日期晚于今天", en: "the date is after today" },
    });
  }
  if (faults.length > 0)
    throw new DomainError("invalid", { zh: "事件有误", en: "the event is not valid" }, faults);
}
