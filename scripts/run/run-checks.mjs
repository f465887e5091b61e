import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkInfraTypes } from "./check-infra-types.mjs";
import { ensureSst } from "./ensure-sst.mjs";
import { ensureWeb } from "./ensure-web.mjs";
import { root } from "./root.mjs";
import { bundleFunctions } from "./run-infra.mjs";
import { waitForExit } from "./wait-for-exit.mjs";

const steps = [
  ["format 格式", "biome", ["format", "."]],
  ["lint 规则", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["unused 闲置", "knip", ["--no-progress"]],
];
const programs = ["tsconfig.json", "packages/core/tsconfig.json", "packages/web/tsconfig.json"];

/** Runs every check in order and stops at the first that fails; answers the exit code. The tests print the last line. */
export async function runChecks(vitestArgs) {
  // What is deployed is written against SST's own types: lint and types look them up.
  ensureSst();
  for (const [name, tool, args] of steps) {
    console.log(`▶ ${name}: ${[tool, ...args].join(" ")}`);
    const code = await runTool(tool, args);
    console.log(code === 0 ? `✔ ${name}` : `✘ ${name} (exit ${code})`);
    if (code !== 0) return code;
  }
  // Each takes one core.
  console.log(`▶ types 类型: ${programs.join(", ")}`);
  const codes = await Promise.all(programs.map((program) => runTool("tsc", ["-p", program])));
  for (const [at, program] of programs.entries())
    console.log(codes[at] === 0 ? `✔ ${program}` : `✘ ${program}`);
  const failed = codes.find((each) => each !== 0);
  if (failed !== undefined) return failed;
  const code = checkInfraTypes();
  console.log(code === 0 ? "✔ types 类型 infra" : "✘ types 类型 infra");
  if (code !== 0) return code;
  const built = ensureWeb() || (await bundleFunctions());
  if (built !== 0) return built;
  console.log("▶ tests 测试: vitest run");
  return runTool("vitest", ["run", ...vitestArgs]);
}

function runTool(tool, args) {
  const bin = join(root, "node_modules", ".bin", tool);
  return waitForExit(spawn(bin, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }));
}
