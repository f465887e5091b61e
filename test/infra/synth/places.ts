import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { functionNames, metafileOf } from "../../../infra/bundle/functions.ts";
import type { Place } from "./mocks.ts";
import { synthesise } from "./synthesise.ts";
import type { Synthesis } from "./synthesis.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** Why nothing can be laid out here; absent where it can. */
export const missing = [
  join(root, ".sst/platform/node_modules/@pulumi/pulumi"),
  ...functionNames.map((name) => join(root, metafileOf(name))),
].every((path) => existsSync(path))
  ? undefined
  : "SST's platform or the bundles are not there: npm run -s infra:check";

export const places = {
  personal: { stage: "anna", region: "ap-southeast-1", partition: "aws" },
  production: { stage: "production", region: "ap-southeast-1", partition: "aws" },
  china: { stage: "production", region: "cn-north-1", partition: "aws-cn" },
} as const satisfies Record<string, Place>;
export type PlaceName = keyof typeof places;

/** What a deployer's shell would have set. */
export const settings: Readonly<Record<PlaceName, Readonly<Record<string, string>>>> = {
  personal: {},
  production: {
    LUYUE_DOMAIN: "luyue.example",
    LUYUE_ALARMS_TO: "operations@luyue.example",
    LUYUE_FIREWALL: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/luyue/1",
  },
  china: {
    LUYUE_DOMAIN: "luyue.example",
    LUYUE_CERTIFICATE: "ASCA1234567890",
    LUYUE_ALARMS_TO: "operations@luyue.example",
  },
};

const known = new Map<PlaceName, Promise<Synthesis>>();

/** A stage as it would be deployed there, laid out once. */
export function synthesisOf(name: PlaceName): Promise<Synthesis> {
  const found = known.get(name) ?? synthesise(root, { place: places[name], env: settings[name] });
  known.set(name, found);
  return found;
}
