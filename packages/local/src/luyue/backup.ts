import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { claimFolder } from "../engine/index.ts";
import { isMissing, isThere } from "./is-there.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

const manifestName = "luyue-backup.json";
/** Whoever holds the folder is of the moment. */
const leftOut: readonly string[] = ["engine/engine.pid"];

const manifestSchema = z.strictObject({
  format: z.literal("luyue-backup"),
  version: z.literal(1),
  at: z.string(),
  files: z.array(z.strictObject({ path: z.string().min(1), bytes: z.int(), sha256: z.string() })),
});
type Manifest = z.infer<typeof manifestSchema>;

/** `backup OUT [--data DIR]`: a copy of a data folder that nobody is at work in, with the digest of each file. */
export async function runBackup(args: readonly string[]): Promise<number> {
  const { dir, other: out } = readArgs(args, "OUT");
  if (!(await isThere(dir))) throw wrong(`没有数据目录 ${dir}`, `there is no data folder ${dir}`);
  await demandStopped(dir);
  if (await isThere(out)) throw wrong(`${out} 已存在`, `${out} is there already`);
  const part = `${out}.part`;
  await rm(part, { recursive: true, force: true });
  const paths = (await listFiles(dir)).filter((path) => !leftOut.includes(path));
  const files: Manifest["files"] = [];
  for (const path of paths) {
    await copyTo(join(dir, path), join(part, path));
    files.push({ path, ...(await digestOf(join(part, path))) });
  }
  const manifest: Manifest = { format: "luyue-backup", version: 1, at: new Date().toISOString(), files };
  await writeFile(join(part, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
  await rename(part, out);
  process.stdout.write(`✔ ${files.length} 个文件已备份到 files copied to ${out}\n`);
  return 0;
}

/** `restore FROM [--data DIR]`: brings a copy back into an empty folder, once every file of it has been found as it was. */
export async function runRestore(args: readonly string[]): Promise<number> {
  const { dir, other: from } = readArgs(args, "FROM");
  await demandStopped(dir);
  const files = await verifyBackup(from);
  const held = (await listFiles(dir)).filter((path) => !leftOut.includes(path));
  if (held.length > 0) throw wrong(`${dir} 不是空目录`, `${dir} is not empty`);
  const part = `${dir}.part`;
  await rm(part, { recursive: true, force: true });
  for (const path of files) await copyTo(join(from, path), join(part, path));
  await rm(dir, { recursive: true, force: true });
  await rename(part, dir);
  process.stdout.write(`✔ ${files.length} 个文件已恢复到 files brought back to ${dir}\n`);
  return 0;
}

/** The paths of a copy. Throws `invalid` that names the first file that is missing, changed, or too much. */
async function verifyBackup(from: string): Promise<readonly string[]> {
  const { files } = await readManifest(from);
  const listed = new Set(files.map(({ path }) => path));
  for (const path of await listFiles(from)) {
    if (path !== manifestName && !listed.has(path))
      throw wrong(`多出文件 ${path}`, `${path} is no part of it`);
  }
  for (const { path, bytes, sha256 } of files) {
    const place = resolve(from, path);
    if (!place.startsWith(resolve(from) + sep)) throw wrong(`路径越界 ${path}`, `${path} leads out of it`);
    const found = await digestOf(place).catch(() => undefined);
    if (found === undefined) throw wrong(`缺少文件 ${path}`, `${path} is missing`);
    if (found.bytes !== bytes || found.sha256 !== sha256)
      throw wrong(`文件已被改动 ${path}`, `${path} was changed`);
  }
  return [...listed];
}

async function readManifest(from: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(from, manifestName), "utf8")));
  } catch {
    throw wrong(`${from} 不是备份`, `${from} is no backup`);
  }
}

/** Nobody is at work in the folder: a copy of files that change is none. Throws `unavailable` otherwise. */
async function demandStopped(dir: string): Promise<void> {
  const engine = join(dir, "engine");
  if (await isThere(engine)) await claimFolder(engine);
}

function readArgs(args: readonly string[], what: string) {
  const { values, positionals } = readOptions(args, {
    allowPositionals: true,
    options: { data: { type: "string" } },
  });
  const [other] = positionals;
  if (other === undefined) throw new UsageError(`请给出 ${what} / give ${what}`);
  return { dir: resolve(values.data ?? ".data"), other: resolve(other) };
}

async function listFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

/** With the rights that it had: keys stay their owner's alone. */
async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
}

async function digestOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest("hex") };
}

function wrong(zh: string, en: string): DomainError {
  return new DomainError("invalid", { zh, en });
}
