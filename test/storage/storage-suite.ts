import { DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@luyue/core/civil-date";
import { createPlatform } from "@luyue/storage/platform";
import { createTable, type CreateTableOptions } from "@luyue/storage/table";
import type { Platform } from "@luyue/usecases/runtime";
import { afterAll, beforeAll, describe } from "vitest";
import { type EngineCapabilities, listEngines, type RunningEngine, withEngine } from "../engines/index.ts";
import { SpreadingClient } from "./spread-transactions.ts";

/** An empty table with its platform, a clock to set, and the capacity that each access pattern has used. */
export interface OpenTable {
  readonly platform: Platform;
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: { now: Instant };
  readonly used: Map<string, number>;
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
      const opened: OpenTable[] = [];

      beforeAll(async () => {
        engine = await withEngine(name);
      });

      afterAll(async () => {
        for (const { client, tableName } of opened) {
          await client.send(new DeleteTableCommand({ TableName: tableName }));
          client.destroy();
        }
        await engine?.stop();
      });

      define(async (options) => {
        const table = await openTable(engine, options);
        opened.push(table);
        return table;
      }, capabilities);
    });
  });
}

async function openTable(
  { config, capabilities }: RunningEngine,
  options: CreateTableOptions | undefined,
): Promise<OpenTable> {
  const client = capabilities.transactions ? new DynamoDBClient(config) : new SpreadingClient(config);
  const tableName = `luyue-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
  await createTable(client, tableName, options);
  const clock = { now: present };
  const used = new Map<string, number>();
  const platform = createPlatform({
    client,
    tableName,
    now: () => clock.now,
    onCapacity: (operation, units) => used.set(operation, (used.get(operation) ?? 0) + units),
  });
  return { platform, client, tableName, clock, used };
}
