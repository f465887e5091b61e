import { normaliseAddress } from "@luyue/core/sign-in";
import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { contractData, type Data, entryKeyOf, revisionOf, tenantData } from "./data.ts";
import type { Kinds, Recipient } from "./kinds.ts";
import { type MemoryPage, type MemoryPageRequest, pageOf } from "./page.ts";

/** What a tenant sends, to whom, and what people and endpoints have to do with it. */
export function createOutbox<K extends Kinds>(data: Data<K>, tenantId: string) {
  return { ...createLists(data, tenantId), ...createWrites(data, tenantId), ...createPeople(data, tenantId) };
}

function createLists<K extends Kinds>(data: Data<K>, tenantId: string) {
  const own = () => tenantData(data, tenantId);
  const all = () => [...own().contracts.values()].flatMap(({ outbox }) => [...outbox.values()]);
  const of = (contractId: string) => own().contracts.get(contractId);
  return {
    getOutbox: async (contractId: string, entryKey: string) => of(contractId)?.outbox.get(entryKey),
    listOutbox: async (page: MemoryPageRequest) =>
      pageOf(`sent by ${tenantId}`, all(), sentSort, page, "descending"),
    listObligationOutbox: async (contractId: string, key: string) =>
      [...(of(contractId)?.outbox.values() ?? [])].filter(({ reminder }) => reminder?.obligationKey === key),
    listGathered: async (recipient: string, now: Instant, limit: number) =>
      all()
        .filter((entry) => isGathering(entry) && recipientOf(entry.to) === recipient)
        .filter(({ wakeAt = now }) => toEpochMs(wakeAt) <= toEpochMs(now))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    listSentTo: async (recipient: string, page: MemoryPageRequest) =>
      listTold(
        all().filter(({ to }) => !("vendorId" in to)),
        `${tenantId} to ${recipient}`,
        recipient,
        page,
      ),
    listFailed: async (page: MemoryPageRequest) => {
      const failed = all().filter(({ state, bundledIn }) => state === "failed" && bundledIn === undefined);
      return pageOf(`failed of ${tenantId}`, failed, sentSort, page);
    },
  };
}

/** What was sent to one recipient, the newest first; letters, and what still gathers, are left out. */
export function listTold<T extends Kinds["outbox"]>(
  entries: readonly T[],
  list: string,
  recipient: string,
  page: MemoryPageRequest,
): MemoryPage<T> {
  const told = entries.filter(
    (entry) =>
      recipientOf(entry.to) === recipient && !entry.type.startsWith("letter.") && !isGathering(entry),
  );
  return pageOf(list, told, sentSort, page, "descending");
}

function isGathering({ gathers, state }: Kinds["outbox"]): boolean {
  return gathers === true && state === "pending";
}

function recipientOf(to: Recipient): string | undefined {
  if ("address" in to) return normaliseAddress(to.address);
  return "endpointId" in to ? to.endpointId : undefined;
}

function sentSort({ createdAt, id }: Kinds["outbox"]): string {
  return `${String(toEpochMs(createdAt)).padStart(16, "0")}#${id}`;
}

function createWrites<K extends Kinds>(data: Data<K>, tenantId: string) {
  const of = (contractId: string) => contractData(tenantData(data, tenantId), contractId);
  const putMissing = (entries: readonly K["outbox"][]) => {
    for (const entry of entries) {
      const { outbox } = of(entry.contractId);
      if (!outbox.has(entryKeyOf(entry))) outbox.set(entryKeyOf(entry), structuredClone(entry));
    }
  };
  return {
    commitReminder: async (
      seen: K["obligation"],
      remindAt: Instant | undefined,
      entries: readonly K["outbox"][],
    ): Promise<boolean> => {
      const { obligations } = of(seen.contractId);
      const stored = obligations.get(seen.obligation.key);
      if (stored === undefined || stored.remindAt !== seen.remindAt) return false;
      const { remindAt: _moved, ...rest } = stored;
      obligations.set(seen.obligation.key, remindAt === undefined ? rest : { ...rest, remindAt });
      putMissing(entries);
      return true;
    },
    replaceOutbox: async (
      moves: readonly { readonly seen: K["outbox"]; readonly next: K["outbox"] }[],
      puts: readonly K["outbox"][] = [],
    ): Promise<boolean> => {
      const isSeen = ({ seen }: { readonly seen: K["outbox"] }) => {
        const stored = of(seen.contractId).outbox.get(entryKeyOf(seen));
        return stored !== undefined && revisionOf(stored) === revisionOf(seen);
      };
      if (!moves.every(isSeen)) return false;
      for (const { seen, next } of moves) {
        of(seen.contractId).outbox.set(entryKeyOf(seen), structuredClone(next));
      }
      putMissing(puts);
      return true;
    },
  };
}

function createPeople<K extends Kinds>(data: Data<K>, tenantId: string) {
  const own = () => tenantData(data, tenantId);
  return {
    listPersonal: async () => [...own().personal.values()],
    getPersonal: async (address: string) => own().personal.get(address),
    getTrouble: async (endpointId: string) => own().troubles.get(endpointId),
    noteTrouble: async (endpointId: string, trouble: { readonly since: Instant } | undefined) => {
      if (trouble === undefined) own().troubles.delete(endpointId);
      else own().troubles.set(endpointId, trouble);
    },
  };
}
