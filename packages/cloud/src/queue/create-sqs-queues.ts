import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { LinkRequest } from "@luyue/usecases/sign-in";
import type { SendQueue, SendRequest } from "@luyue/worker/handler";

type Sqs = Pick<SQSClient, "send">;

/** The most that one call to the queue takes. */
const batchSize = 10;

/**
 * The queue of what is to be sent. A message's group is its tenant: the queue gives each its share of the senders, however much
 * another has put in. Throws where any was not taken; what was taken along with it is sent once all the same.
 */
export function createSendQueue(sqs: Sqs, url: string): SendQueue {
  const sendBatch = async (requests: readonly SendRequest[]): Promise<void> => {
    const Entries = requests.map((request, at) => ({
      Id: `${at}`,
      MessageBody: JSON.stringify(request),
      MessageGroupId: request.tenantId,
    }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    if (Failed.length > 0) throw new Error(`the queue did not take ${Failed.length} of ${Entries.length}`);
  };
  return {
    send: async (requests) => {
      for (let at = 0; at < requests.length; at += batchSize) {
        await sendBatch(requests.slice(at, at + batchSize));
      }
    },
  };
}

/** Hands a request for a sign-in link on, so that asking takes as long whoever it is for. */
export function createLinkQueue(sqs: Sqs, url: string) {
  return async (request: LinkRequest): Promise<void> => {
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(request) }));
  };
}
