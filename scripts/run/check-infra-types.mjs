import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * Types of `sst.config.ts`, `infra/` and `stacks/` against SST's real ones, by the project's own strict rules. SST's sources come
 * along and do not keep to these: what is wrong in them is theirs. Answers the exit code.
 */
export function checkInfraTypes() {
  const tsc = join(root, "node_modules/.bin/tsc");
  const { stdout, status, error } = spawnSync(tsc, ["-p", "infra/tsconfig.json", "--pretty", "false"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const errors = stdout.split("\n").filter((line) => /^\S.*error TS\d+/.test(line));
  const own = errors.filter((line) => !line.startsWith(".sst/"));
  for (const line of own) console.error(line);
  // One that fails without naming an error has not checked anything.
  const hasRun = status === 0 || errors.length > 0;
  if (!hasRun) console.error(error?.message ?? stdout);
  return hasRun && own.length === 0 ? 0 : 1;
}
