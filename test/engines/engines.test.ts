import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listEngines, type RunningEngine, withEngine } from "./index.ts";

const table = `engines-${process.pid}`;

describe.each(listEngines())("$name", ({ name, capabilities, missing }) => {
  describe.skipIf(missing !== undefined)("when at hand", () => {
    let engine: RunningEngine;
    let client: DynamoDBClient;

    beforeAll(async () => {
      engine = await withEngine(name);
      client = new DynamoDBClient({ ...engine.config, maxAttempts: 1 });
      await client.send(createTable(capabilities.streams));
    });

    afterAll(async () => {
      client?.destroy();
      await engine?.stop();
    });

    it("finds an item through an index", async () => {
      const item = { pk: { S: "a" }, due: { S: "2026-01-01" } };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: "byDue",
          KeyConditionExpression: "due = :due",
          ExpressionAttributeValues: { ":due": { S: "2026-01-01" } },
        }),
      );
      expect(Items).toEqual([item]);
    });

    it.skipIf(!capabilities.transactions)("cancels a transaction as a whole", async () => {
      const put = (pk: string) => ({
        Put: { TableName: table, Item: { pk: { S: pk } }, ConditionExpression: "attribute_not_exists(pk)" },
      });
      await client.send(new TransactWriteItemsCommand({ TransactItems: [put("b")] }));
      const again = client.send(new TransactWriteItemsCommand({ TransactItems: [put("c"), put("b")] }));
      await expect(again).rejects.toMatchObject({
        name: "TransactionCanceledException",
        CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed" }],
      });
      await client.send(new TransactWriteItemsCommand({ TransactItems: [put("c")] }));
    });

    it.skipIf(!capabilities.ttl)("takes a time-to-live attribute", async () => {
      const specification = { Enabled: true, AttributeName: "expiresAt" };
      await client.send(
        new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification: specification }),
      );
    });
  });
});

describe("what an engine is said not to do", () => {
  it("dynalite refuses transactions", async () => {
    const engine = await withEngine("dynalite");
    const client = new DynamoDBClient({ ...engine.config, maxAttempts: 1 });
    const write = client.send(new TransactWriteItemsCommand({ TransactItems: [] }));
    await expect(write).rejects.toMatchObject({ name: "UnknownOperationException" });
    client.destroy();
    await engine.stop();
  });

  it("an endpoint that nobody named is reported as missing", async () => {
    const endpoint = listEngines({}).find(({ name }) => name === "endpoint");
    expect(endpoint?.missing).toBe("DYNAMODB_ENDPOINT is not set");
    expect(listEngines({ DYNAMODB_ENDPOINT: "http://127.0.0.1:1" }).at(-1)).not.toHaveProperty("missing");
  });
});

function createTable(streams: boolean): CreateTableCommand {
  return new CreateTableCommand({
    TableName: table,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      { AttributeName: "pk", AttributeType: "S" },
      { AttributeName: "due", AttributeType: "S" },
    ],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    GlobalSecondaryIndexes: [
      {
        IndexName: "byDue",
        KeySchema: [{ AttributeName: "due", KeyType: "HASH" }],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
    ],
    ...(streams ? { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" } } : {}),
  });
}
