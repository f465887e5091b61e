import { canonicalJson } from "@luyue/core/text";
import {
  DeleteTableCommand,
  DynamoDBClient,
  ScanCommand,
  type ScanCommandInput,
  type ScanCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { randomUUID } from "node:crypto";
import type { Instant } from "@luyue/core/civil-date";
import { createPlatform } from "@luyue/storage/platform";
import { createTable } from "@luyue/storage/table";
import {
  createFixedRuntime,
  createMemoryPlatform,
  type FixedRuntime,
  type KindsOf,
} from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import type { RunningEngine } from "../engines/index.ts";
import { dumpPlatform } from "./dump-platform.ts";
import { intercept } from "./intercept.ts";

/** A platform to run commands on, its clock, and all that it keeps as one text. */
export interface World {
  readonly platform: Platform;
  readonly runtime: FixedRuntime;
  readonly dump: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A world on an engine, in a table of its own. */
export interface EngineWorld extends World {
  readonly tableName: string;
}

export const start: Instant = "2026-06-01T10:00:00+08:00";

/** Keeps everything in memory; the dump also counts the writes, so that one that changes nothing shows as well. */
export async function openMemoryWorld(): Promise<World> {
  const runtime = createFixedRuntime(start);
  const memory: Platform = createMemoryPlatform<KindsOf<Change>>({
    now: runtime.now,
    conflict: (changes) => new WriteConflict(changes),
  });
  let writes = 0;
  const platform = intercept(memory, async (operation, call) => {
    const answer = await call();
    if (operation.startsWith("commit") || operation === "replaceOutbox") writes += 1;
    return answer;
  });
  return {
    platform,
    runtime,
    dump: async () => `${writes} writes\n${await dumpPlatform(memory)}`,
    close: () => Promise.resolve(),
  };
}

/** The storage of production on the local engine, a fresh table each time; the dump is every item of it. */
export async function openEngineWorld(engine: RunningEngine): Promise<EngineWorld> {
  const client = new DynamoDBClient(engine.config);
  const tableName = `luyue-commands-${randomUUID()}`;
  await createTable(client, tableName);
  const runtime = createFixedRuntime(start);
  return {
    platform: createPlatform({ client, tableName, now: runtime.now }),
    runtime,
    tableName,
    dump: () => dumpTable(client, tableName),
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: tableName }));
      client.destroy();
    },
  };
}

async function dumpTable(client: DynamoDBClient, tableName: string): Promise<string> {
  const lines: string[] = [];
  let from: ScanCommandInput["ExclusiveStartKey"];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: tableName, ExclusiveStartKey: from }),
    );
    lines.push(...(page.Items ?? []).map(canonicalJson));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return lines.toSorted().join("\n");
}
