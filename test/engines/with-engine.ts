import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { startEngine } from "@luyue/local/engine";
import { type EngineCapabilities, type EngineName, listEngines } from "./engine.ts";
import { startDynalite } from "./start-dynalite.ts";

export interface RunningEngine {
  readonly name: EngineName;
  /** For `new DynamoDBClient(config)`. */
  readonly config: DynamoDBClientConfig;
  readonly capabilities: EngineCapabilities;
  readonly stop: () => Promise<void>;
}

const region = "cn-north-1";
const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/**
 * Starts an engine of the storage suite with empty data; `endpoint` is taken as it is found and never emptied.
 * @throws Error when the engine is not at hand
 */
export async function withEngine(name: EngineName): Promise<RunningEngine> {
  const engine = listEngines().find((each) => each.name === name);
  if (engine === undefined || engine.missing !== undefined) {
    throw new Error(`${name} is not at hand: ${engine?.missing ?? "unknown engine"}`);
  }
  const { endpoint, stop } = await starters[name]();
  return { name, config: configFor(endpoint), capabilities: engine.capabilities, stop };
}

interface Started {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const starters: Record<EngineName, () => Promise<Started>> = {
  dynoxide: () => startEngine(),
  dynalite: startDynalite,
  deployed: () => startEngine(),
  endpoint: () =>
    Promise.resolve({ endpoint: process.env["DYNAMODB_ENDPOINT"] ?? "", stop: () => Promise.resolve() }),
};

// AWS itself wants the caller's own region and credentials; an emulator takes any.
function configFor(endpoint: string): DynamoDBClientConfig {
  if (/\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname)) return { endpoint };
  return { endpoint, region, credentials };
}
