import { execFile } from "node:child_process";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bundleAll } from "../../infra/bundle/bundle-functions.ts";
import { bundleFolder, functionNames } from "../../infra/bundle/functions.ts";
import { measureBundle, readMetafile } from "../../infra/bundle/measure-bundle.ts";
import { root } from "../infra/synth/places.ts";
import type { Figure } from "./reminders.ts";

const run = promisify(execFile);
const rounds = 9;

/** What a function needs to start at all, whoever wrote it: the libraries of the API alone. */
const bare = [
  'export { Hono } from "hono";',
  'export * as z from "zod";',
  'export { jwtVerify } from "jose";',
  'export { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";',
].join("\n");

/** Every variable that a function asks for as it starts; nothing is called. */
const variables = {
  TABLE_NAME: "luyue",
  TENANT_ROLE: "arn:aws:iam::1:role/tenant",
  BASE_URL: "https://luyue.example",
  VAULT_KEYS: "ab".repeat(32),
  SEND_QUEUE_URL: "https://queue.example",
  LINK_QUEUE_URL: "https://queue.example",
  FILES_BUCKET: "files",
  AUDIENCE: "luyue",
  MAIL_FROM: "a@luyue.example",
  AWS_REGION: "cn-north-1",
};

/** Sizes of the functions' bundles, and how long the import of each takes in a fresh process, beside the libraries alone. */
export async function benchBundles(): Promise<readonly Figure[]> {
  await bundleAll(root);
  const folder = join(root, "dist/bare");
  await mkdir(folder, { recursive: true });
  const floor = await bundleBare(folder);
  const files = new Map(
    functionNames.map((name) => [name as string, join(root, bundleFolder(name), "index.mjs")]),
  );
  files.set("bare", floor.file);
  const times = await importInTurns(files);
  await rm(folder, { recursive: true, force: true });
  const bareMs = times.get("bare") ?? Number.NaN;
  const figures: Figure[] = [];
  for (const name of functionNames) {
    const { start } = await measureBundle(root, await readMetafile(root, name));
    const ms = times.get(name) ?? Number.NaN;
    figures.push(
      {
        what: `${name}: loaded at the start`,
        value: Math.round(start / 1000),
        unit: "KB gzip",
        beside: "hono, zod, jose, DynamoDB alone",
        floor: Math.round(floor.bytes / 1000),
        ratio: start / floor.bytes,
      },
      {
        what: `${name}: import in a fresh process`,
        value: Math.round(ms),
        unit: "ms",
        beside: "the same",
        floor: Math.round(bareMs),
        ratio: ms / bareMs,
      },
    );
  }
  return figures;
}

async function bundleBare(folder: string): Promise<{ readonly file: string; readonly bytes: number }> {
  const file = join(folder, "index.mjs");
  const { outputFiles } = await build({
    stdin: { contents: bare, resolveDir: join(root, "packages/api"), loader: "ts" },
    absWorkingDir: root,
    nodePaths: [join(root, "packages/storage/node_modules")],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    mainFields: ["module", "main"],
    minify: true,
    write: false,
    logLevel: "error",
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error("nothing was bundled");
  await writeFile(file, output.contents);
  return { file, bytes: gzipSync(output.contents, { level: 9 }).length };
}

/** The best of many rounds, each file in turn, so that what else the machine does meets them alike. */
async function importInTurns(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, number>> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, file] of files) {
      await stat(file);
      const script = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(String(performance.now() - t)); process.exit(0);`;
      const env = { ...variables, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
      const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { env });
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, Number(stdout)));
    }
  }
  return best;
}
