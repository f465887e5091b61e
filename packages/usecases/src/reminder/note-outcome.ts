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

/** An endpoint that has taken nothing for so long is disabled once a message to it is given up. */
const patienceMs = 3 * 24 * 60 * 60 * 1000;

interface Place {
  readonly store: TenantStore;
  readonly tenant: Tenant;
  readonly runtime: Runtime;
}

/** Keeps since when an endpoint has failed, and disables one that has for days or that is gone. Of people nothing is kept. */
export async function noteOutcome(
  { to, state, tenantId }: OutboxEntry,
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
  const long = state === "failed" && isLong(known, now);
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

function isLong(trouble: EndpointTrouble | undefined, now: Instant): boolean {
  return trouble !== undefined && toEpochMs(now) - toEpochMs(trouble.since) >= patienceMs;
}
