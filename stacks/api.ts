import { accessRoleArn, mayAssume } from "../infra/access.ts";
import { type AlarmTopic, createAlarm, watchFunction } from "../infra/alarm.ts";
import { createFunction } from "../infra/function.ts";
import type { Grant } from "../infra/grants.ts";
import type { MailExit } from "../infra/mail.ts";
import { createQueue, receiveFrom } from "../infra/queue.ts";
import type { Stage } from "../infra/stage.ts";
import type { DataStack } from "./data.ts";
import type { Secrets } from "./secrets.ts";

export interface ApiStack {
  readonly api: sst.aws.Function;
  readonly link: sst.aws.Function;
}

export interface ApiOptions {
  readonly gateway: sst.aws.ApiGatewayV2;
  readonly data: DataStack;
  readonly secrets: Secrets;
  readonly mail: MailExit;
  readonly baseUrl: $util.Input<string>;
  /** Whether a distribution stands before it: then nothing may come around that. */
  readonly hasEdge: boolean;
  readonly alarms: AlarmTopic;
}

/** The HTTP API and what it hands on: sign-in links. */
export function createApi(stage: Stage, options: ApiOptions): ApiStack {
  const { gateway, data, secrets, mail, baseUrl, alarms } = options;
  const links = createQueue("Links", { visibility: "180 seconds", receives: 3, keep: "900 seconds" }, alarms);
  const shared = {
    TABLE_NAME: data.table.name,
    TENANT_ROLE: accessRoleArn("tenant", stage),
    BASE_URL: baseUrl,
    VAULT_KEYS: secrets.vaultKeys,
  };
  const api = createFunction("api", stage, {
    description: "机构、供应商、运营方接口 the HTTP API",
    memory: "1024 MB",
    timeout: "29 seconds",
    environment: {
      ...shared,
      VENDOR_ROLE: accessRoleArn("vendor", stage),
      REGISTRAR_ROLE: accessRoleArn("registrar", stage),
      FILES_BUCKET: data.files.name,
      LINK_QUEUE_URL: links.queue.url,
      AUDIENCE: "luyue",
      OPERATOR_ISSUER: secrets.operatorIssuer,
      ...(options.hasEdge ? { EDGE_KEY: secrets.edgeKey } : {}),
    },
    grants: [
      ...signInGrants(data),
      mayAssume("tenant", stage),
      mayAssume("vendor", stage),
      mayAssume("registrar", stage),
      { actions: ["sqs:SendMessage"], resources: [links.queue.arn] },
    ],
  });
  const link = createFunction("link", stage, {
    description: "发送登录链接 mails sign-in links",
    memory: "512 MB",
    timeout: "30 seconds",
    environment: { ...shared, ...mail.environment },
    grants: [...seatGrants(data), mayAssume("tenant", stage), ...mail.grants, receiveFrom(links.queue)],
  });
  links.queue.subscribe(link.arn, { batch: { size: 5, partialResponses: true } });
  watchFunction("Api", api, alarms);
  watchFunction("Link", link, alarms);
  gateway.route("$default", api.arn);
  return { api, link };
}

/** Whose a sign-in is, is asked before it is known which tenant's: these keys are of none. */
function signInGrants({ table }: DataStack): readonly Grant[] {
  return [
    {
      actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
      resources: [table.arn],
      leadingKeys: ["E#*", "K#*", "S#*", "N#*"],
    },
    { actions: ["dynamodb:GetItem"], resources: [table.arn], leadingKeys: ["ISSUER#*", "P#*"] },
    {
      actions: ["dynamodb:Query"],
      resources: [$interpolate`${table.arn}/index/byOwner`],
      leadingKeys: ["E#*", "S#*"],
    },
  ];
}

/** Where a mail address belongs to somebody. */
function seatGrants({ table }: DataStack): readonly Grant[] {
  return [
    {
      actions: ["dynamodb:Query"],
      resources: [$interpolate`${table.arn}/index/byOwner`],
      leadingKeys: ["E#*"],
    },
    { actions: ["dynamodb:GetItem"], resources: [table.arn], leadingKeys: ["P#*"] },
  ];
}

/** The HTTP API of API Gateway, before there is anything behind it: its address is what functions are told. */
export function createGateway(stage: Stage, alarms: AlarmTopic, hasEdge: boolean): sst.aws.ApiGatewayV2 {
  const { domain, certificate } = stage;
  const gateway = new sst.aws.ApiGatewayV2("Gateway", {
    // Pages come from the same origin; machines send no Origin.
    cors: false,
    accessLog: {
      retention: ({ 7: "1 week", 30: "1 month", 180: "6 months" } as const)[stage.logRetentionDays],
    },
    ...(domain === undefined || hasEdge
      ? {}
      : { domain: certificate === undefined ? domain : { name: domain, dns: false, cert: certificate } }),
    transform: {
      stage: (args) => {
        args.defaultRouteSettings = {
          throttlingBurstLimit: 400,
          throttlingRateLimit: 200,
          detailedMetricsEnabled: true,
        };
      },
    },
  });
  const of = {
    namespace: "AWS/ApiGateway",
    dimensions: { ApiId: gateway.nodes.api.id },
    minutes: 5,
  } as const;
  createAlarm("Api5xx", alarms, {
    ...of,
    description: "接口 5xx the API answers that it failed",
    metric: "5xx",
    statistic: "Sum",
    above: 5,
  });
  createAlarm("ApiLatency", alarms, {
    ...of,
    description: "接口过慢 one request in a hundred takes longer than 3 s",
    metric: "Latency",
    statistic: "p99",
    above: 3_000,
    periods: 3,
  });
  return gateway;
}
