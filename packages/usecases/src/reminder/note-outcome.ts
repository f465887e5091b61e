import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { systemActor } from "../runtime/actor.ts";
import { executeCommand } from "../runtime/execute-command.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { EndpointTrouble, TenantStore } from "../runtime/store.ts";
import { disableWebhook } from "../tenant/disable-webhook.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { Delivered } from "./send-outbox.ts";

interface Place {
  readonly store: TenantStore;
  readonly tenant: Tenant;
  readonly runtime: Runtime;
}

/**
 * Keeps since when an endpoint has failed, and disables one that is gone, or that has taken nothing for the whole time, of days,
 * that a message was tried. Of people nothing is kept.
 */
export async function noteOutcome(
  { to, state, tenantId, attempts }: OutboxEntry,
  { outcome, gone }: Delivered,
  { store, runtime }: Place,
): Promise<void> {
  if (!("endpointId" in to)) return;
  const { endpointId } = to;
  const known = await store.getTrouble(endpointId);
  if (outcome === "delivered") {
    if (known !== undefined) await store.noteTrouble(endpointId, undefined);
    return;
  }
  const now = runtime.now();
  if (known === undefined) await store.noteTrouble(endpointId, { since: now });
  const [first] = attempts;
  const long = state === "failed" && outcome === "retry" && first !== undefined && isSince(known, first.at);
  if (gone !== true && !long) return;
  const input = { id: endpointId, why: gone === true ? "gone" : "failing" };
  try {
    await executeCommand(disableWebhook, { actor: systemActor, tenantId, input }, { store, runtime });
  } catch (error) {
    // Somebody else has removed or disabled it meanwhile.
    if (!(error instanceof DomainError) || (error.code !== "notFound" && error.code !== "conflict"))
      throw error;
  }
}

function isSince(trouble: EndpointTrouble | undefined, at: Instant): boolean {
  return trouble !== undefined && toEpochMs(trouble.since) <= toEpochMs(at);
}
