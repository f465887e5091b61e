import type { Instant } from "@luyue/core/civil-date";
import { isStepTrue, policyFor } from "@luyue/core/reminder";
import type { StoredObligation } from "../contract/contract.ts";
import type { TenantStore } from "../runtime/store.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listRecipients } from "./list-recipients.ts";
import { type OutboxEntry, recipientKey } from "./outbox-entry.ts";
import { readAudience } from "./read-audience.ts";
import { settingsOf } from "./settings-of.ts";

/**
 * Whether an entry has been overtaken: a reminder whose date has moved, whose obligation is done, gone or has caught up, or whose
 * recipient has left; an endpoint that was removed or posts nothing any more.
 */
export async function isStale(
  entry: OutboxEntry,
  tenant: Tenant,
  store: TenantStore,
  now: Instant,
): Promise<boolean> {
  const { to, reminder } = entry;
  if ("endpointId" in to && !isPosted(to.endpointId, tenant)) return true;
  if (reminder === undefined) return false;
  const stored = await store.getObligation(entry.contractId, reminder.obligationKey);
  const { step, dueOn } = reminder;
  if (stored === undefined || !isStepTrue(stored.obligation, step, dueOn, now)) return true;
  // Minutes after the sweep its list of people holds; retries go on for days, in which somebody may have left.
  return entry.attempts.length > 0 && !(await isStillTold(entry, stored, store));
}

function isPosted(endpointId: string, { webhooks }: Tenant): boolean {
  return webhooks.some(({ id, disabledAt }) => id === endpointId && disabledAt === undefined);
}

/** Who was told because of the ladder may have come into their role since: nobody of the agency is left out for that. */
async function isStillTold(
  { to }: OutboxEntry,
  stored: StoredObligation,
  store: TenantStore,
): Promise<boolean> {
  const audience = await readAudience(store, stored.vendorId);
  if (audience === undefined) return false;
  const policy = policyFor(settingsOf(audience.tenant), stored.obligation.kind);
  const told = listRecipients({ ...stored, escalations: policy.escalation }, audience, policy);
  return told.some((each) => recipientKey(each.to) === recipientKey(to));
}
