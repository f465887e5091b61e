import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { createData, type Data, entryKeyOf } from "./data.ts";
import { dueSortOf, isListedDue, type MemoryDueFilter } from "./due.ts";
import type { Kinds } from "./kinds.ts";
import { listTold } from "./memory-outbox.ts";
import { createMemorySignIn } from "./memory-sign-in.ts";
import { createMemoryTenantStore } from "./memory-tenant-store.ts";
import type { MemoryPlatformOptions } from "./options.ts";
import { type MemoryPageRequest, pageOf } from "./page.ts";

/** The use cases' platform in memory, for tests: the same expectations as a real store, gone with the process. */
export function createMemoryPlatform<K extends Kinds>(options: MemoryPlatformOptions<K>) {
  const data = createData<K>();
  return {
    tenant: (tenantId: string) => createMemoryTenantStore(data, tenantId, options),
    vendor: (vendorId: string) => createVendorStore(data, vendorId),
    findTenantByIssuer: async (issuer: string): Promise<K["tenant"] | undefined> => {
      const tenantId = data.issuers.get(issuer);
      return tenantId === undefined ? undefined : data.tenants.get(tenantId)?.tenant;
    },
    getPartnerUser: async (subject: string) => data.partnerUsers.get(subject),
    signIn: createMemorySignIn(data, options),
    listWakes: async (now: Instant, limit: number) => listWakes(data, now, limit),
  };
}

function createVendorStore<K extends Kinds>(data: Data<K>, vendorId: string) {
  const contracts = () => [...data.tenants.values()].flatMap((tenant) => [...tenant.contracts.values()]);
  return {
    vendorId,
    listUsers: async () => [...data.partnerUsers.values()].filter((user) => user.vendorId === vendorId),
    listSentTo: async (recipient: string, page: MemoryPageRequest) => {
      const entries = contracts().flatMap(({ outbox }) => [...outbox.values()]);
      const own = entries.filter(({ to }) => "vendorId" in to && to.vendorId === vendorId);
      return listTold(own, `${vendorId} to ${recipient}`, recipient, page);
    },
    listDue: async (filter: MemoryDueFilter, page: MemoryPageRequest) => {
      const own = contracts()
        .flatMap(({ obligations }) => [...obligations.values()])
        .filter((stored) => stored.vendorId === vendorId && isListedDue(stored, filter));
      return pageOf(`due of ${vendorId}`, own, dueSortOf, page);
    },
    listContracts: async (page: MemoryPageRequest) => {
      const own = contracts()
        .flatMap(({ head }) => (head === undefined ? [] : [head.contract]))
        .filter((contract) => contract.vendorId === vendorId && contract.status !== "draft");
      return pageOf(
        `contracts of ${vendorId}`,
        own,
        ({ number, tenantId, id }) => `${number}#${tenantId}#${id}`,
        page,
      );
    },
  };
}

/** A wake-up that has come: keys only. */
interface Wake {
  readonly tenantId: string;
  readonly contractId: string;
  readonly about: "obligation" | "outbox" | "contract" | "seals";
  readonly key: string;
  readonly at: Instant;
}

function listWakes<K extends Kinds>(data: Data<K>, now: Instant, limit: number): Wake[] {
  const wakes: Wake[] = [];
  for (const [tenantId, tenant] of data.tenants) {
    const sealAt = tenant.heads.get("seals")?.wakeAt;
    if (sealAt !== undefined && toEpochMs(sealAt) <= toEpochMs(now)) {
      wakes.push({ tenantId, contractId: "", about: "seals", key: "SEALS", at: sealAt });
    }
    for (const [contractId, { head, obligations, outbox }] of tenant.contracts) {
      const add = (about: Wake["about"], key: string, at: Instant | undefined) => {
        if (at !== undefined && toEpochMs(at) <= toEpochMs(now))
          wakes.push({ tenantId, contractId, about, key, at });
      };
      add("contract", contractId, head?.wakeAt);
      for (const { obligation, remindAt } of obligations.values())
        add("obligation", obligation.key, remindAt);
      for (const entry of outbox.values()) add("outbox", entryKeyOf(entry), entry.wakeAt);
    }
  }
  return wakes.toSorted((a, b) => toEpochMs(a.at) - toEpochMs(b.at)).slice(0, limit);
}
