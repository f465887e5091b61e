import { STSClient } from "@aws-sdk/client-sts";
import { fromEpochMs, type Instant } from "@luyue/core/civil-date";
import { createPlatform, type TableClients } from "@luyue/storage/platform";
import { createDynamoClient } from "@luyue/storage/table";
import type { Platform } from "@luyue/usecases/runtime";
import { createAssumeRole, type Scope, type ScopedCredentials } from "./assume-role.ts";
import { keepRecent } from "./keep-recent.ts";
import { keepUntilExpired } from "./keep-until-expired.ts";

export interface DataOptions {
  readonly tableName: string;
  readonly tenantRole: string;
  /** Only who answers vendors' people and registers agencies has these. */
  readonly vendorRole: string | undefined;
  readonly registrarRole: string | undefined;
}

type CredentialsOf = () => Promise<ScopedCredentials>;

export interface Data {
  readonly platform: Platform;
  readonly now: () => Instant;
  /** Credentials of one tenant, for whatever else is kept by tenant. */
  readonly credentialsOf: (tenantId: string) => CredentialsOf;
}

/** So many tenants' and vendors' credentials are kept by one function. */
const mostScopes = 500;

/** The table, each tenant's keys through credentials that reach no other's. */
export function openData({ tableName, tenantRole, vendorRole, registrarRole }: DataOptions): Data {
  const assume = createAssumeRole(new STSClient({ maxAttempts: 4 }));
  const own = createDynamoClient();
  const credentialsFor = (role: string | undefined, tag: Scope["tag"]) =>
    keepRecent(mostScopes, (value): CredentialsOf => {
      if (role === undefined) throw new Error(`this function may not reach what is a ${tag}'s`);
      return keepUntilExpired(() => assume({ role, tag, value }));
    });
  const clientFor = (credentialsOf: (value: string) => CredentialsOf) =>
    keepRecent(mostScopes, (value) => createDynamoClient({ along: own, credentials: credentialsOf(value) }));
  const credentialsOf = credentialsFor(tenantRole, "tenant");
  const clients: TableClients = {
    own,
    tenant: clientFor(credentialsOf),
    vendor: clientFor(credentialsFor(vendorRole, "vendor")),
    registrar: clientFor(credentialsFor(registrarRole, "tenant")),
  };
  const now = () => fromEpochMs(Date.now());
  return {
    platform: createPlatform({ clients, tableName, now }),
    now,
    credentialsOf,
  };
}
