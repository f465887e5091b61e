import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Metafile } from "esbuild";
import { type FunctionName, metafileOf } from "./functions.ts";

/** Bytes after gzip, as the package of a function is stored: what it loads to start, and what it may load later. */
export interface BundleSize {
  readonly start: number;
  readonly later: number;
}

/** What a bundle is made of, as it was noted when it was made. */
export async function readMetafile(root: string, name: FunctionName): Promise<Metafile> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the bundler itself
  return JSON.parse(await readFile(join(root, metafileOf(name)), "utf8")) as Metafile;
}

/** Measures a bundle by its files; what `index.mjs` imports outright is loaded at the start. */
export async function measureBundle(root: string, { outputs }: Metafile): Promise<BundleSize> {
  const entry = Object.keys(outputs).find((file) => file.endsWith("/index.mjs"));
  if (entry === undefined) throw new Error("a bundle without its entry");
  const atStart = new Set<string>();
  const visit = (file: string): void => {
    if (atStart.has(file)) return;
    atStart.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && path in outputs) visit(path);
    }
  };
  visit(entry);
  const size = { start: 0, later: 0 };
  for (const file of Object.keys(outputs)) {
    const bytes = gzipSync(await readFile(join(root, file)), { level: 9 }).length;
    if (atStart.has(file)) size.start += bytes;
    else size.later += bytes;
  }
  return size;
}
