import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Manifest, SourceFile } from "./find-violations.ts";

const root = join(import.meta.dirname, "..", "..");

/** The folders in `packages/`. */
export function listRooms(): readonly string[] {
  return readdirSync(join(root, "packages"));
}

/** Every TypeScript file of every package, read from disk. */
export function readSources(): readonly SourceFile[] {
  return listRooms().flatMap((room) => {
    const folder = join("packages", room, "src");
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .map((path) => ({ path: path.split(sep).join("/"), text: readFileSync(join(root, path), "utf8") }));
  });
}

/** What every package declares. */
export function readManifests(): Readonly<Record<string, Manifest>> {
  return Object.fromEntries(listRooms().map((room) => [room, readManifest(room)]));
}

function readManifest(room: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8"));
  return {
    dependencies: [...namesIn(manifest, "dependencies"), ...namesIn(manifest, "optionalDependencies")],
    devDependencies: namesIn(manifest, "devDependencies"),
  };
}

function namesIn(manifest: unknown, field: string): readonly string[] {
  if (typeof manifest !== "object" || manifest === null) return [];
  const value = new Map<string, unknown>(Object.entries(manifest)).get(field);
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
