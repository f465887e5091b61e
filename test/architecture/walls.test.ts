import { describe, expect, it } from "vitest";
import { arrows } from "./arrows.ts";
import { findViolations, type Manifest } from "./find-violations.ts";
import { listRooms, readManifests, readSources } from "./read-sources.ts";

describe("the rooms", () => {
  const files = readSources();

  it("are found on disk", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.some(({ path }) => path.startsWith("packages/core/src/"))).toBe(true);
    expect(listRooms().filter((room) => arrows[room] === undefined)).toEqual([]);
  });

  it("keep their walls", () => {
    expect(findViolations(files, readManifests())).toEqual([]);
  });
});

const everyRoom = Object.keys(arrows).map((room) => `@luyue/${room}`);
const manifests: Record<string, Manifest> = Object.fromEntries(
  Object.keys(arrows).map((room) => [room, { dependencies: everyRoom, devDependencies: [] }]),
);

function inspect(path: string, text: string): readonly string[] {
  const full = `packages/${path}`;
  return findViolations([{ path: full, text }], manifests).map((found) => found.replace(`${full}: `, ""));
}

describe("a clean file", () => {
  it.each([
    [
      "core/src/money/add.ts",
      'import * as z from "zod";\nimport { Decimal } from "decimal.js";\nimport { a } from "./a.ts";',
    ],
    [
      "core/src/money/add.ts",
      'import { a } from "../text/index.ts"; const on = new Date(0); event.process; x.crypto();',
    ],
    [
      "core/src/money/add.test.ts",
      'import fc from "fast-check"; import { readFileSync } from "node:fs"; Date.now();',
    ],
    ["usecases/src/tranche/pay.ts", 'import { x } from "@luyue/core/money";'],
    ["usecases/src/tranche/pay.test.ts", 'import { build } from "@luyue/testing/contract";'],
    [
      "storage/src/table/put.ts",
      'import type { Store } from "@luyue/usecases/store"; import "@aws-sdk/client-dynamodb";',
    ],
    [
      "local/src/demo/run.ts",
      'import { contracts } from "@luyue/testing/contract"; import { app } from "@luyue/api/app";',
    ],
    [
      "api/src/app/app.ts",
      'const text = "export * as any"; // export default\nexport { a } from "./a.ts"; process.env;',
    ],
  ])("%s passes: %s", (path, text) => {
    expect(inspect(path, text)).toEqual([]);
  });
});

describe("a planted violation", () => {
  it.each([
    ["core/src/a/a.ts", 'import { readFileSync } from "node:fs";', "core imports node:fs"],
    [
      "core/src/a/a.ts",
      'export { x } from "@aws-sdk/client-dynamodb";',
      "core imports @aws-sdk/client-dynamodb",
    ],
    ["core/src/a/a.ts", 'import { Hono } from "hono";', "core imports hono"],
    ["core/src/a/a.ts", 'const x = await import("zod-extra");', "core imports zod-extra"],
    ["core/src/a/a.ts", 'import { x } from "@luyue/usecases/x";', "no arrow from core to usecases"],
    ["core/src/a/a.test.ts", 'import { x } from "@luyue/storage/x";', "no arrow from core to storage"],
    [
      "core/src/a/a.ts",
      'import { x } from "../../../storage/src/x.ts";',
      "reaches out of its package for packages/storage/src/x.ts",
    ],
    ["core/src/a/a.ts", "const at = Date.now();", "core uses Date.now"],
    ["core/src/a/a.ts", "const at = new Date();", "core uses new Date()"],
    ["core/src/a/a.ts", "const id = Math.random();", "core uses Math.random"],
    ["core/src/a/a.ts", "const zone = process.env.TZ;", "core uses process"],
    ["core/src/a/a.ts", "const id = globalThis.crypto;", "core uses crypto"],
    ["core/src/a/a.ts", "const now = Temporal.Now.instant();", "core uses Temporal.Now"],
    ["usecases/src/a/a.ts", 'import { randomUUID } from "node:crypto";', "usecases imports node:crypto"],
    [
      "usecases/src/a/a.ts",
      'type C = import("@aws-sdk/client-s3").S3;',
      "usecases imports @aws-sdk/client-s3",
    ],
    [
      "usecases/src/a/a.ts",
      'import type { T } from "@luyue/storage/table";',
      "no arrow from usecases to storage",
    ],
    ["storage/src/a/a.ts", 'import { x } from "@luyue/notify/email";', "no arrow from storage to notify"],
    ["notify/src/a/a.ts", 'import { x } from "@luyue/usecases/x";', "no arrow from notify to usecases"],
    ["api/src/a/a.ts", 'import { x } from "@luyue/worker/x";', "no arrow from api to worker"],
    ["api/src/a/a.ts", 'import { x } from "@luyue/testing/x";', "no arrow from api to testing"],
    ["worker/src/a/a.tsx", 'import { x } from "@luyue/api/x";', "no arrow from worker to api"],
    ["testing/src/a/a.ts", 'import { x } from "@luyue/usecases/x";', "no arrow from testing to usecases"],
    ["local/src/a/a.ts", 'export * from "./b.ts";', "export *"],
    ["local/src/a/a.ts", 'export * as b from "./b.ts";', "export *"],
    ["local/src/a/a.ts", "export default 1;", "export default"],
    ["local/src/a/a.ts", "export default function run() {}", "export default"],
    ["local/src/a/a.ts", "const a = 1; export { a as default };", "export default"],
    ["local/src/a/a.ts", "const a = b as any;", "as any"],
    ["local/src/a/a.ts", "//\n".repeat(301), "301 lines, more than 300"],
    ["local/src/a/a.test.ts", "//\n".repeat(401), "401 lines, more than 400"],
    ["common/src/a/a.ts", "", "belongs to no known room"],
  ])("in %s is seen: %s", (path, text, found) => {
    expect(inspect(path, text)).toEqual([found]);
  });

  it("is seen when the manifest does not declare the room, or only for tests", () => {
    const file = (path: string) => ({ path, text: 'import { x } from "@luyue/core/x";' });
    const only = { notify: { dependencies: [], devDependencies: ["@luyue/core"] } };
    expect(findViolations([file("packages/notify/src/a.ts")], only)).toEqual([
      "packages/notify/src/a.ts: imports the undeclared @luyue/core",
    ]);
    expect(findViolations([file("packages/notify/src/a.test.ts")], only)).toEqual([]);
  });

  it("is seen in nothing at all", () => {
    expect(findViolations([], manifests)).toEqual(["no files to check"]);
  });
});
