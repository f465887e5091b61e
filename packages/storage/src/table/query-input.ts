import type { QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { indexes } from "./table-definition.ts";
import type { Key } from "./item.ts";
import type { TableQuery } from "./table.ts";

/** Longest keys that DynamoDB takes, in bytes of UTF-8; nothing can be stored under a longer one. */
const longest = { pk: 2048, sk: 1024 } as const;

export function isWithinKeyLimits({ pk, sk }: Key): boolean {
  return Buffer.byteLength(pk) <= longest.pk && Buffer.byteLength(sk) <= longest.sk;
}

/** The engine's input for a query; undefined where nothing can be in the range. */
export function toQueryInput(query: TableQuery): Omit<QueryCommandInput, "TableName"> | undefined {
  const { partition, range, index, descending, limit, startAfter, filter } = query;
  const { list, sort } = index === undefined ? { list: "pk", sort: "sk" } : indexes[index];
  if (!isWithinKeyLimits({ pk: partition, sk: range?.low ?? "" })) return undefined;
  if (range !== undefined && Buffer.compare(Buffer.from(range.low), Buffer.from(range.high)) > 0) {
    return undefined;
  }
  return {
    ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
    KeyConditionExpression:
      range === undefined ? "#list = :list" : "#list = :list AND #sort BETWEEN :low AND :high",
    ...(filter === undefined ? {} : { FilterExpression: filter.expression }),
    ExpressionAttributeNames: {
      "#list": list,
      ...(range === undefined ? {} : { "#sort": sort }),
      ...filter?.names,
    },
    ExpressionAttributeValues: {
      ":list": { S: partition },
      ...(range === undefined ? {} : { ":low": { S: range.low }, ":high": { S: range.high } }),
      ...filter?.values,
    },
    ...(descending === true ? { ScanIndexForward: false } : {}),
    ...(limit === undefined ? {} : { Limit: limit }),
    ...(startAfter === undefined ? {} : { ExclusiveStartKey: startAfter }),
  };
}
