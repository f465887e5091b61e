import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const marker = join(root, "node_modules", ".luyue-installed");

/** Installs the locked dependencies unless exactly these are installed already. Writes to stderr only. */
export function ensureInstalled() {
  const wanted = hashManifests();
  if (readInstalled() === wanted) return;
  console.error("正在安装依赖… Installing dependencies…");
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { status, error } = spawnSync("npx", ["-y", packageManager, "install", "--frozen-lockfile"], {
    cwd: root,
    // `npm run -s` would silence the reasons of a failure too.
    env: { ...process.env, CI: "true", npm_config_loglevel: "warn" },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(`依赖安装失败，请检查网络与 npm 源设置后重试。${error ? error.message : ""}`);
    console.error(
      "The dependencies could not be installed. Check the network and the npm registry, then try again.",
    );
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}

function readInstalled() {
  return existsSync(marker) ? readFileSync(marker, "utf8") : undefined;
}

function hashManifests() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}\n`);
  for (const file of listManifests()) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function listManifests() {
  const packages = readdirSync(join(root, "packages")).toSorted();
  return ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", "test/package.json"]
    .concat(packages.map((name) => `packages/${name}/package.json`))
    .filter((file) => existsSync(join(root, file)));
}
