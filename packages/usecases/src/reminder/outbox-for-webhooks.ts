import type { Instant } from "@luyue/core/civil-date";
import type { Contract } from "../contract/contract.ts";
import type { RecordEntry } from "../runtime/record-entry.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** A notice of a command to each of the tenant's webhooks: which command, about what, and the record's line. */
export function outboxForWebhooks(
  command: string,
  contract: Contract,
  decision: { readonly subject: string; readonly recordAfter?: unknown },
  line: RecordEntry,
  tenant: Tenant,
  at: Instant,
): OutboxEntry[] {
  const posted = tenant.webhooks.filter(
    ({ kind = "standard", disabledAt }) => kind === "standard" && disabledAt === undefined,
  );
  return posted.map(({ id }) => ({
    id: `chg_${line.hash.slice(0, 40)}_${id}`,
    tenantId: tenant.id,
    contractId: contract.id,
    type: command,
    to: { channel: "webhook", endpointId: id },
    payload: {
      type: command,
      timestamp: at,
      data: {
        tenantId: tenant.id,
        contract: { id: contract.id, number: contract.number, name: contract.name, status: contract.status },
        subject: decision.subject,
        change: decision.recordAfter ?? null,
        record: { sequence: line.sequence, hash: line.hash },
      },
    },
    createdAt: at,
    state: "pending",
    attempts: [],
    wakeAt: at,
  }));
}
