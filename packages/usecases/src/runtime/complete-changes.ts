import type * as z from "zod";
import type { Contract } from "../contract/contract.ts";
import { showActor } from "../record/show-actor.ts";
import { outboxForWebhooks } from "../reminder/outbox-for-webhooks.ts";
import type { Aggregate, Command, CommandContext, Decision } from "./define-command.ts";
import { maskEmails } from "./mask-emails.ts";
import { appendRecord } from "./record-entry.ts";
import type { Change } from "./store.ts";

/** The decision's writes with the aggregate's new head, the line on its record, and its webhooks. */
export function completeChanges<S extends z.ZodType, A>(
  command: Command<S, A>,
  decision: Decision<A>,
  { tenant, actor, runtime }: CommandContext,
): { changes: Change[]; version: number } {
  const { aggregate } = decision;
  const at = runtime.now();
  const entry = appendRecord(
    aggregate.after.record,
    {
      at,
      actor: showActor(actor),
      command: command.name,
      subject: decision.subject,
      ...(decision.recordBefore === undefined ? {} : { before: maskEmails(decision.recordBefore) }),
      ...(decision.recordAfter === undefined ? {} : { after: maskEmails(decision.recordAfter) }),
      ...(decision.reason === undefined ? {} : { reason: decision.reason }),
    },
    runtime,
  );
  const version = (aggregate.before?.version ?? 0) + 1;
  const record = { sequence: entry.sequence, hash: entry.hash, at };
  const head = headChange(aggregate, version, record);
  const outbox =
    aggregate.kind === "contract"
      ? outboxForWebhooks(command.name, aggregate.after, decision, entry, tenant, at)
      : [];
  const recordOf = aggregate.kind === "contract" ? aggregate.after.id : "tenant";
  return {
    version,
    changes: [
      head,
      ...decision.changes,
      { change: "putRecord", aggregate: recordOf, entry },
      ...outbox.map((each): Change => ({ change: "putOutbox", entry: each })),
    ],
  };
}

function headChange(aggregate: Aggregate, version: number, record: Contract["record"]): Change {
  if (aggregate.kind === "tenant") {
    const tenant = { ...aggregate.after, version, record };
    return aggregate.before === undefined || aggregate.before.version === 0
      ? { change: "createTenant", tenant }
      : { change: "putTenant", tenant, expectedVersion: aggregate.before.version };
  }
  const contract = { ...aggregate.after, version, record };
  if (aggregate.before === undefined) return { change: "createContract", contract };
  return {
    change: "putContract",
    contract,
    expectedVersion: aggregate.before.version,
    wakeAt: aggregate.wakeAt,
  };
}
