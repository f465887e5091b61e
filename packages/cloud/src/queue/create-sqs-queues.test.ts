import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, it } from "vitest";
import { createSendQueue } from "./create-sqs-queues.ts";

const sqs = new SQSClient({ region: "cn-north-1" });
const sent = mockClient(sqs);
const queue = createSendQueue(sqs, "https://queue");
const requests = Array.from({ length: 25 }, (_, index) => ({
  tenantId: `ten_${index % 3}`,
  contractId: "c",
  key: `${index}`,
}));

beforeEach(() => sent.reset());

it("takes ten at a time, each in the group of its tenant", async () => {
  sent.on(SendMessageBatchCommand).resolves({});
  await queue.send(requests);
  const batches = sent.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
  expect(batches.map((entries) => entries.length)).toEqual([10, 10, 5]);
  const entries = batches.flat();
  expect(entries.map(({ MessageBody = "" }) => JSON.parse(MessageBody) as unknown)).toEqual(requests);
  expect(entries.map(({ MessageGroupId }) => MessageGroupId)).toEqual(
    requests.map(({ tenantId }) => tenantId),
  );
});

it("says where some were not taken, so that they come again", async () => {
  sent
    .on(SendMessageBatchCommand)
    .resolves({ Failed: [{ Id: "0", Code: "InternalError", SenderFault: false }], Successful: [] });
  await expect(queue.send(requests.slice(0, 3))).rejects.toThrow("did not take 1 of 3");
});
