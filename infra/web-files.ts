import { readdirSync } from "node:fs";
import { extname, join, relative } from "node:path";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

export interface WebFile {
  readonly key: string;
  readonly path: string;
  readonly contentType: string;
  /** What carries a hash in its name never changes; the rest is asked for anew each time. */
  readonly cacheControl: string;
}

/** The files of the built pages. Throws Error for a kind of file that they have no business with. */
export function listWebFiles(folder: string): readonly WebFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const key = relative(folder, path).split("\\").join("/");
      const contentType = contentTypes[extname(path)];
      if (contentType === undefined) throw new Error(`an unknown kind of file among the pages: ${key}`);
      const isHashed = key.startsWith("assets/");
      const cacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
      return { key, path, contentType, cacheControl };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
