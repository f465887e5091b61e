import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { readOutboxName } from "@luyue/storage/item";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { SendQueue, SendRequest } from "./send-queue.ts";

/**
 * Follows the table's stream: what has just come into the outbox goes to the queue at once, and what is to wait is left to the
 * sweep. Records that the queue did not take are named, and come again; one that was taken twice is sent once all the same.
 */
export function createStreamHandler(queue: SendQueue, now: () => Instant) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const requests = Records.flatMap((record) => requestOf(record, now()));
    if (requests.length === 0) return { batchItemFailures: [] };
    try {
      await queue.send(requests);
      return { batchItemFailures: [] };
    } catch {
      // Streams go on from the first one that is named: all of them come again.
      const itemIdentifier = Records[0]?.dynamodb?.SequenceNumber ?? "";
      return { batchItemFailures: [{ itemIdentifier }] };
    }
  };
}

function requestOf({ eventName, dynamodb }: DynamoDBRecord, now: Instant): SendRequest[] {
  if (eventName !== "INSERT") return [];
  const { pk, sk, state, wakeAt } = dynamodb?.NewImage ?? {};
  const name = readOutboxName(pk?.S ?? "", sk?.S ?? "");
  if (name === undefined || state?.S !== "pending" || wakeAt?.S === undefined) return [];
  return toEpochMs(wakeAt.S) <= toEpochMs(now) ? [name] : [];
}
