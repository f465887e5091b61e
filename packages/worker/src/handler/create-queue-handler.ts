import { toEpochMs } from "@luyue/core/civil-date";
import { type Delivery, sendOutbox, type SendResult } from "@luyue/usecases/reminder";
import type { Platform, Runtime } from "@luyue/usecases/runtime";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { reportMetrics, writeLine } from "./report-metrics.ts";
import { workBatch } from "./work-batch.ts";

const requestSchema = z.object({
  tenantId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  contractId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  key: z.string().min(1).max(500),
});

/**
 * Sends what stands in the queue. A message that fails is named and comes again, the others are done; one that nobody can read
 * ends among the dead letters and keeps nobody waiting. A message that comes twice finds its entry claimed or sent.
 */
export function createQueueHandler(
  platform: Pick<Platform, "tenant">,
  runtime: Runtime,
  delivery: Delivery,
  log: (line: string) => void = writeLine,
) {
  const sendOne = async ({ body }: SQSRecord): Promise<SendResult> => {
    const { tenantId, contractId, key } = requestSchema.parse(JSON.parse(body));
    return sendOutbox(key, contractId, platform.tenant(tenantId), delivery, runtime);
  };
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const { results, answer } = await workBatch(Records, sendOne, log);
    const count = (of: SendResult) => results.filter((one) => one === of).length;
    const values = { Delivered: count("delivered"), Retried: count("retry"), DeadLetters: count("failed") };
    log(reportMetrics(values, toEpochMs(runtime.now())));
    return answer;
  };
}
