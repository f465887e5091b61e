import { createFiles } from "../infra/files.ts";
import type { Stage } from "../infra/stage.ts";
import { createTable } from "../infra/table.ts";
import { type AlarmTopic, createAlarm } from "../infra/alarm.ts";

export interface DataStack {
  readonly table: sst.aws.Dynamo;
  readonly files: sst.aws.Bucket;
}

/** The table and the files: what outlives everything else. */
export function createData(stage: Stage, origin: $util.Input<string>, alarms: AlarmTopic): DataStack {
  const table = createTable(stage);
  createAlarm("TableThrottles", alarms, {
    description: "数据表限流 the table holds requests back",
    namespace: "AWS/DynamoDB",
    metric: "ThrottledRequests",
    dimensions: { TableName: table.name },
    statistic: "Sum",
    above: 10,
    minutes: 5,
  });
  createAlarm("TableErrors", alarms, {
    description: "数据表自身出错 the table fails by itself",
    namespace: "AWS/DynamoDB",
    metric: "SystemErrors",
    dimensions: { TableName: table.name },
    statistic: "Sum",
    above: 0,
    minutes: 5,
  });
  return { table, files: createFiles(stage, origin) };
}
