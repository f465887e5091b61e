import type { DynamoDBRecord } from "aws-lambda";

/**
 * What the stream of a table has had so far, in order, as the engine itself answers (DynamoDB Streams, 2012-08-10), to whom the
 * access key belongs.
 */
export async function readStream(
  endpoint: string,
  tableName: string,
  accessKeyId = "local",
): Promise<readonly DynamoDBRecord[]> {
  const ask = <T>(action: string, body: object) => askEngine<T>(endpoint, accessKeyId, action, body);
  const { Streams } = await ask<{ Streams: { StreamArn: string }[] }>("ListStreams", {
    TableName: tableName,
  });
  const records: DynamoDBRecord[] = [];
  for (const { StreamArn } of Streams) {
    const { StreamDescription } = await ask<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
      "DescribeStream",
      { StreamArn },
    );
    for (const { ShardId } of StreamDescription.Shards) {
      const shard = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
      records.push(...(await readShard(ask, shard)));
    }
  }
  return records;
}

type Ask = <T>(action: string, body: object) => Promise<T>;

async function readShard(ask: Ask, shard: object): Promise<DynamoDBRecord[]> {
  const records: DynamoDBRecord[] = [];
  let { ShardIterator } = await ask<{ ShardIterator?: string }>("GetShardIterator", shard);
  while (ShardIterator !== undefined) {
    const page: { Records: DynamoDBRecord[]; NextShardIterator?: string } = await ask("GetRecords", {
      ShardIterator,
    });
    if (page.Records.length === 0) break;
    records.push(...page.Records);
    ShardIterator = page.NextShardIterator;
  }
  return records;
}

async function askEngine<T>(endpoint: string, accessKeyId: string, action: string, body: object): Promise<T> {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-date": new Date().toISOString().replace(/[-:]|\.\d{3}/g, ""),
      "x-amz-target": `DynamoDBStreams_20120810.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260601/cn-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's answer, as its API describes it
  return (await answer.json()) as T;
}
