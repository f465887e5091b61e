// Entry of every npm script: `luyue <args…>` runs the command line, `check [vitest args…]` runs every check,
// `bench [names…]` measures, `infra-check` lays out what would be deployed, `bundle` and `deploy STAGE` bring it there.
import { requireNode } from "./run/require-node.mjs";

requireNode(process.versions.node);

const [task, ...args] = process.argv.slice(2);
const { ensureInstalled } = await import("./run/ensure-installed.mjs");

if (task === "luyue") {
  ensureInstalled();
  const { runLuyue } = await import("./run/run-luyue.mjs");
  process.exitCode = await runLuyue(args);
} else if (task === "check") {
  ensureInstalled();
  const { runChecks } = await import("./run/run-checks.mjs");
  process.exitCode = await runChecks(args);
} else if (task === "bench") {
  ensureInstalled();
  const { runSource } = await import("./run/run-luyue.mjs");
  process.exitCode = await runSource("test/bench/main.ts", args);
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
  const tasks = "luyue <args…> | check [vitest args…] | bench [names…] | infra-check | bundle | deploy STAGE";
  console.error(`用法 Usage: node scripts/run.mjs ${tasks}`);
  process.exitCode = 2;
}
