import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** SST's own sources and types, which `sst install` writes from the npm registry: no account, no credentials. */
export function ensureSst() {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/sst/package.json"), "utf8"));
  const platform = join(root, ".sst/platform");
  const isThere =
    existsSync(join(platform, "node_modules/@pulumi/aws")) &&
    readFileSync(join(platform, "version"), "utf8").trim().endsWith(version);
  if (isThere) return;
  console.log("▶ sst install");
  const { status } = spawnSync(join(root, "node_modules/.bin/sst"), ["install", "--stage", "check"], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      SST_SKIP_DEPENDENCY_CHECK: "1",
      SST_NO_BUN: "1",
      SST_TELEMETRY_DISABLED: "1",
    },
  });
  if (status !== 0) throw new Error(`sst install: ${status}`);
}
