/** Where alarms are told. */
export type AlarmTopic = aws.sns.Topic;

export interface AlarmOptions {
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions?: Readonly<Record<string, $util.Input<string>>>;
  /** `p99` and the like, or one of CloudWatch's own. */
  readonly statistic: "Sum" | "Maximum" | "Average" | `p${number}`;
  /** It rings while the metric is above this … */
  readonly above?: number;
  /** … or below this. */
  readonly below?: number;
  /** The length of a period. */
  readonly minutes: number;
  /** So many periods in a row; one without it. */
  readonly periods?: number;
  /** What silence means: that all is well, unless it is the silence that is wrong. */
  readonly silenceRings?: boolean;
}

/** An alarm that tells the topic when it begins and when it is over. */
export function createAlarm(
  name: string,
  topic: AlarmTopic,
  options: AlarmOptions,
): aws.cloudwatch.MetricAlarm {
  const { above, below, statistic, dimensions = {} } = options;
  const threshold = above ?? below;
  if (threshold === undefined) throw new Error(`an alarm without its threshold: ${name}`);
  return new aws.cloudwatch.MetricAlarm(`${name}Alarm`, {
    alarmDescription: options.description,
    namespace: options.namespace,
    metricName: options.metric,
    dimensions: { ...dimensions },
    ...(statistic.startsWith("p") ? { extendedStatistic: statistic } : { statistic }),
    comparisonOperator: above === undefined ? "LessThanThreshold" : "GreaterThanThreshold",
    threshold,
    period: options.minutes * 60,
    evaluationPeriods: options.periods ?? 1,
    treatMissingData: options.silenceRings === true ? "breaching" : "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
}

/** The alarms that every function has: it fails, or it is held back. */
export function watchFunction(name: string, fn: sst.aws.Function, topic: AlarmTopic): void {
  const of = {
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: fn.name },
    statistic: "Sum",
    minutes: 5,
  } as const;
  createAlarm(`${name}Errors`, topic, {
    ...of,
    description: `函数出错 ${name} fails`,
    metric: "Errors",
    above: 0,
    periods: 2,
  });
  createAlarm(`${name}Throttles`, topic, {
    ...of,
    description: `函数被限流 ${name} is held back`,
    metric: "Throttles",
    above: 0,
  });
}
