import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type GlobalSecondaryIndexDescription,
} from "@aws-sdk/client-dynamodb";
import { createTable, tableDefinition } from "@luyue/storage/table";
import { expect, it } from "vitest";
import { onEveryEngine } from "./storage-suite.ts";

onEveryEngine("the table", (openFresh, { ttl }) => {
  it("is made as it is defined, and again without harm", async () => {
    const { client, tableName } = await openFresh();
    await createTable(client, tableName);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    expect(Table?.TableStatus).toBe("ACTIVE");
    const indexOf = ({
      IndexName,
      Projection,
    }: Pick<GlobalSecondaryIndexDescription, "IndexName" | "Projection">) =>
      `${IndexName} ${Projection?.ProjectionType}`;
    expect((Table?.GlobalSecondaryIndexes ?? []).map(indexOf).toSorted()).toEqual(
      (tableDefinition.GlobalSecondaryIndexes ?? []).map(indexOf).toSorted(),
    );
  });

  it.skipIf(!ttl)("lets expired items go", async () => {
    const { client, tableName } = await openFresh();
    const described = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
    expect(described.TimeToLiveDescription).toMatchObject({
      TimeToLiveStatus: "ENABLED",
      AttributeName: "expiresAt",
    });
  });
});
