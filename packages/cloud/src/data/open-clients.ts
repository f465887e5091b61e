import { STSClient } from "@aws-sdk/client-sts";
import type { TableClients } from "@luyue/storage/platform";
import { createDynamoClient, type DynamoClientOptions } from "@luyue/storage/table";
import { createAssumeRole, type Scope, type ScopedCredentials } from "./assume-role.ts";
import { keepRecent } from "./keep-recent.ts";
import { keepUntilExpired } from "./keep-until-expired.ts";

export interface ClientOptions {
  readonly tenantRole: string;
  /** Only who answers vendors' people and registers agencies has these. */
  readonly vendorRole?: string | undefined;
  readonly registrarRole?: string | undefined;
  /** Another place than AWS itself, and whose calls they are there. */
  readonly at?: Required<Pick<DynamoClientOptions, "endpoint" | "region" | "credentials">>;
}

export type CredentialsOf = () => Promise<ScopedCredentials>;

/** So many tenants' and vendors' credentials are kept by one function. */
const mostScopes = 500;

/** The function's own client, and one for each tenant and vendor with credentials that reach no other's keys. */
export function openClients({ tenantRole, vendorRole, registrarRole, at }: ClientOptions) {
  const assume = createAssumeRole(new STSClient({ maxAttempts: 4, ...at }));
  const own = createDynamoClient(at);
  const credentialsFor = (role: string | undefined, tag: Scope["tag"]) =>
    keepRecent(mostScopes, (value): CredentialsOf => {
      if (role === undefined) throw new Error(`this function may not reach what is a ${tag}'s`);
      return keepUntilExpired(() => assume({ role, tag, value }));
    });
  const clientFor = (credentialsOf: (value: string) => CredentialsOf) =>
    keepRecent(mostScopes, (value) =>
      createDynamoClient({ ...at, along: own, credentials: credentialsOf(value) }),
    );
  const credentialsOf = credentialsFor(tenantRole, "tenant");
  const clients: TableClients = {
    own,
    tenant: clientFor(credentialsOf),
    vendor: clientFor(credentialsFor(vendorRole, "vendor")),
    registrar: clientFor(credentialsFor(registrarRole, "tenant")),
  };
  return { clients, credentialsOf };
}
