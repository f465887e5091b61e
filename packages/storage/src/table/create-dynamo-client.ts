import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

export interface DynamoClientOptions {
  /** An engine other than AWS itself; it takes any credentials, so none have to be configured. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Whose the calls are; the program's own without them. */
  readonly credentials?: NonNullable<DynamoDBClientConfig["credentials"]>;
  /** Whose connections to use along; its own without it. */
  readonly along?: DynamoDBClient;
}

/** A client that gives up on a silent connection instead of waiting a function's whole time, and retries with jitter. */
export function createDynamoClient(options: DynamoClientOptions = {}): DynamoDBClient {
  const { endpoint, region, credentials, along } = options;
  const client = new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: along?.config.requestHandler ?? {
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint, region: region ?? "local", ...localCredentials(endpoint) }),
    ...(region === undefined ? {} : { region }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  // It copies every answer for a log line that nobody takes.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

function localCredentials(endpoint: string) {
  if (/\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname)) return {};
  return { credentials: { accessKeyId: "local", secretAccessKey: "local" } };
}
