import type { TenantStore } from "@luyue/usecases/runtime";
import {
  contractPk,
  failedPk,
  lists,
  outboxPrefix,
  personalKey,
  prefixes,
  tenantPk,
  troubleKey,
} from "../item/keys.ts";
import { readFailed, readOutbox } from "../item/outbox-item.ts";
import { readPersonal, readTrouble, toTroubleItem } from "../item/tenant-items.ts";
import { toUtc } from "../item/wake-attributes.ts";
import { queryAll, queryPage } from "../table/query-page.ts";
import { prefixRange, type Table } from "../table/table.ts";
import { commitReminder } from "./commit-reminder.ts";
import type { OwnTable } from "./own-table.ts";
import { replaceOutbox } from "./replace-outbox.ts";

type OutboxStore = Pick<
  TenantStore,
  | "listOutbox"
  | "listObligationOutbox"
  | "getOutbox"
  | "listGathered"
  | "listSentTo"
  | "listFailed"
  | "listPersonal"
  | "getPersonal"
  | "getTrouble"
  | "noteTrouble"
  | "commitReminder"
  | "replaceOutbox"
>;

/** What a tenant sends, to whom, and what people and endpoints have to do with it. */
export function outboxStore(own: OwnTable): OutboxStore {
  const { table, tenantId } = own;
  const getOutbox: OutboxStore["getOutbox"] = async (contractId, entryKey) => {
    const item = await table.get("getOutbox", {
      pk: contractPk(tenantId, contractId),
      sk: `OUT#${entryKey}`,
    });
    return item === undefined ? undefined : readOutbox(item);
  };
  return {
    getOutbox,
    listOutbox: (page) => {
      const of = { index: "byOwner", partition: lists.tenantSent(tenantId), descending: true } as const;
      return queryPage(table, { operation: "listOutbox", ...of, read: readOutbox }, page);
    },
    listObligationOutbox: async (contractId, key) => {
      const of = { partition: contractPk(tenantId, contractId), range: prefixRange(outboxPrefix(key)) };
      return (await queryAll(table, "listObligationOutbox", of)).map(readOutbox);
    },
    listGathered: async (recipient, now, limit) => {
      const partition = lists.gathered(tenantId, recipient);
      const range = { low: "0", high: `${toUtc(now)}$` };
      const { items } = await table.query("listGathered", { index: "byVendor", partition, range, limit });
      return items.map(readOutbox);
    },
    listSentTo: (recipient, page) => listSentTo(table, lists.tenantTold(tenantId, recipient), page),
    listFailed: async (page) => {
      const of = { partition: failedPk(tenantId), range: prefixRange(prefixes.failed) };
      const named = await queryPage(table, { operation: "listFailed", ...of, read: readFailed }, page);
      const found = await Promise.all(named.items.map(({ contractId, key }) => getOutbox(contractId, key)));
      return { ...named, items: found.filter((entry) => entry !== undefined) };
    },
    ...peopleStore(table, tenantId),
    commitReminder: (seen, remindAt, entries) => commitReminder(own, seen, remindAt, entries),
    replaceOutbox: (moves, puts) => replaceOutbox(own, moves, puts),
  };
}

/** What was sent to one recipient, the newest first. */
export function listSentTo(
  table: Table,
  partition: string,
  page: Parameters<TenantStore["listSentTo"]>[1],
): ReturnType<TenantStore["listSentTo"]> {
  const of = { index: "byVendor", partition, descending: true } as const;
  return queryPage(table, { operation: "listSentTo", ...of, read: readOutbox }, page);
}

function peopleStore(
  table: Table,
  tenantId: string,
): Pick<OutboxStore, "listPersonal" | "getPersonal" | "getTrouble" | "noteTrouble"> {
  return {
    listPersonal: async () => {
      const of = { partition: tenantPk(tenantId), range: prefixRange(prefixes.personal) };
      return (await queryAll(table, "listPersonal", of)).map(readPersonal);
    },
    getPersonal: async (address) => {
      const item = await table.get("getPersonal", personalKey(tenantId, address));
      return item === undefined ? undefined : readPersonal(item);
    },
    getTrouble: async (endpointId) => {
      const item = await table.get("getTrouble", troubleKey(tenantId, endpointId));
      return item === undefined ? undefined : readTrouble(item);
    },
    noteTrouble: async (endpointId, trouble) => {
      await table.transact("noteTrouble", [
        trouble === undefined
          ? { action: "delete", key: troubleKey(tenantId, endpointId) }
          : { action: "put", item: toTroubleItem(tenantId, endpointId, trouble) },
      ]);
    },
  };
}
