import { SQSClient } from "@aws-sdk/client-sqs";
import { createSweepHandler } from "@luyue/worker/handler";
import * as z from "zod";
import { readEnvironment } from "../environment/index.ts";
import { openProgram } from "../program/open-program.ts";
import { createSendQueue } from "../queue/index.ts";

const { SEND_QUEUE_URL } = readEnvironment({ SEND_QUEUE_URL: z.url() });
const { platform, runtime } = openProgram();

/** Every minute: what has come due, for all tenants. */
export const handler = createSweepHandler(
  platform,
  runtime,
  createSendQueue(new SQSClient({ maxAttempts: 4 }), SEND_QUEUE_URL),
);
