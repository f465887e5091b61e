import {
  BatchWriteItemCommand,
  DynamoDBClient,
  ScanCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { toObligationItem } from "@luyue/storage/item";
import { createPlatform } from "@luyue/storage/platform";
import { createTable } from "@luyue/storage/table";
import { createFixedRuntime } from "@luyue/testing/memory-platform";
import { type Delivery, runReminders, sweepReminders } from "@luyue/usecases/reminder";
import type { Platform } from "@luyue/usecases/runtime";
import { openMemoryWorld } from "../commands/world.ts";
import { withEngine } from "../engines/index.ts";
import { seedDue, storedFor } from "../commands/seed-due.ts";

/** A figure beside the floor or peer that was measured in the same run. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly beside: string;
  readonly floor: number;
  readonly ratio: number;
}

const written = "2026-06-16T08:00:00+08:00";
const due = "2026-06-17T09:00:00+08:00";
const dueCount = 2_000;

const accept: Delivery = {
  deliver: async () => ({ outcome: "delivered", detail: "250" }),
  nextAttemptAt: () => undefined,
};

/** Sweep in memory: the process's own work, without an engine. */
async function measureOwnWork(): Promise<Figure> {
  const world = await openMemoryWorld();
  await seedDue(world.platform.tenant("ten_a"), 20_000, due);
  world.runtime.setNow(due);
  const started = performance.now();
  const { reminders } = await sweepReminders(world.platform, world.runtime);
  const rate = (reminders / (performance.now() - started)) * 1000;
  return {
    what: "sweep, due → outbox, without an engine",
    value: Math.round(rate),
    unit: "reminders/s",
    beside: "target of one process",
    floor: 2_000,
    ratio: rate / 2_000,
  };
}

interface Bench {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly platform: Platform;
  readonly used: Map<string, number>;
}

async function openBench(engine: Awaited<ReturnType<typeof withEngine>>, tableName: string): Promise<Bench> {
  const client = new DynamoDBClient(engine.config);
  await createTable(client, tableName, { streams: false });
  const used = new Map<string, number>();
  const onCapacity = (operation: string, units: number) =>
    used.set(operation, (used.get(operation) ?? 0) + units);
  const runtime = createFixedRuntime(due);
  return {
    client,
    tableName,
    used,
    platform: createPlatform({ client, tableName, now: runtime.now, onCapacity }),
  };
}

/** The sweep on the engine, and beside it the engine alone with transactions of the same items. */
async function measureOnEngine(bench: Bench): Promise<readonly Figure[]> {
  const { platform, client, tableName } = bench;
  await seedDue(platform.tenant("ten_a"), dueCount, due);
  await storeOthers(bench, 10_000);
  bench.used.clear();
  const runtime = createFixedRuntime(due);
  const started = performance.now();
  const { reminders } = await sweepReminders(platform, runtime);
  const rate = (reminders / (performance.now() - started)) * 1000;
  const reads = ["listWakes", "getObligation", "getTenant", "listMembers", "getVendorFile", "listPersonal"];
  const perDue = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (bench.used.get(name) ?? 0), 0) / reminders;
  const found = perDue(["listWakes"]);
  const read = perDue(reads);
  const scanned = await scanUnits(client, tableName);
  const floor = await rawRate(client, tableName);
  return [
    figure("sweep, due → outbox, on the engine", rate, "reminders/s", "the engine's own transactions", floor),
    figure("reads to find a due reminder", found, "RCU", "a scan of the table", scanned / reminders),
    figure("reads of a due reminder in all", read, "RCU", "a scan of the table", scanned / reminders),
    figure(
      "writes of a due reminder",
      perDue(["commitReminder"]),
      "WCU",
      "two items of 2 KB in a transaction",
      8,
    ),
  ];
}

function figure(what: string, value: number, unit: string, beside: string, floor: number): Figure {
  return {
    what,
    value: Number(value.toFixed(3)),
    unit,
    beside,
    floor: Number(floor.toFixed(3)),
    ratio: value / floor,
  };
}

/** Obligations that are not due. */
async function storeOthers({ client, tableName }: Bench, count: number): Promise<void> {
  for (let from = 0; from < count; from += 25) {
    const batch = Array.from({ length: 25 }, (_, index) => ({
      PutRequest: {
        Item: toObligationItem(storedFor("ten_z", from + index, "2027-01-04T09:00:00+08:00"), written),
      },
    }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: batch } }));
  }
}

async function scanUnits(client: DynamoDBClient, TableName: string): Promise<number> {
  let units = 0;
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName, ExclusiveStartKey, ReturnConsumedCapacity: "TOTAL" }),
    );
    units += page.ConsumedCapacity?.CapacityUnits ?? 0;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handed back as it came
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey !== undefined);
  return units;
}

/** Two items a transaction, eight at a time: what the engine does at its best for a sweep. */
async function rawRate(client: DynamoDBClient, TableName: string): Promise<number> {
  const numbers = Array.from({ length: dueCount }, (_, index) => index).values();
  const body = { S: "x".repeat(1_600) };
  const started = performance.now();
  const worker = async () => {
    for (const number of numbers) {
      const put = (sk: string) => ({
        Put: { TableName, Item: { pk: { S: `RAW#${number}` }, sk: { S: sk }, body } },
      });
      await client.send(new TransactWriteItemsCommand({ TransactItems: [put("A"), put("B")] }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return (dueCount / (performance.now() - started)) * 1000;
}

/** How many messages of an agency with very many go out before the last one of an agency with three. */
async function measureFairness(): Promise<Figure> {
  const world = await openMemoryWorld();
  const many = 50_000;
  for (const [tenantId, count] of [
    ["ten_a", many],
    ["ten_b", 3],
  ] as const) {
    await seedDue(world.platform.tenant(tenantId), count, due);
  }
  world.runtime.setNow(due);
  const order: string[] = [];
  const delivery: Delivery = {
    ...accept,
    deliver: async ({ tenantId }) => {
      order.push(tenantId);
      return { outcome: "delivered", detail: "250" };
    },
  };
  await runReminders(world.platform, world.runtime, delivery);
  const before = order.slice(0, order.lastIndexOf("ten_b")).filter((each) => each === "ten_a").length;
  return figure(
    "messages of 50 000 sent before the other's third",
    before,
    "messages",
    "first come, first served",
    many,
  );
}

export async function benchReminders(): Promise<readonly Figure[]> {
  const engine = await withEngine("dynoxide");
  try {
    const bench = await openBench(engine, "bench-reminders");
    const onEngine = await measureOnEngine(bench);
    bench.client.destroy();
    return [await measureOwnWork(), ...onEngine, await measureFairness()];
  } finally {
    await engine.stop();
  }
}
