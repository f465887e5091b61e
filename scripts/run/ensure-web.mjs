import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const web = join(root, "packages/web");
const marker = join(web, "node_modules", ".luyue-built");

/** Builds the pages unless exactly these are built already; answers the exit code. Writes to stderr only. */
export function ensureWeb() {
  const wanted = hashSources();
  if (existsSync(join(web, "dist")) && existsSync(marker) && readFileSync(marker, "utf8") === wanted)
    return 0;
  console.error("正在构建页面… Building the pages…");
  const { status, error } = spawnSync(join(web, "node_modules/.bin/vite"), ["build", "--logLevel", "warn"], {
    cwd: web,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error !== undefined) console.error(error.message);
  if (status === 0) writeFileSync(marker, wanted);
  return status ?? 1;
}

/** What the pages are made of: their own sources, the rules that they share, and the libraries as they are locked. */
function hashSources() {
  const hash = createHash("sha256");
  for (const file of [
    "pnpm-lock.yaml",
    "tsconfig.base.json",
    ...["index.html", "package.json", "tsconfig.json", "vite.config.ts"].map(
      (name) => `packages/web/${name}`,
    ),
    ...listFiles("packages/web/public"),
    ...listFiles("packages/web/src"),
    ...listFiles("packages/core/src"),
  ])
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}
