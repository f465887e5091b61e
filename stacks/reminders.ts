import { metricNamespace } from "../packages/worker/src/handler/report-metrics.ts";
import { accessRoleArn, mayAssume } from "../infra/access.ts";
import { type AlarmTopic, createAlarm, watchFunction } from "../infra/alarm.ts";
import { createFunction } from "../infra/function.ts";
import type { Grant } from "../infra/grants.ts";
import type { MailExit } from "../infra/mail.ts";
import { createQueue, receiveFrom } from "../infra/queue.ts";
import { createSchedule } from "../infra/schedule.ts";
import type { Stage } from "../infra/stage.ts";
import type { DataStack } from "./data.ts";
import type { Secrets } from "./secrets.ts";

export interface RemindersStack {
  /** Those that work for tenants. */
  readonly tenants: readonly sst.aws.Function[];
}

export interface RemindersOptions {
  readonly data: DataStack;
  readonly secrets: Secrets;
  readonly mail: MailExit;
  readonly baseUrl: $util.Input<string>;
  readonly alarms: AlarmTopic;
}

/** What has come due → outbox → queue → mail, webhook and robot; and what comes back. */
export function createReminders(stage: Stage, options: RemindersOptions): RemindersStack {
  const { data, secrets, mail, baseUrl, alarms } = options;
  const messages = createQueue(
    "Messages",
    { visibility: "720 seconds", receives: 5, keep: "345600 seconds" },
    alarms,
  );
  const environment = {
    TABLE_NAME: data.table.name,
    TENANT_ROLE: accessRoleArn("tenant", stage),
    BASE_URL: baseUrl,
    VAULT_KEYS: secrets.vaultKeys,
  };
  const toQueue: Grant = { actions: ["sqs:SendMessage"], resources: [messages.queue.arn] };
  const sweep = createFunction("sweep", stage, {
    description: "按时清点到期事项 works on what has come due",
    memory: "1024 MB",
    timeout: "900 seconds",
    environment: { ...environment, SEND_QUEUE_URL: messages.queue.url },
    grants: [...sweepGrants(data), mayAssume("tenant", stage), toQueue],
  });
  // Also what catches up: a sweep that was missed, for a minute or for days, is made up for by the next.
  createSchedule("SweepEveryMinute", "rate(1 minute)", sweep);
  const sender = createFunction("sender", stage, {
    description: "发送提醒与通知 sends by mail, webhook and robot",
    memory: "512 MB",
    timeout: "120 seconds",
    environment: { ...environment, ...mail.environment },
    grants: [mayAssume("tenant", stage), ...mail.grants, receiveFrom(messages.queue)],
  });
  messages.queue.subscribe(sender.arn, { batch: { size: 10, partialResponses: true } });
  followOutbox(stage, { data, queueUrl: messages.queue.url, toQueue, alarms });
  const watch = createFunction("watch", stage, {
    description: "每日检查节假日安排 looks daily how far the calendar reaches",
    memory: "128 MB",
    timeout: "30 seconds",
    grants: [],
  });
  // Ten past two in the night of Beijing.
  createSchedule("WatchEveryDay", "cron(10 18 * * ? *)", watch);
  watchFunction("Sweep", sweep, alarms);
  watchFunction("Sender", sender, alarms);
  watchFunction("Watch", watch, alarms);
  watchReminders(sweep, alarms);
  return { tenants: [sweep, sender, ...noteBounces(stage, environment, mail, alarms)] };
}

/** The wake-ups of all tenants, keys only, and how far they have been worked through: no other function reads them. */
function sweepGrants({ table }: DataStack): readonly Grant[] {
  return [
    {
      actions: ["dynamodb:Query"],
      resources: [$interpolate`${table.arn}/index/wake`],
      leadingKeys: ["W#*"],
    },
    { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], resources: [table.arn], leadingKeys: ["SWEEP"] },
  ];
}

interface FollowOptions {
  readonly data: DataStack;
  readonly queueUrl: $util.Input<string>;
  readonly toQueue: Grant;
  readonly alarms: AlarmTopic;
}

/** What has just come into the outbox goes to the queue. What is lost here is found by the sweep, so nothing waits for it long. */
function followOutbox(stage: Stage, { data, queueUrl, toQueue, alarms }: FollowOptions): void {
  const { table } = data.table.nodes;
  const stream = createFunction("outbox-stream", stage, {
    description: "将新消息送入队列 hands new messages to the queue",
    memory: "256 MB",
    timeout: "30 seconds",
    environment: { SEND_QUEUE_URL: queueUrl },
    grants: [
      toQueue,
      {
        actions: [
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams",
        ],
        resources: [table.apply(({ streamArn }) => streamArn)],
      },
    ],
  });
  data.table.subscribe("Outbox", stream.arn, {
    filters: [{ eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: [{ prefix: "OUT#" }] } } } }],
    transform: {
      eventSourceMapping: (args) => {
        args.batchSize = 100;
        args.functionResponseTypes = ["ReportBatchItemFailures"];
        args.bisectBatchOnFunctionError = true;
        args.maximumRetryAttempts = 3;
        args.maximumRecordAgeInSeconds = 3_600;
      },
    },
  });
  watchFunction("OutboxStream", stream, alarms);
  createAlarm("StreamAge", alarms, {
    description: "消息流积压 the table's stream is read late",
    namespace: "AWS/Lambda",
    metric: "IteratorAge",
    dimensions: { FunctionName: stream.name },
    statistic: "Maximum",
    above: 300_000,
    minutes: 5,
  });
}

function noteBounces(
  stage: Stage,
  environment: Readonly<Record<string, $util.Input<string>>>,
  { bounces }: MailExit,
  alarms: AlarmTopic,
): readonly sst.aws.Function[] {
  if (bounces === undefined) return [];
  const bounce = createFunction("bounce", stage, {
    description: "登记退信与投诉 notes bounces and complaints",
    memory: "256 MB",
    timeout: "30 seconds",
    environment,
    grants: [mayAssume("tenant", stage)],
  });
  bounces.subscribe("Bounce", bounce.arn);
  watchFunction("Bounce", bounce, alarms);
  return [bounce];
}

/** What people would notice first: that reminders come late, or not at all, or are given up. */
function watchReminders(sweep: sst.aws.Function, alarms: AlarmTopic): void {
  createAlarm("ReminderLag", alarms, {
    description: "提醒滞后超过十分钟 reminders are more than ten minutes late",
    namespace: metricNamespace,
    metric: "ReminderLag",
    statistic: "Maximum",
    above: 600_000,
    minutes: 5,
    periods: 3,
  });
  createAlarm("SweepSilent", alarms, {
    description: "提醒任务未运行 no sweep has run",
    namespace: "AWS/Lambda",
    metric: "Invocations",
    dimensions: { FunctionName: sweep.name },
    statistic: "Sum",
    below: 1,
    minutes: 5,
    periods: 2,
    silenceRings: true,
  });
  createAlarm("GivenUp", alarms, {
    description: "有消息最终未送达 messages were given up after three days",
    namespace: metricNamespace,
    metric: "DeadLetters",
    statistic: "Sum",
    above: 0,
    minutes: 60,
  });
  createAlarm("CalendarEnds", alarms, {
    description: "下一年度节假日安排尚未录入 the next year's arrangement of holidays is not loaded",
    namespace: metricNamespace,
    metric: "CalendarDaysLeft",
    statistic: "Maximum",
    below: 21,
    minutes: 1_440,
  });
}
