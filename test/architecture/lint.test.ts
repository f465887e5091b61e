import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const save = "declare function save(): Promise<void>;\n";

const plants: readonly (readonly [path: string, text: string, rule: string])[] = [
  ["packages/worker/src/a/bare.ts", `${save}export function run(): void { save(); }`, "no-floating-promises"],
  [
    "packages/worker/src/a/void.ts",
    `${save}export function run(): void { void save(); }`,
    "no-floating-promises",
  ],
  [
    "packages/worker/src/a/map.ts",
    `${save}export function run(): void { [1].map(() => save()); }`,
    "no-floating-promises",
  ],
  [
    "packages/worker/src/a/each.ts",
    `${save}[1].forEach(async () => { await save(); });`,
    "no-misused-promises",
  ],
  ["packages/worker/src/a/test.ts", `${save}export const n = save() ? 1 : 2;`, "no-misused-promises"],
  ["packages/worker/src/a/any.ts", "export const n: any = 1;", "no-explicit-any"],
  ["packages/worker/src/a/default.ts", "export default 1;", "no-default-export"],
  ["packages/core/src/a/node.ts", 'export { readFileSync } from "node:fs";', "no-restricted-imports"],
  ["packages/core/src/a/aws.ts", 'import "@aws-sdk/client-s3";', "no-restricted-imports"],
  ["packages/core/src/a/env.ts", "export const zone: unknown = process;", "no-restricted-globals"],
  ["packages/usecases/src/a/table.ts", 'import "@luyue/storage/table";', "no-restricted-imports"],
];
const clean = [
  "packages/worker/src/a/clean.ts",
  `${save}export async function run(): Promise<void> { await save(); }`,
] as const;

let report: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "luyue-lint-"));
  await copyFile(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  await copyFile(join(root, "tsconfig.base.json"), join(folder, "tsconfig.json"));
  for (const [path, text] of [...plants, clean]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${text}\n`);
  }
  report = await runLinter(folder);
  await rm(folder, { recursive: true });
});

function runLinter(folder: string): Promise<string> {
  const args = ["--type-aware", "--deny-warnings", "--format", "unix"];
  return new Promise((resolve, reject) => {
    execFile(join(root, "node_modules/.bin/oxlint"), args, { cwd: folder }, (error, stdout, stderr) => {
      // It finds faults, so it ends with an error of its own; one that says nothing has not run.
      if (stdout.trim() === "") reject(new Error(`the linter found nothing: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

it.each(plants)("the linter sees what is wrong in %s", (path, _text, rule) => {
  const found = report.split("\n").filter((line) => line.startsWith(path));
  expect(found.join("\n")).toContain(`(${rule})`);
});

it("the linter leaves a clean file alone", () => {
  expect(report).not.toContain(clean[0]);
});
