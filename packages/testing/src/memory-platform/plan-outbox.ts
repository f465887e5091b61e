import { type Action, always, demandOwn } from "./action.ts";
import { contractData, entryKeyOf, revisionOf, type TenantData } from "./data.ts";
import type { Kinds, MemoryChange } from "./kinds.ts";

type Sent<K extends Kinds> = Extract<MemoryChange<K>, { change: "putOutbox" | "replaceOutbox" }>;

/** The write of a message, new or in place of the one that was seen. */
export function planOutbox<K extends Kinds>(change: Sent<K>, tenantId: string, own: TenantData<K>): Action {
  const entry = change.change === "putOutbox" ? change.entry : change.next;
  demandOwn(entry.tenantId, tenantId);
  const { outbox } = contractData(own, entry.contractId);
  const key = entryKeyOf(entry);
  const known = outbox.get(key);
  const holds =
    change.change === "putOutbox"
      ? known === undefined
      : known !== undefined && revisionOf(known) === revisionOf(change.seen);
  return { item: `outbox ${entry.contractId} ${key}`, holds, write: () => outbox.set(key, entry) };
}

type Personal<K extends Kinds> = Extract<MemoryChange<K>, { change: "putPersonal" | "deletePersonal" }>;

/** The write of what a person has chosen. */
export function planPersonal<K extends Kinds>(change: Personal<K>, own: TenantData<K>): Action {
  if (change.change === "deletePersonal") {
    return always(`personal ${change.address}`, () => own.personal.delete(change.address));
  }
  const { personal } = change;
  return always(`personal ${personal.address}`, () => own.personal.set(personal.address, personal));
}
