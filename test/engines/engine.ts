import { missing } from "../infra/synth/places.ts";

/** The engines that the storage suite runs against. */
export type EngineName = "dynoxide" | "dynalite" | "deployed" | "endpoint";

/** What an engine can do; a test that needs more says `it.skipIf(!engine.capabilities.transactions)`. */
export interface EngineCapabilities {
  readonly transactions: boolean;
  readonly streams: boolean;
  /** Accepts a time-to-live attribute; whether and when it removes expired items is not promised by any engine. */
  readonly ttl: boolean;
}

export interface EngineAtHand {
  readonly name: EngineName;
  readonly capabilities: EngineCapabilities;
  /** Why the engine can't run here; absent when it can. */
  readonly missing?: string;
}

const everything: EngineCapabilities = { transactions: true, streams: true, ttl: true };
const nothing: EngineCapabilities = { transactions: false, streams: false, ttl: false };

/** Every engine with its capabilities, known before any is started: `describe.skipIf(engine.missing !== undefined)`. */
export function listEngines(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly EngineAtHand[] {
  const foreign =
    process.platform === "linux" && process.arch === "x64" ? {} : { missing: "built for linux-x64 only" };
  return [
    { name: "dynoxide", capabilities: everything, ...foreign },
    { name: "dynalite", capabilities: nothing },
    // The built-in engine with the table that a deployment lays out, behind the policies that it lays out.
    { name: "deployed", capabilities: everything, ...(missing === undefined ? foreign : { missing }) },
    env["DYNAMODB_ENDPOINT"]
      ? { name: "endpoint", capabilities: everything }
      : { name: "endpoint", capabilities: everything, missing: "DYNAMODB_ENDPOINT is not set" },
  ];
}
