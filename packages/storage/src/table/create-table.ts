import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { tableDefinition, ttlAttribute } from "./table-definition.ts";

export interface CreateTableOptions {
  /** Without streams the built-in engine writes as fast on the millionth change as on the first; with them it slows down. */
  readonly streams?: boolean;
}

/** Makes the table where it is missing, waits until it is active, and switches time-to-live on where the engine has it. */
export async function createTable(
  client: DynamoDBClient,
  name: string,
  { streams = true }: CreateTableOptions = {},
): Promise<void> {
  const { StreamSpecification, ...definition } = tableDefinition;
  const stream = streams ? { StreamSpecification } : {};
  try {
    await client.send(new CreateTableCommand({ ...definition, ...stream, TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1, maxDelay: 5 }, { TableName: name });
  await enableTimeToLive(client, name);
}

async function enableTimeToLive(client: DynamoDBClient, name: string): Promise<void> {
  try {
    const described = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    const status = described.TimeToLiveDescription?.TimeToLiveStatus;
    if (status === "ENABLED" || status === "ENABLING") return;
    const specification = { Enabled: true, AttributeName: ttlAttribute };
    await client.send(
      new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: specification }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === "UnknownOperationException")) throw error;
  }
}
