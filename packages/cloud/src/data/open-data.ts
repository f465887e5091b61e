import { fromEpochMs, type Instant } from "@luyue/core/civil-date";
import { createPlatform } from "@luyue/storage/platform";
import type { Platform } from "@luyue/usecases/runtime";
import { type ClientOptions, type CredentialsOf, openClients } from "./open-clients.ts";

export interface Data {
  readonly platform: Platform;
  readonly now: () => Instant;
  /** Credentials of one tenant, for whatever else is kept by tenant. */
  readonly credentialsOf: (tenantId: string) => CredentialsOf;
}

/** The table by the machine's clock, each tenant's keys through credentials that reach no other's. */
export function openData({ tableName, ...roles }: ClientOptions & { readonly tableName: string }): Data {
  const { clients, credentialsOf } = openClients(roles);
  const now = () => fromEpochMs(Date.now());
  return { platform: createPlatform({ clients, tableName, now }), now, credentialsOf };
}
