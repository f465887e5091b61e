import { languageSchema } from "@luyue/core/text";
import type { LinkRequest } from "@luyue/usecases/sign-in";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { writeLine } from "./report-metrics.ts";
import { workBatch } from "./work-batch.ts";

const requestSchema = z.object({
  address: z.string().min(1).max(320),
  secret: z.string().min(1).max(100),
  language: languageSchema,
});

/** Mails the sign-in links that were asked for. */
export function createLinkHandler(
  sendLink: (request: LinkRequest) => Promise<void>,
  log: (line: string) => void = writeLine,
) {
  const sendOne = async ({ body }: SQSRecord): Promise<void> =>
    sendLink(requestSchema.parse(JSON.parse(body)));
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> =>
    (await workBatch(Records, sendOne, log)).answer;
}
