import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";
import { waitForExit } from "./wait-for-exit.mjs";

/** Runs the command line. */
export function runLuyue(args) {
  return runSource("packages/local/src/luyue/main.ts", args);
}

/** Runs a TypeScript source in the caller's own folder; answers its exit code. */
export function runSource(file, args) {
  const tsx = pathToFileURL(createRequire(join(root, "package.json")).resolve("tsx")).href;
  const main = join(root, file);
  const child = spawn(process.execPath, ["--import", tsx, main, ...args], {
    cwd: findCallerFolder(),
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
    stdio: "inherit",
  });
  return waitForExit(child);
}

// npm changes into the repository first and names the folder it was called from in INIT_CWD.
function findCallerFolder() {
  const throughNpm = process.env.npm_lifecycle_event !== undefined && process.cwd() === root;
  return (throughNpm && process.env.INIT_CWD) || process.cwd();
}
