import type { Waiting } from "../date-rule/index.ts";
import { eventKindFacts, type EventKind, eventLabel } from "../event/index.ts";
import type { EventLog } from "./event-log.ts";
import type { Obligation } from "./obligation.ts";

/** Whether something is handed in for an obligation of the kind, which the buyer then checks. */
export function takesSubmissions({ kind }: Pick<Obligation, "kind">): boolean {
  return kind === "deliverable" || kind === "report" || kind === "service" || kind === "plan";
}

/** How much of what was handed in for an obligation waits for its check, in the quota's unit where it has one. */
export function countInCheck(log: EventLog, key: string): number {
  const sumOf = (kind: EventKind) => log.all(kind, key).reduce((sum, { quantity = 1 }) => sum + quantity, 0);
  const submitted = sumOf("deliverableSubmitted");
  return submitted === 0 ? 0 : Math.max(0, submitted - sumOf("deliverableAccepted"));
}

/** What has been handed in is in the buyer's hands until it is accepted or returned. */
export function waitForCheck({ key, title }: Pick<Obligation, "key" | "title">): Waiting {
  const event = "deliverableAccepted";
  return { event, of: key, holder: eventKindFacts(event).holder, label: eventLabel(event, title) };
}

/** What an obligation that stands alone or is one of a series waits for once something has been handed in for it. */
export function listChecks(obligation: Pick<Obligation, "key" | "kind" | "title">, log: EventLog): Waiting[] {
  const waits = takesSubmissions(obligation) && countInCheck(log, obligation.key) > 0;
  return waits ? [waitForCheck(obligation)] : [];
}
