import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundleFolder, type FunctionName } from "./bundle/functions.ts";
import { type Grant, toPermissions } from "./grants.ts";
import type { Stage } from "./stage.ts";

export interface FunctionOptions {
  readonly description: string;
  readonly memory: `${number} MB`;
  readonly timeout: `${number} seconds`;
  readonly environment?: Readonly<Record<string, $util.Input<string>>>;
  readonly grants: readonly Grant[];
}

const logicalNames: Readonly<Record<FunctionName, string>> = {
  api: "Api",
  sweep: "Sweep",
  "outbox-stream": "OutboxStream",
  sender: "Sender",
  link: "Link",
  bounce: "Bounce",
  watch: "Watch",
};

/**
 * A function from its bundle: its own log group that ends after a while, tracing, and a role that holds exactly what is granted,
 * that only Lambda can take on. Throws Error where the bundle has not been made.
 */
export function createFunction(name: FunctionName, stage: Stage, options: FunctionOptions): sst.aws.Function {
  const bundle = join($cli.paths.root, bundleFolder(name));
  if (!existsSync(bundle)) throw new Error(`no bundle in ${bundleFolder(name)}: npm run -s bundle`);
  const logicalName = logicalNames[name];
  const logs = new aws.cloudwatch.LogGroup(`${logicalName}Logs`, {
    name: `/luyue/${stage.name}/${name}`,
    retentionInDays: stage.logRetentionDays,
  });
  const { grants, environment, ...settings } = options;
  return new sst.aws.Function(logicalName, {
    ...settings,
    handler: "index.handler",
    bundle,
    runtime: "nodejs24.x",
    architecture: "arm64",
    // A bundle is what is deployed: nothing of it runs on a developer's machine in between.
    dev: false,
    environment: { ...environment },
    permissions: toPermissions([...grants, ...ownGrants(logs)]),
    logging: { logGroup: logs.name, format: "json" },
    transform: {
      role: (args) => {
        // The managed policy may write to every log group of the account.
        args.managedPolicyArns = [];
        args.assumeRolePolicy = trustLambda();
      },
      function: (args) => {
        args.tracingConfig = { mode: "Active" };
      },
    },
  });
}

/** What every function may do: write its log, and say how long it took. X-Ray knows nothing narrower than all of it. */
function ownGrants(logs: aws.cloudwatch.LogGroup): readonly Grant[] {
  return [
    {
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [$interpolate`${logs.arn}:log-stream:*`],
    },
    { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] },
  ];
}

function trustLambda(): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
    ],
  });
}
