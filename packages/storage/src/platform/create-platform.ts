import type { Platform, VendorStore } from "@luyue/usecases/runtime";
import { readContract } from "../item/contract-items.ts";
import { issuerKey, lists, partnerUserKey, tenantKey } from "../item/keys.ts";
import { readIssuer, readPartnerUser, readTenant } from "../item/tenant-items.ts";
import { openTable, type TableOptions } from "../table/open-table.ts";
import { queryAll, queryPage } from "../table/query-page.ts";
import type { Table } from "../table/table.ts";
import { listDue } from "./list-due.ts";
import { listWakes } from "./list-wakes.ts";
import { listSentTo } from "./outbox-store.ts";
import { demandIdPart } from "./own-table.ts";
import { createSignInStore } from "./sign-in-store.ts";
import { createTenantStore } from "./tenant-store.ts";

export type PlatformOptions = TableOptions;

/** The stores over one table. `now` dates the wake-ups that are written and ends what has expired. */
export function createPlatform(options: PlatformOptions): Platform {
  const table = openTable(options);
  return {
    tenant: (tenantId) => createTenantStore(table, tenantId),
    vendor: (vendorId) => createVendorStore(table, vendorId),
    findTenantByIssuer: async (issuer) => {
      const found = await table.get("findTenantByIssuer", issuerKey(issuer));
      if (found === undefined) return undefined;
      const tenant = await table.get("findTenantByIssuer", tenantKey(readIssuer(found).tenantId));
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
  demandIdPart(vendorId);
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
