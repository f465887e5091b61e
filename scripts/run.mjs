// Entry of every npm script: `luyue <args…>` runs the command line, `check [vitest args…]` runs every check,
// `bench [names…]` measures, `build` makes the pages, `infra-check` lays out what would be deployed, `bundle` and `deploy STAGE`
// bring it there, `screenshots FOLDER` takes a picture of every page.
import { requireNode } from "./run/require-node.mjs";

requireNode(process.versions.node);

const [task, ...args] = process.argv.slice(2);
const { ensureInstalled } = await import("./run/ensure-installed.mjs");

if (task === "luyue") {
  ensureInstalled();
  // Whoever starts without a built page would see none.
  const { ensureWeb } = await import("./run/ensure-web.mjs");
  const built = args[0] === "start" ? ensureWeb() : 0;
  const { runLuyue } = await import("./run/run-luyue.mjs");
  process.exitCode = built === 0 ? await runLuyue(args) : built;
} else if (task === "check") {
  ensureInstalled();
  const { runChecks } = await import("./run/run-checks.mjs");
  process.exitCode = await runChecks(args);
} else if (task === "bench") {
  ensureInstalled();
  const { runSource } = await import("./run/run-luyue.mjs");
  process.exitCode = await runSource("test/bench/main.ts", args);
} else if (task === "build") {
  ensureInstalled();
  const { ensureWeb } = await import("./run/ensure-web.mjs");
  process.exitCode = ensureWeb();
} else if (task === "screenshots") {
  ensureInstalled();
  const { ensureWeb } = await import("./run/ensure-web.mjs");
  const built = ensureWeb();
  const { runSource } = await import("./run/run-luyue.mjs");
  process.exitCode = built === 0 ? await runSource("test/browser/screenshots/main.ts", args) : built;
} else if (task === "infra-check") {
  ensureInstalled();
  const { checkInfra } = await import("./run/run-infra.mjs");
  process.exitCode = await checkInfra();
} else if (task === "bundle") {
  ensureInstalled();
  const { bundleFunctions } = await import("./run/run-infra.mjs");
  process.exitCode = await bundleFunctions();
} else if (task === "deploy") {
  ensureInstalled();
  const { deploy } = await import("./run/run-infra.mjs");
  process.exitCode = await deploy(args);
} else {
  const tasks = "luyue <args…> | check [vitest args…] | bench [names…] | build | screenshots FOLDER";
  console.error(`用法 Usage: node scripts/run.mjs ${tasks} | infra-check | bundle | deploy STAGE`);
  process.exitCode = 2;
}
