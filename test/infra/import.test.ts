import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { root } from "./synth/places.ts";

/** Without SST's globals anything that is made when a module is imported would throw. */
const modules = ["infra", "stacks"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join(folder, file)),
);

it.each(modules)("%s creates nothing when it is imported", async (module) => {
  expect(["sst", "aws", "$util"].filter((name) => name in globalThis)).toEqual([]);
  await expect(import(pathToFileURL(join(root, module)).href)).resolves.toBeDefined();
});

it("there are modules to look at", () => {
  expect(modules.length).toBeGreaterThan(15);
});
