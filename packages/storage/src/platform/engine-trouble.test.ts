import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { createPlatform } from "./create-platform.ts";

const client = new DynamoDBClient({
  region: "local",
  credentials: { accessKeyId: "a", secretAccessKey: "b" },
});
const engine = mockClient(client);
const store = createPlatform({ client, tableName: "table", now: () => "2026-04-15T10:00:00+08:00" }).tenant(
  "ten_a",
);
beforeEach(() => engine.reset());

const member: Change = {
  change: "putMember",
  member: { id: "m", subject: "s", name: "n", email: "e", roles: [], language: "zh" },
};
const check: Change = { change: "checkContract", contractId: "ctr_1", expectedVersion: 1 };
const unavailable = { name: "DomainError", code: "unavailable" };
const sent = () => engine.commandCalls(TransactWriteItemsCommand).length;

function cancelled(...codes: readonly string[]): TransactionCanceledException {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return new TransactionCanceledException({ $metadata: {}, message: "cancelled", CancellationReasons });
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

describe("a transaction", () => {
  it.each([
    ["another one", cancelled("None", "TransactionConflict")],
    ["a throttle of its items", cancelled("ThrottlingError", "None")],
    ["used up capacity", cancelled("None", "ProvisionedThroughputExceeded")],
    ["a throttle", named("ThrottlingException")],
    ["a broken connection", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
  ])("is sent again when %s was in its way", async (_what, error) => {
    engine.on(TransactWriteItemsCommand).rejectsOnce(error).rejectsOnce(error).resolves({});
    await store.commit([member, check]);
    expect(sent()).toBe(3);
  });

  it("is given up as unavailable, with its cause, when it does not get through", async () => {
    const error = cancelled("None", "TransactionConflict");
    engine.on(TransactWriteItemsCommand).rejects(error);
    await expect(store.commit([member, check])).rejects.toMatchObject({ ...unavailable, cause: error });
    expect(sent()).toBe(5);
  });

  it("is a conflict at once where a condition does not hold, whatever else was in its way", async () => {
    engine.on(TransactWriteItemsCommand).rejects(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    const error: unknown = await store.commit([member, check]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WriteConflict);
    expect(error).toMatchObject({ conflicting: [check] });
    expect(sent()).toBe(1);
  });

  it("that is wrong in itself fails as it is, once", async () => {
    const wrong = named("ValidationException");
    engine.on(TransactWriteItemsCommand).rejects(wrong);
    await expect(store.commit([member])).rejects.toBe(wrong);
    const item = cancelled("ValidationError", "None");
    engine.on(TransactWriteItemsCommand).rejects(item);
    await expect(store.commit([member, check])).rejects.toBe(item);
    expect(sent()).toBe(2);
  });
});

describe("reading and single writes", () => {
  it("are unavailable where the engine is", async () => {
    engine.on(GetItemCommand).rejects(named("ProvisionedThroughputExceededException"));
    engine.on(QueryCommand).rejects(named("TimeoutError"));
    engine.on(PutItemCommand).rejects(named("InternalServerError"));
    await expect(store.getTenant()).rejects.toMatchObject(unavailable);
    await expect(store.listMembers()).rejects.toMatchObject(unavailable);
    const entry = {
      id: "o",
      tenantId: "ten_a",
      contractId: "ctr_1",
      type: "t",
      to: { channel: "webhook", endpointId: "h" },
      payload: null,
      createdAt: "2026-04-15T10:00:00+08:00",
      state: "pending",
      attempts: [],
    } as const;
    await expect(store.replaceOutbox([{ seen: entry, next: entry }])).rejects.toMatchObject(unavailable);
  });

  it("hand every other error on as it is", async () => {
    const missing = named("ResourceNotFoundException");
    engine.on(GetItemCommand).rejects(missing);
    await expect(store.getTenant()).rejects.toBe(missing);
  });

  it("ask for capacity only where somebody listens", async () => {
    engine.on(GetItemCommand).resolves({ ConsumedCapacity: { CapacityUnits: 1 } });
    await store.getTenant();
    const heard: unknown[] = [];
    const listening = createPlatform({
      client,
      tableName: "table",
      now: () => "2026-04-15T10:00:00+08:00",
      onCapacity: (operation, units) => heard.push([operation, units]),
    });
    await listening.tenant("ten_a").getTenant();
    const asked = engine.commandCalls(GetItemCommand).map(({ args }) => args[0].input.ReturnConsumedCapacity);
    expect(asked).toEqual([undefined, "TOTAL"]);
    expect(heard).toEqual([["getTenant", 1]]);
  });
});
