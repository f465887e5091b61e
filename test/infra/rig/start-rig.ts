import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { fromEpochMs } from "@luyue/core/civil-date";
import { startEngine } from "@luyue/local/engine";
import { createLocalIssuer, type LocalIssuer } from "@luyue/local/issuer";
import { createPlatform } from "@luyue/storage/platform";
import { createVault } from "@luyue/storage/vault";
import { executeCommand } from "@luyue/usecases/runtime";
import { platformTenant } from "@luyue/usecases/sign-in";
import { createTenant } from "@luyue/usecases/tenant";
import { createRuntime } from "@luyue/worker/runtime";
import type { FunctionName } from "../../../infra/bundle/functions.ts";
import { createGuard, type Guard } from "../iam/guard.ts";
import { type Gateway, startGateway } from "../iam/gateway.ts";
import { type DeployedFunction, readFunctions, readRoles, type Role } from "../iam/principals.ts";
import { readTable, replayTable } from "../iam/recorded-table.ts";
import { account } from "../synth/mocks.ts";
import { places, synthesisOf } from "../synth/places.ts";
import type { Synthesis } from "../synth/synthesis.ts";
import { type HostedFunction, hostFunction } from "./host-function.ts";

/** What was laid out for production, at work on this machine: its table, its functions, behind its policies. */
export interface Rig {
  readonly synthesis: Synthesis;
  readonly roles: ReadonlyMap<string, Role>;
  readonly guard: Guard;
  readonly gateway: Gateway;
  readonly engine: string;
  readonly tableName: string;
  readonly issuer: LocalIssuer;
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  readonly hosted: ReadonlyMap<string, HostedFunction>;
  readonly stop: () => Promise<void>;
}

const { region } = places.production;

export async function startRig(): Promise<Rig> {
  const synthesis = await synthesisOf("production");
  const engine = await startEngine();
  const table = readTable(synthesis);
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await replayTable(client, table, table.inputs.name);
  const roles = readRoles(synthesis);
  const guard = createGuard(roles);
  const gateway = await startGateway({
    guard,
    engine: engine.endpoint,
    tableArn: () => table.arn,
    queues: queuesOf(synthesis),
    bucket: readFunctions(synthesis).get("api")?.environment["FILES_BUCKET"] ?? "",
    sesArn: (kind, name) => `arn:aws:ses:${region}:${account}:${kind}/${name}`,
  });
  const issuers = await startIssuers();
  const functions = readFunctions(synthesis);
  await foundPlatform(client, table.inputs.name, issuers.issuer, functions);
  const hosted = new Map<string, HostedFunction>();
  for (const [name, fn] of functions) {
    hosted.set(
      name,
      await hostFunction(name as FunctionName, variablesOf(fn, guard, gateway, issuers.issuer)),
    );
  }
  return {
    synthesis,
    roles,
    guard,
    gateway,
    engine: engine.endpoint,
    tableName: table.inputs.name,
    issuer: issuers.issuer,
    functions,
    hosted,
    stop: async () => {
      for (const each of hosted.values()) await each.stop();
      client.destroy();
      await gateway.stop();
      await issuers.stop();
      await engine.stop();
    },
  };
}

/** As Lambda sets them: what was laid out, the function's own credentials, and here where AWS is to be found. */
function variablesOf(
  { environment, role }: DeployedFunction,
  guard: Guard,
  { url }: Gateway,
  issuer: LocalIssuer,
): Readonly<Record<string, string>> {
  const accessKeyId = guard.enter(role);
  const operator = { url: issuer.urlOf("operator"), jwksUrl: `${issuer.urlOf("operator")}/jwks.json` };
  return {
    // The queue's client calls its queue by the queue's own address.
    ...Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, atGateway(value, url)])),
    ...("OPERATOR_ISSUER" in environment ? { OPERATOR_ISSUER: JSON.stringify(operator) } : {}),
    ...("AUDIENCE" in environment ? { AUDIENCE: "luyue-api" } : {}),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: accessKeyId,
    AWS_ENDPOINT_URL: url,
  };
}

/** The address of a queue where it is to be found here. */
export function atGateway(value: string, gateway: string): string {
  return value.replace(/^https:\/\/sqs\.[^/]+/, gateway);
}

/** Addresses of queues by the paths of their URLs. */
function queuesOf({ resources }: Synthesis): ReadonlyMap<string, string> {
  const queues = resources.filter(({ type }) => type === "aws:sqs/queue:Queue");
  return new Map(queues.map(({ state }) => [new URL(String(state["url"])).pathname, String(state["arn"])]));
}

async function startIssuers() {
  const server = createServer((request, response) => {
    const [, name = ""] = /^\/issuer\/([^/]+)\/jwks\.json$/.exec(request.url ?? "") ?? [];
    issuer.jwks(name).then(
      (keys) => response.setHeader("content-type", "application/json").end(JSON.stringify(keys)),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = createLocalIssuer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    issuer,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The tenant that the operator's own commands are recorded with: made once, by whoever deploys. */
async function foundPlatform(
  client: DynamoDBClient,
  tableName: string,
  issuer: LocalIssuer,
  functions: ReadonlyMap<string, DeployedFunction>,
): Promise<void> {
  const keys = functions.get("api")?.environment["VAULT_KEYS"] ?? "";
  const now = () => fromEpochMs(Date.now());
  const runtime = createRuntime({
    now,
    vault: createVault([Buffer.from(keys, "hex")]),
    baseUrl: "https://luyue.example",
  });
  const platform = createPlatform({ client, tableName, now });
  const url = issuer.urlOf("platform");
  const input = {
    name: "平台",
    issuer: { url, jwksUrl: `${url}/jwks.json` },
    administrator: { subject: "administrator", name: "管理员", email: "administrator@luyue.example" },
  };
  const actor = { kind: "operator", id: "operator", name: "平台运营" } as const;
  const store = platform.tenant(platformTenant);
  await executeCommand(createTenant, { actor, tenantId: platformTenant, input }, { store, runtime });
}
