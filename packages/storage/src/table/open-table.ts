import {
  type ConsumedCapacity,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Instant } from "@luyue/core/civil-date";
import { epochSeconds } from "./epoch-seconds.ts";
import { type Item, type Key, toAttributes } from "./item.ts";
import { isWithinKeyLimits, toQueryInput } from "./query-input.ts";
import type { Table } from "./table.ts";
import { ttlAttribute } from "./table-definition.ts";
import { writeTransaction } from "./write-transaction.ts";
import { conditionInput, incrementInput, toTransactItem, updateInput } from "./write-action.ts";
import { isTransient, unavailable } from "./unavailable.ts";

/** Told after each call: which access pattern it served, and the read or write units that the engine counted. */
export type OnCapacity = (operation: string, units: number) => void;

export interface TableOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Instant;
  readonly onCapacity?: OnCapacity | undefined;
}

type ChangeInput = Omit<UpdateItemCommandInput, "TableName" | "Key">;

/** The table behind a client. */
export function openTable({ client, tableName: TableName, now, onCapacity }: TableOptions): Table {
  const base = {
    TableName,
    ...(onCapacity === undefined ? {} : { ReturnConsumedCapacity: "TOTAL" as const }),
  };
  const count = (operation: string, consumed: ConsumedCapacity | undefined): void => {
    if (onCapacity !== undefined) onCapacity(operation, consumed?.CapacityUnits ?? 0);
  };
  const change = async (operation: string, key: Key, input: ChangeInput) => {
    const command = new UpdateItemCommand({ ...base, Key: toKey(key), ...input });
    const { Attributes, ConsumedCapacity } = await reach(client.send(command));
    count(operation, ConsumedCapacity);
    return Attributes;
  };
  return {
    now,
    get: async (operation, key) => {
      if (!isWithinKeyLimits(key)) return undefined;
      const input = { ...base, Key: toKey(key), ConsistentRead: true };
      const { Item, ConsumedCapacity } = await reach(client.send(new GetItemCommand(input)));
      count(operation, ConsumedCapacity);
      return Item !== undefined && isLive(Item, now()) ? Item : undefined;
    },
    query: async (operation, query) => {
      const input = toQueryInput(query);
      if (input === undefined) return { items: [] };
      const result = await reach(client.send(new QueryCommand({ ...base, ...input })));
      count(operation, result.ConsumedCapacity);
      const { Items: items = [], LastEvaluatedKey: next } = result;
      return { items, ...(next === undefined ? {} : { next }) };
    },
    put: (operation, item, condition) =>
      unlessRefused(async () => {
        const input = { ...base, Item: item, ...conditionInput(condition) };
        const { ConsumedCapacity } = await reach(client.send(new PutItemCommand(input)));
        count(operation, ConsumedCapacity);
      }),
    update: (operation, key, to, condition) =>
      unlessRefused(() => change(operation, key, updateInput({ change: to, condition }))),
    increment: async (operation, key, expiresAt) =>
      Number((await change(operation, key, incrementInput(expiresAt)))?.["count"]?.N),
    transact: (operation, actions) =>
      writeTransaction(async () => {
        const { TableName: _named, ...options } = base;
        const TransactItems = actions.map((action) => toTransactItem(action, TableName));
        const result = await client.send(new TransactWriteItemsCommand({ ...options, TransactItems }));
        count(operation, result.ConsumedCapacity?.[0]);
      }),
  };
}

function isLive(item: Item, now: Instant): boolean {
  const expiresAt = item[ttlAttribute]?.N;
  return expiresAt === undefined || Number(expiresAt) > epochSeconds(now);
}

function toKey({ pk, sk }: Key): Item {
  return toAttributes({ pk, sk });
}

async function reach<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    throw isTransient(error) ? unavailable(error) : error;
  }
}

async function unlessRefused(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
