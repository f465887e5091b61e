import { type Notice, type NoticeMessage, policyFor } from "@luyue/core/reminder";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { createEntry } from "./create-entry.ts";
import { listRecipients } from "./list-recipients.ts";
import { type OutboxEntry, recipientKey, withdrawn } from "./outbox-entry.ts";
import { readAudience } from "./read-audience.ts";
import { recipientOf } from "./recipient-of.ts";
import { settingsOf } from "./settings-of.ts";

/** Makes a notice into an entry for each who is to be told, in one transaction with its own end: once, however often it is tried. */
export async function addressNotice(
  entry: OutboxEntry,
  store: TenantStore,
  runtime: Runtime,
): Promise<"addressed" | "withdrawn" | "skipped"> {
  const { tenantId, contractId } = entry;
  const now = runtime.now();
  const contract = await store.getContract(contractId);
  const audience = contract === undefined ? undefined : await readAudience(store, contract.vendorId);
  if (contract === undefined || audience === undefined) {
    return (await store.replaceOutbox([{ seen: entry, next: withdrawn(entry) }])) ? "withdrawn" : "skipped";
  }
  const notice = noticeOf(entry);
  const { tenant, members } = audience;
  const policy = policyFor(settingsOf(tenant), notice.kind);
  const timing = { policy, calendar: tenantCalendar(tenant, runtime), now };
  const others = members.filter(({ id }) => id !== notice.by);
  const matter = { obligation: { kind: notice.kind, debtor: "vendor" as const }, sides: notice.sides };
  // What somebody has done each webhook has as its command already.
  const told = listRecipients(matter, { ...audience, members: others }, policy).filter(
    ({ to }) => to.channel !== "webhook" || notice.by === undefined,
  );
  const { event, title, rows, anchor } = notice;
  const puts = told.map((each) => {
    const id = `ntc_${runtime.digest(`${entry.id}|${recipientKey(each.to)}`).slice(0, 40)}`;
    const payload: NoticeMessage = {
      id,
      event,
      title,
      rows,
      tenant: { name: tenant.name },
      contract: { number: contract.number, name: contract.name },
      counterpart: contract.vendorName,
      link: `${runtime.baseUrl}/contracts/${contractId}${anchor === undefined ? "" : `#${anchor}`}`,
      recipient: recipientOf(each.to, tenant),
    };
    return createEntry({ id, tenantId, contractId, type: entry.type, payload }, each, timing, audience);
  });
  const { wakeAt: _wakeAt, ...rest } = entry;
  const done: OutboxEntry = { ...rest, state: "delivered" };
  return (await store.replaceOutbox([{ seen: entry, next: done }], puts)) ? "addressed" : "skipped";
}

function noticeOf({ payload }: OutboxEntry): Notice {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `outboxForNotice` is the only writer of entries to people
  return payload as Notice;
}
