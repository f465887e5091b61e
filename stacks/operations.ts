import type { AlarmTopic } from "../infra/alarm.ts";
import { metricNamespace } from "../packages/worker/src/handler/report-metrics.ts";
import type { Stage } from "../infra/stage.ts";
import type { DataStack } from "./data.ts";

/** Where alarms go, and the one on spending. */
export function createAlarms(stage: Stage): AlarmTopic {
  const topic = new aws.sns.Topic("Alarms", { displayName: `Luyue ${stage.name}` });
  if (stage.alarmsTo !== undefined) {
    new aws.sns.TopicSubscription("AlarmsByMail", {
      topic: topic.arn,
      protocol: "email",
      endpoint: stage.alarmsTo,
    });
  }
  watchSpending(stage, topic);
  return topic;
}

/** In China there are no budgets: the bill's own metric, in yuan, stands in for them in cn-north-1. */
function watchSpending(stage: Stage, topic: AlarmTopic): void {
  if (stage.kind === "personal") return;
  if (stage.partition === "aws-cn") {
    new aws.cloudwatch.MetricAlarm("SpendingAlarm", {
      alarmDescription: "当月费用超出预算 the month's bill is above the budget",
      namespace: "AWS/Billing",
      metricName: "EstimatedCharges",
      dimensions: { Currency: "CNY" },
      statistic: "Maximum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: stage.monthlyBudget,
      period: 21_600,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [topic.arn],
    });
    return;
  }
  if (stage.alarmsTo === undefined) return;
  new aws.budgets.Budget("Spending", {
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: `${stage.monthlyBudget}`,
    limitUnit: "USD",
    notifications: [
      {
        comparisonOperator: "GREATER_THAN",
        threshold: 80,
        thresholdType: "PERCENTAGE",
        notificationType: "FORECASTED",
        subscriberEmailAddresses: [stage.alarmsTo],
      },
    ],
  });
}

export interface DashboardOptions {
  readonly data: DataStack;
  readonly gateway: sst.aws.ApiGatewayV2;
}

/** One page that says whether all is well: requests, latency, reminders, the table. */
export function createDashboard(stage: Stage, { data, gateway }: DashboardOptions): void {
  const { region } = stage;
  new aws.cloudwatch.Dashboard("Dashboard", {
    dashboardName: `luyue-${stage.name}`,
    dashboardBody: $util
      .all([gateway.nodes.api.id, data.table.name])
      .apply(([apiId, tableName]) => JSON.stringify({ widgets: widgetsOf(region, apiId, tableName) })),
  });
}

type Metric = readonly (string | { readonly stat: string })[];

function widgetsOf(region: string, apiId: string, tableName: string) {
  const ofApi = (name: string, stat: string): Metric => ["AWS/ApiGateway", name, "ApiId", apiId, { stat }];
  const ofTable = (name: string): Metric => ["AWS/DynamoDB", name, "TableName", tableName, { stat: "Sum" }];
  const own = (name: string, stat: string): Metric => [metricNamespace, name, { stat }];
  const charts: readonly { readonly title: string; readonly metrics: readonly Metric[] }[] = [
    { title: "请求 Requests", metrics: [ofApi("Count", "Sum"), ofApi("4xx", "Sum"), ofApi("5xx", "Sum")] },
    { title: "耗时 Latency (ms)", metrics: [ofApi("Latency", "p50"), ofApi("Latency", "p99")] },
    { title: "提醒滞后 Reminder lag (ms)", metrics: [own("ReminderLag", "Maximum")] },
    {
      title: "提醒 Reminders",
      metrics: ["Reminders", "Delivered", "Retried", "DeadLetters"].map((name) => own(name, "Sum")),
    },
    {
      title: "数据表 Table (units)",
      metrics: [ofTable("ConsumedReadCapacityUnits"), ofTable("ConsumedWriteCapacityUnits")],
    },
    { title: "限流 Throttles", metrics: [ofTable("ThrottledRequests")] },
  ];
  return charts.map(({ title, metrics }, at) => ({
    type: "metric",
    x: (at % 2) * 12,
    y: Math.floor(at / 2) * 6,
    width: 12,
    height: 6,
    properties: { title, region, view: "timeSeries", period: 300, metrics },
  }));
}
