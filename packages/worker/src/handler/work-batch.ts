import type { SQSBatchResponse, SQSRecord } from "aws-lambda";

/**
 * Works on each message of a batch by itself. Those whose work threw are named, so that they alone come again and end among the
 * dead letters if nobody can work on them; why is logged, without what stands in them.
 */
export async function workBatch<T>(
  records: readonly SQSRecord[],
  work: (record: SQSRecord) => Promise<T>,
  log: (line: string) => void,
): Promise<{ readonly results: readonly T[]; readonly answer: SQSBatchResponse }> {
  const done = await Promise.allSettled(records.map(async (record) => work(record)));
  const results: T[] = [];
  const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
  for (const [at, { messageId }] of records.entries()) {
    const one = done[at];
    if (one?.status === "fulfilled") results.push(one.value);
    else {
      batchItemFailures.push({ itemIdentifier: messageId });
      const error = one?.reason instanceof Error ? `${one.reason.name}: ${one.reason.message}` : "unknown";
      log(JSON.stringify({ level: "error", messageId, error }));
    }
  }
  return { results, answer: { batchItemFailures } };
}
