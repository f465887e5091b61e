import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { DynamoDBRecord, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { readStream } from "../../faults/read-stream.ts";
import { places } from "../synth/places.ts";
import { atGateway, type Rig } from "./start-rig.ts";

interface Mapping {
  readonly source: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly filters: readonly { readonly pattern: string }[];
}

/** What was laid out of who reads what. */
function readMappings({ synthesis }: Pick<Rig, "synthesis">): readonly Mapping[] {
  return synthesis.resources
    .filter(({ type }) => type === "aws:lambda/eventSourceMapping:EventSourceMapping")
    .map(({ inputs }) => ({
      source: String(inputs["eventSourceArn"]),
      functionName: String(inputs["functionName"]),
      batchSize: Number(inputs["batchSize"]),
      filters: (inputs["filterCriteria"] as { filters: Mapping["filters"] } | undefined)?.filters ?? [],
    }));
}

const functionOf = (rig: Rig, arn: string) => {
  const fn = [...rig.functions.values()].find((each) => each.arn === arn);
  const hosted = fn === undefined ? undefined : rig.hosted.get(fn.name);
  if (fn === undefined || hosted === undefined) throw new Error(`nothing reads for ${arn}`);
  return { fn, hosted };
};

/** Does what Lambda does with queues: hands out batches in the reader's name until nothing is left; gives how many messages. */
export async function pollQueues(rig: Rig): Promise<number> {
  let handled = 0;
  for (const { source, functionName, batchSize } of readMappings(rig)) {
    if (!source.includes(":sqs:")) continue;
    const { fn, hosted } = functionOf(rig, functionName);
    const QueueUrl = urlOf(rig, source);
    const accessKeyId = rig.guard.enter(fn.role);
    const credentials = { accessKeyId, secretAccessKey: "secret", sessionToken: accessKeyId };
    const sqs = new SQSClient({ endpoint: rig.gateway.url, region: places.production.region, credentials });
    await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
    );
    for (;;) {
      const received = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: batchSize }),
      );
      const messages = received.Messages ?? [];
      if (messages.length === 0) break;
      const answer = (await hosted.invoke(sqsEvent(messages, source))) as SQSBatchResponse;
      const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { MessageId, ReceiptHandle } of messages) {
        if (!failed.has(MessageId ?? ""))
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
      handled += messages.length - failed.size;
      if (failed.size > 0) break;
    }
    sqs.destroy();
  }
  return handled;
}

function urlOf({ synthesis, gateway }: Rig, arn: string): string {
  const queue = synthesis.resources.find(({ state }) => state["arn"] === arn && "url" in state);
  return atGateway(String(queue?.state["url"]), gateway.url);
}

interface Message {
  readonly MessageId?: string | undefined;
  readonly ReceiptHandle?: string | undefined;
  readonly Body?: string | undefined;
  readonly Attributes?: Readonly<Record<string, string>> | undefined;
}

/** A batch as Lambda gets it from SQS. */
function sqsEvent(messages: readonly Message[], source: string): SQSEvent {
  return {
    Records: messages.map(({ MessageId = "", ReceiptHandle = "", Body = "", Attributes = {} }) => ({
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: {
        ApproximateReceiveCount: Attributes["ApproximateReceiveCount"] ?? "1",
        SentTimestamp: "1545082649183",
        SenderId: "AIDAIENQZJOLO23YVJ4VO",
        ApproximateFirstReceiveTimestamp: "1545082649185",
        ...("MessageGroupId" in Attributes ? { MessageGroupId: Attributes["MessageGroupId"] } : {}),
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: source,
      awsRegion: places.production.region,
    })),
  };
}

/** Does what Lambda does with the table's stream, from where it was left: reads it in the reader's name and filters it. */
export async function pollStream(rig: Rig, from: number): Promise<number> {
  const mapping = readMappings(rig).find(({ source }) => source.includes("/stream/"));
  if (mapping === undefined) throw new Error("nothing follows the table");
  const { fn, hosted } = functionOf(rig, mapping.functionName);
  const records = await readStream(rig.gateway.url, rig.tableName, rig.guard.enter(fn.role));
  const wanted = records
    .slice(from)
    .filter((record) => mapping.filters.every(({ pattern }) => matches(record, pattern)));
  for (let at = 0; at < wanted.length; at += mapping.batchSize) {
    const answer = await hosted.invoke({ Records: wanted.slice(at, at + mapping.batchSize) });
    if ((answer as SQSBatchResponse).batchItemFailures.length > 0)
      throw new Error("the stream's reader failed");
  }
  return records.length;
}

/** The part of Lambda's filters that is laid out: lists of values and of prefixes. */
function matches(record: DynamoDBRecord, pattern: string): boolean {
  return isWithin(record, JSON.parse(pattern));
}

function isWithin(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return pattern.some((each: unknown) =>
      typeof each === "object" && each !== null && "prefix" in each
        ? typeof value === "string" && value.startsWith(String(each.prefix))
        : each === value,
    );
  }
  if (typeof pattern !== "object" || pattern === null) return false;
  return Object.entries(pattern).every(
    ([key, inner]) => typeof value === "object" && value !== null && isWithin(Reflect.get(value, key), inner),
  );
}
