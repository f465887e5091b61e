import { createAlarm, type AlarmTopic } from "./alarm.ts";
import type { Grant } from "./grants.ts";

export interface QueueOptions {
  /** Longer than its reader's timeout, six times as long as Lambda asks. */
  readonly visibility: `${number} seconds`;
  /** Handed out so often in vain, a message is dead. */
  readonly receives: number;
  /** What it is worth nothing after. */
  readonly keep: `${number} seconds`;
}

export interface QueueWithDeadLetters {
  readonly queue: sst.aws.Queue;
  readonly dead: sst.aws.Queue;
}

const twoWeeks = 14 * 86_400;

/** A queue whose messages end, after some tries, in another that an alarm watches and that keeps them for two weeks. */
export function createQueue(name: string, options: QueueOptions, alarms: AlarmTopic): QueueWithDeadLetters {
  const sealed = { sqsManagedSseEnabled: true };
  const dead = new sst.aws.Queue(`${name}Dead`, {
    transform: { queue: { ...sealed, messageRetentionSeconds: twoWeeks } },
  });
  const queue = new sst.aws.Queue(name, {
    dlq: { queue: dead.arn, retry: options.receives },
    visibilityTimeout: options.visibility,
    transform: { queue: { ...sealed, messageRetentionSeconds: Number.parseInt(options.keep, 10) } },
  });
  createAlarm(`${name}DeadLetters`, alarms, {
    description: `消息多次处理失败 messages of ${name} that nobody could work on`,
    namespace: "AWS/SQS",
    metric: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: dead.nodes.queue.name },
    statistic: "Maximum",
    above: 0,
    minutes: 5,
  });
  return { queue, dead };
}

/** What Lambda does with a queue in the name of its reader. */
export function receiveFrom(queue: sst.aws.Queue): Grant {
  return {
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    resources: [queue.arn],
  };
}
