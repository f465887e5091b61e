import { SQSClient } from "@aws-sdk/client-sqs";
import { fromEpochMs } from "@luyue/core/civil-date";
import { createStreamHandler } from "@luyue/worker/handler";
import * as z from "zod";
import { readEnvironment } from "../environment/index.ts";
import { createSendQueue } from "../queue/index.ts";

const { SEND_QUEUE_URL } = readEnvironment({ SEND_QUEUE_URL: z.url() });

/** By the table's stream: what has just come into the outbox goes to the queue. */
export const handler = createStreamHandler(
  createSendQueue(new SQSClient({ maxAttempts: 4 }), SEND_QUEUE_URL),
  () => fromEpochMs(Date.now()),
);
