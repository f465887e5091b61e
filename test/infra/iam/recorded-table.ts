import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { CreateTableOptions } from "@luyue/storage/table";
import type { Synthesis } from "../synth/synthesis.ts";

interface RecordedIndex {
  readonly name: string;
  readonly hashKey: string;
  readonly rangeKey: string;
  readonly projectionType: "ALL" | "KEYS_ONLY";
}

interface RecordedTable {
  readonly name: string;
  readonly billingMode: "PAY_PER_REQUEST";
  readonly attributes: readonly { readonly name: string; readonly type: "S" }[];
  readonly hashKey: string;
  readonly rangeKey: string;
  readonly streamEnabled: boolean;
  readonly streamViewType?: "NEW_AND_OLD_IMAGES";
  readonly globalSecondaryIndexes: readonly RecordedIndex[];
  readonly ttl: { readonly attributeName: string; readonly enabled: boolean };
}

export interface TableOfDeployment {
  readonly arn: string;
  readonly inputs: RecordedTable & Readonly<Record<string, unknown>>;
}

/** The one table that was laid out. Throws Error for none or more. */
export function readTable({ resources }: Synthesis): TableOfDeployment {
  const tables = resources.filter(({ type }) => type === "aws:dynamodb/table:Table");
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables`);
  return { arn: String(table.state["arn"]), inputs: table.inputs as unknown as TableOfDeployment["inputs"] };
}

/** Makes the table that was laid out, under another name: the engine refuses what the layout alone lets pass. */
export async function replayTable(
  client: DynamoDBClient,
  { inputs }: TableOfDeployment,
  TableName: string,
  { streams = true }: CreateTableOptions = {},
): Promise<void> {
  const keys = (hash: string, range: string): CreateTableCommandInput["KeySchema"] => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: inputs.billingMode,
      AttributeDefinitions: inputs.attributes.map(({ name, type }) => ({
        AttributeName: name,
        AttributeType: type,
      })),
      KeySchema: keys(inputs.hashKey, inputs.rangeKey),
      GlobalSecondaryIndexes: inputs.globalSecondaryIndexes.map(
        ({ name, hashKey, rangeKey, projectionType }) => ({
          IndexName: name,
          KeySchema: keys(hashKey, rangeKey),
          Projection: { ProjectionType: projectionType },
        }),
      ),
      ...(streams && inputs.streamEnabled
        ? { StreamSpecification: { StreamEnabled: true, StreamViewType: inputs.streamViewType } }
        : {}),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 5 }, { TableName });
  const { attributeName: AttributeName, enabled: Enabled } = inputs.ttl;
  await client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }),
  );
}
