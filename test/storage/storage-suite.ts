import { DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@luyue/core/civil-date";
import { createPlatform } from "@luyue/storage/platform";
import { createTable, type CreateTableOptions } from "@luyue/storage/table";
import type { Platform } from "@luyue/usecases/runtime";
import { afterAll, beforeAll, describe } from "vitest";
import { type EngineCapabilities, listEngines, type RunningEngine, withEngine } from "../engines/index.ts";
import { type DeployedStorage, startDeployedStorage } from "../infra/deployed-storage.ts";
import { SpreadingClient } from "./spread-transactions.ts";

/** An empty table with its platform, a clock to set, and the capacity that each access pattern has used. */
export interface OpenTable {
  readonly platform: Platform;
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: { now: Instant };
  readonly used: Map<string, number>;
  /** The access patterns in the order of their calls. */
  readonly calls: string[];
}

/** Makes a further table of the engine; all are dropped at the end. */
export type OpenFreshTable = (options?: CreateTableOptions) => Promise<OpenTable>;

export const present: Instant = "2026-04-15T10:00:00+08:00";

/** Runs a suite on every engine; one that is not at hand is reported as skipped. */
export function onEveryEngine(
  what: string,
  define: (openFresh: OpenFreshTable, capabilities: EngineCapabilities) => void,
): void {
  describe.each(listEngines())(`${what} on $name`, ({ name, capabilities, missing }) => {
    describe.skipIf(missing !== undefined)("at hand", () => {
      let engine: RunningEngine;
      let deployed: DeployedStorage | undefined;
      const opened: OpenTable[] = [];

      beforeAll(async () => {
        engine = await withEngine(name);
        deployed = name === "deployed" ? await startDeployedStorage(engine) : undefined;
      });

      afterAll(async () => {
        for (const { client, tableName } of opened) {
          await client.send(new DeleteTableCommand({ TableName: tableName }));
          client.destroy();
        }
        await deployed?.stop();
        await engine?.stop();
      });

      define(async (options) => {
        const table = await openTable(engine, options, deployed);
        opened.push(table);
        return table;
      }, capabilities);
    });
  });
}

async function openTable(
  { config, capabilities }: RunningEngine,
  options: CreateTableOptions | undefined,
  deployed: DeployedStorage | undefined,
): Promise<OpenTable> {
  const client = capabilities.transactions ? new DynamoDBClient(config) : new SpreadingClient(config);
  const tableName = `luyue-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
  if (deployed === undefined) await createTable(client, tableName, options);
  else await deployed.openTable(tableName, options);
  const clock = { now: present };
  const used = new Map<string, number>();
  const calls: string[] = [];
  const shared = {
    tableName,
    now: () => clock.now,
    onCapacity: (operation: string, units: number) => {
      calls.push(operation);
      used.set(operation, (used.get(operation) ?? 0) + units);
    },
  };
  const platform = deployed?.openPlatform(shared) ?? createPlatform({ client, ...shared });
  return { platform, client, tableName, clock, used, calls };
}
