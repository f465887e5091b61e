import { posix } from "node:path";
import { arrows, coreImports, maxLines, pureRooms } from "./arrows.ts";
import { type Facts, readFacts } from "./read-facts.ts";

export interface SourceFile {
  /** From the root of the repository: `packages/<room>/src/…`. */
  readonly path: string;
  readonly text: string;
}

/** The names a package's manifest declares. */
export interface Manifest {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** Every crossed wall, as `path: what`. Nothing to check is a violation of its own. */
export function findViolations(
  files: readonly SourceFile[],
  manifests: Readonly<Record<string, Manifest>>,
): readonly string[] {
  if (files.length === 0) return ["no files to check"];
  return files.flatMap((file) => inspectFile(file, manifests).map((what) => `${file.path}: ${what}`));
}

function inspectFile(file: SourceFile, manifests: Readonly<Record<string, Manifest>>): string[] {
  const room = /^packages\/([^/]+)\/src\//.exec(file.path)?.[1];
  if (room === undefined || arrows[room] === undefined) return ["belongs to no known room"];
  const isTest = /\.test\.tsx?$/.test(file.path);
  const facts = readFacts(file.path, file.text);
  const imports = facts.imports.flatMap((name) =>
    name.startsWith(".")
      ? inspectRelative(file.path, room, name)
      : [...inspectOutside(room, isTest, name), ...inspectRoom(room, isTest, name, manifests[room])],
  );
  return [
    ...imports,
    ...facts.banned,
    ...inspectPurity(room, isTest, facts),
    ...inspectSize(file.text, isTest),
  ];
}

function inspectRelative(path: string, room: string, name: string): string[] {
  const target = posix.join(posix.dirname(path), name);
  return target.startsWith(`packages/${room}/src/`) ? [] : [`reaches out of its package for ${target}`];
}

function inspectOutside(room: string, isTest: boolean, name: string): string[] {
  if (isTest) return [];
  if (name.startsWith("@luyue/")) return [];
  if (room === "core") return coreImports.includes(packageOf(name)) ? [] : [`core imports ${name}`];
  const impure = name.startsWith("node:") || name.startsWith("@aws-sdk/") || name.startsWith("@smithy/");
  return impure && pureRooms.includes(room) ? [`${room} imports ${name}`] : [];
}

function inspectRoom(room: string, isTest: boolean, name: string, manifest: Manifest | undefined): string[] {
  const other = /^@luyue\/([^/]+)/.exec(name)?.[1];
  if (other === undefined) return [];
  const allowed = [room, ...(arrows[room] ?? []), ...(isTest ? ["testing"] : [])];
  const declared = [...(manifest?.dependencies ?? []), ...(isTest ? (manifest?.devDependencies ?? []) : [])];
  return [
    ...(allowed.includes(other) ? [] : [`no arrow from ${room} to ${other}`]),
    ...(other === room || declared.includes(`@luyue/${other}`)
      ? []
      : [`imports the undeclared @luyue/${other}`]),
  ];
}

function inspectPurity(room: string, isTest: boolean, facts: Facts): string[] {
  return room === "core" && !isTest ? facts.impure.map((what) => `core uses ${what}`) : [];
}

function inspectSize(text: string, isTest: boolean): string[] {
  const lines = text.trimEnd().split("\n").length;
  const limit = isTest ? maxLines.test : maxLines.source;
  return lines > limit ? [`${lines} lines, more than ${limit}`] : [];
}

function packageOf(name: string): string {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}
