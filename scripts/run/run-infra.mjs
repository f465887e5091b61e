import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkInfraTypes } from "./check-infra-types.mjs";
import { ensureSst } from "./ensure-sst.mjs";
import { ensureWeb } from "./ensure-web.mjs";
import { root } from "./root.mjs";
import { runSource } from "./run-luyue.mjs";
import { waitForExit } from "./wait-for-exit.mjs";

/** What a deployment rests on, checked without an account; answers the exit code. */
export async function checkInfra() {
  ensureSst();
  console.log("▶ types 类型 infra, stacks, sst.config.ts");
  const code = checkInfraTypes() || ensureWeb() || (await bundleFunctions());
  if (code !== 0) return code;
  return run("vitest", ["run", "test/infra", "test/storage", "packages/cloud", "infra"]);
}

/** Bundles the functions and prints their sizes; answers the exit code. */
export function bundleFunctions() {
  return runSource("infra/bundle/main.ts", []);
}

/** Bundles the functions and deploys a stage; answers the exit code. */
export async function deploy([stage, ...rest]) {
  if (stage === undefined) {
    console.error("用法 Usage: npm run deploy -- STAGE");
    return 2;
  }
  const code = ensureWeb() || (await bundleFunctions());
  return code === 0 ? run("sst", ["deploy", "--stage", stage, ...rest]) : code;
}

function run(tool, args) {
  const bin = join(root, "node_modules/.bin", tool);
  return waitForExit(spawn(bin, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }));
}
