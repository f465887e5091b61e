// Entry of every npm script: `luyue <args…>` runs the command line, `check [vitest args…]` runs every check,
// `bench [names…]` measures.
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
} else {
  console.error("用法 Usage: node scripts/run.mjs luyue <args…> | check [vitest args…] | bench [names…]");
  process.exitCode = 2;
}
