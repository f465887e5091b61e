import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * Through whose eyes the table is looked at. On one machine it is one client for all; in a deployment each has credentials that
 * reach the keys of that one tenant or vendor and no others, so that the engine refuses what a mistake here would let through.
 */
export interface TableClients {
  /** Of no tenant: signing in, whose a token is, partner users, the wake-ups. */
  readonly own: DynamoDBClient;
  readonly tenant: (tenantId: string) => DynamoDBClient;
  readonly vendor: (vendorId: string) => DynamoDBClient;
  /** For a tenant's changes that reach beyond its own keys: its issuer, people of its vendors, accounts that are erased. */
  readonly registrar: (tenantId: string) => DynamoDBClient;
}

/** One client for everybody. */
export function shareClient(client: DynamoDBClient): TableClients {
  return { own: client, tenant: () => client, vendor: () => client, registrar: () => client };
}
