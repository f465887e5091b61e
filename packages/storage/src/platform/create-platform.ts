import type { Platform, VendorStore } from "@luyue/usecases/runtime";
import { readContract } from "../item/contract-items.ts";
import { issuerKey, lists, partnerUserKey, tenantKey } from "../item/keys.ts";
import { readIssuer, readPartnerUser, readTenant } from "../item/tenant-items.ts";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openTable, type TableOptions } from "../table/open-table.ts";
import { queryAll, queryPage } from "../table/query-page.ts";
import type { Table } from "../table/table.ts";
import { listDue } from "./list-due.ts";
import { listWakes } from "./list-wakes.ts";
import { listSentTo } from "./outbox-store.ts";
import { demandIdPart } from "./own-table.ts";
import { createSignInStore } from "./sign-in-store.ts";
import { shareClient, type TableClients } from "./table-clients.ts";
import { createTenantStore } from "./tenant-store.ts";

export type PlatformOptions = Omit<TableOptions, "client"> &
  ({ readonly client: DynamoDBClient } | { readonly clients: TableClients });

/** The stores over one table. `now` dates the wake-ups that are written and ends what has expired. */
export function createPlatform(options: PlatformOptions): Platform {
  const clients = "client" in options ? shareClient(options.client) : options.clients;
  const open = (client: DynamoDBClient) => openTable({ ...options, client });
  const table = open(clients.own);
  const tableOf = (tenantId: string) => open(clients.tenant(tenantId));
  return {
    tenant: (tenantId) => {
      demandIdPart(tenantId);
      return createTenantStore({
        tenantId,
        table: tableOf(tenantId),
        registry: () => open(clients.registrar(tenantId)),
      });
    },
    vendor: (vendorId) => {
      demandIdPart(vendorId);
      return createVendorStore(open(clients.vendor(vendorId)), vendorId);
    },
    findTenantByIssuer: async (issuer) => {
      const found = await table.get("findTenantByIssuer", issuerKey(issuer));
      if (found === undefined) return undefined;
      const { tenantId } = readIssuer(found);
      const tenant = await tableOf(tenantId).get("findTenantByIssuer", tenantKey(tenantId));
      return tenant === undefined ? undefined : readTenant(tenant);
    },
    getPartnerUser: async (subject) => {
      const user = await table.get("getPartnerUser", partnerUserKey(subject));
      return user === undefined ? undefined : readPartnerUser(user);
    },
    signIn: createSignInStore(table),
    listWakes: (now, limit) => listWakes(table, now, limit),
  };
}

/** What one vendor sees of all tenants: only items that carry that vendor's list. */
function createVendorStore(table: Table, vendorId: string): VendorStore {
  return {
    vendorId,
    listDue: (filter, page) => listDue(table, "byVendor", lists.vendorDue(vendorId), filter, page),
    listSentTo: (recipient, page) => listSentTo(table, lists.vendorTold(vendorId, recipient), page),
    listUsers: async () => {
      const of = { index: "byVendor", partition: lists.vendorUsers(vendorId) } as const;
      return (await queryAll(table, "listVendorUsers", of)).map(readPartnerUser);
    },
    listContracts: (page) => {
      const partition = lists.vendorContracts(vendorId);
      const query = { operation: "listVendorContracts", index: "byVendor", partition } as const;
      return queryPage(table, { ...query, read: readContract }, page);
    },
  };
}
