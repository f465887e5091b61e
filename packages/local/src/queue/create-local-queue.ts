import type { createQueueHandler, SendQueue, SendRequest } from "@luyue/worker/handler";

type QueueHandler = ReturnType<typeof createQueueHandler>;
type QueueRecord = Parameters<QueueHandler>[0]["Records"][number];

export interface LocalQueueOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A message that was handed out and not done with is handed out again after this. */
  readonly visibilityMs: number;
  /** Handed out so often in vain, a message is dead. */
  readonly mostReceives: number;
}

interface Held {
  readonly id: string;
  readonly group: string;
  readonly body: string;
  receives: number;
  visibleAt: number;
}

export interface LocalQueue extends SendQueue {
  /** A message as it stands in the queue, whatever is in it. */
  readonly put: (group: string, body: string) => void;
  /** Hands out at most ten messages, one group's after another's; how many there were. */
  readonly receive: (handler: QueueHandler) => Promise<number>;
  readonly dead: () => readonly string[];
  /** Puts the dead letters back. */
  readonly redrive: () => void;
}

const batchSize = 10;

/**
 * A queue on one machine that keeps to what SQS promises, and to no more: at least once, in any order, hidden while somebody
 * works on a message, dead letters, and a fair share for each group.
 */
export function createLocalQueue({ now, visibilityMs, mostReceives }: LocalQueueOptions): LocalQueue {
  const held = new Map<string, Held>();
  const dead: Held[] = [];
  let count = 0;
  const put = (group: string, body: string) => {
    count += 1;
    const id = `msg-${count}`;
    held.set(id, { id, group, body, receives: 0, visibleAt: 0 });
  };
  const take = (): Held[] => {
    const at = now();
    const visible = [...held.values()].filter(({ visibleAt }) => visibleAt <= at);
    const taken = roundRobin(visible).slice(0, batchSize);
    for (const message of taken) {
      message.receives += 1;
      message.visibleAt = at + visibilityMs;
    }
    return taken;
  };
  const settle = (taken: readonly Held[], failed: ReadonlySet<string>) => {
    for (const message of taken) {
      if (failed.has(message.id) && message.receives < mostReceives) continue;
      held.delete(message.id);
      if (failed.has(message.id)) dead.push(message);
    }
  };
  return {
    put,
    send: async (requests: readonly SendRequest[]) => {
      for (const request of requests) put(request.tenantId, JSON.stringify(request));
    },
    receive: async (handler) => {
      const taken = take();
      if (taken.length === 0) return 0;
      try {
        const { batchItemFailures } = await handler({ Records: taken.map(recordOf) });
        settle(taken, new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)));
      } catch {
        // A handler that is gone has said nothing: all of it comes again.
        settle(taken, new Set(taken.map(({ id }) => id)));
      }
      return taken.length;
    },
    dead: () => dead.map(({ body }) => body),
    redrive: () => {
      for (const { group, body } of dead.splice(0)) put(group, body);
    },
  };
}

function roundRobin(messages: readonly Held[]): Held[] {
  const turns = new Map<string, number>();
  const placed = messages.map((message) => {
    const turn = turns.get(message.group) ?? 0;
    turns.set(message.group, turn + 1);
    return { message, turn };
  });
  return placed.toSorted((a, b) => a.turn - b.turn).map(({ message }) => message);
}

function recordOf({ id, group, body, receives }: Held): QueueRecord {
  return {
    messageId: id,
    receiptHandle: `${id}-${receives}`,
    body,
    attributes: {
      ApproximateReceiveCount: `${receives}`,
      SentTimestamp: "0",
      SenderId: "local",
      ApproximateFirstReceiveTimestamp: "0",
      MessageGroupId: group,
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "local",
    awsRegion: "local",
  };
}
