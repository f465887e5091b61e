import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openClients } from "@luyue/cloud/data";
import { createPlatform, type PlatformOptions } from "@luyue/storage/platform";
import type { CreateTableOptions } from "@luyue/storage/table";
import type { Platform } from "@luyue/usecases/runtime";
import type { RunningEngine } from "../engines/index.ts";
import { createGuard, type Guard } from "./iam/guard.ts";
import { type Gateway, startGateway } from "./iam/gateway.ts";
import { readFunctions, readRoles } from "./iam/principals.ts";
import { readTable, replayTable } from "./iam/recorded-table.ts";
import { synthesisOf } from "./synth/places.ts";

/** The engine as production would have it: the table that was laid out, behind the policies that were laid out. */
export interface DeployedStorage {
  readonly guard: Guard;
  readonly openTable: (tableName: string, options?: CreateTableOptions) => Promise<void>;
  /** Stores as the API has them, wake-ups as the sweep has. */
  readonly openPlatform: (options: Omit<PlatformOptions, "client" | "clients">) => Platform;
  readonly stop: () => Promise<void>;
}

const region = "ap-southeast-1";

export async function startDeployedStorage({ config }: RunningEngine): Promise<DeployedStorage> {
  const synthesis = await synthesisOf("production");
  const table = readTable(synthesis);
  const guard = createGuard(readRoles(synthesis));
  const functions = readFunctions(synthesis);
  const { endpoint: engine } = config;
  if (typeof engine !== "string") throw new Error("the engine has no address");
  const client = new DynamoDBClient(config);
  const gateway = await startGateway({ guard, engine, tableArn: () => table.arn });
  const platformFor = (name: string, options: Omit<PlatformOptions, "client" | "clients">) => {
    const fn = functions.get(name);
    if (fn === undefined) throw new Error(`no function ${name}`);
    const {
      TENANT_ROLE: tenantRole = "",
      VENDOR_ROLE: vendorRole,
      REGISTRAR_ROLE: registrarRole,
    } = fn.environment;
    const at = { endpoint: gateway.url, region, credentials: credentialsOf(guard, fn.role) };
    const { clients } = openClients({ tenantRole, vendorRole, registrarRole, at });
    return createPlatform({ ...options, clients });
  };
  return {
    guard,
    openTable: (tableName, options) => replayTable(client, table, tableName, options),
    openPlatform: (options) => ({
      ...platformFor("api", options),
      listWakes: platformFor("sweep", options).listWakes,
    }),
    stop: () => stopAll(gateway, client),
  };
}

function credentialsOf(guard: Guard, role: string) {
  const accessKeyId = guard.enter(role);
  return { accessKeyId, secretAccessKey: "secret", sessionToken: accessKeyId };
}

async function stopAll(gateway: Gateway, client: DynamoDBClient): Promise<void> {
  client.destroy();
  await gateway.stop();
}
