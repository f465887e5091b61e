import type { DynamoDBRecord } from "aws-lambda";

/** What the stream of a table has had so far, in order, as the engine itself answers (DynamoDB Streams, 2012-08-10). */
export async function readStream(endpoint: string, tableName: string): Promise<readonly DynamoDBRecord[]> {
  const { Streams } = await ask<{ Streams: { StreamArn: string }[] }>(endpoint, "ListStreams", {
    TableName: tableName,
  });
  const records: DynamoDBRecord[] = [];
  for (const { StreamArn } of Streams) {
    const { StreamDescription } = await ask<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
      endpoint,
      "DescribeStream",
      { StreamArn },
    );
    for (const { ShardId } of StreamDescription.Shards) {
      const shard = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
      records.push(...(await readShard(endpoint, shard)));
    }
  }
  return records;
}

async function readShard(endpoint: string, shard: object): Promise<DynamoDBRecord[]> {
  const records: DynamoDBRecord[] = [];
  let { ShardIterator } = await ask<{ ShardIterator?: string }>(endpoint, "GetShardIterator", shard);
  while (ShardIterator !== undefined) {
    const page: { Records: DynamoDBRecord[]; NextShardIterator?: string } = await ask(
      endpoint,
      "GetRecords",
      {
        ShardIterator,
      },
    );
    if (page.Records.length === 0) break;
    records.push(...page.Records);
    ShardIterator = page.NextShardIterator;
  }
  return records;
}

async function ask<T>(endpoint: string, action: string, body: object): Promise<T> {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-date": new Date().toISOString().replace(/[-:]|\.\d{3}/g, ""),
      "x-amz-target": `DynamoDBStreams_20120810.${action}`,
      authorization:
        "AWS4-HMAC-SHA256 Credential=local/20260601/cn-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local",
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's answer, as its API describes it
  return (await answer.json()) as T;
}
