import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundleFolder, type FunctionName, functionNames } from "../../infra/bundle/functions.ts";
import { measureBundle, readMetafile } from "../../infra/bundle/measure-bundle.ts";
import { missing, root } from "./synth/places.ts";

/** Bytes after gzip that a function may load to start, a little over what it does. */
const most: Readonly<Record<FunctionName, number>> = {
  api: 480_000,
  sweep: 222_000,
  "outbox-stream": 101_000,
  sender: 333_000,
  link: 224_000,
  bounce: 220_000,
  watch: 26_000,
};

describe.skipIf(missing !== undefined)("the bundles of functions", () => {
  it.each(functionNames)("%s starts with no more than it did", async (name) => {
    const { start } = await measureBundle(root, await readMetafile(root, name));
    expect(start).toBeLessThanOrEqual(most[name]);
    expect(start).toBeGreaterThan(most[name] * 0.9);
  });

  it.each(functionNames)("%s has nothing of tests, demos or this machine", async (name) => {
    const { inputs } = await readMetafile(root, name);
    const strange = Object.keys(inputs).filter((path) =>
      /packages\/(?:local|testing)\/|\.test\.|\/fixture\/|aws-sdk-client-mock/.test(path),
    );
    expect(strange).toEqual([]);
    const folder = join(root, bundleFolder(name));
    for (const file of await readdir(folder)) {
      if (file.endsWith(".mjs"))
        expect((await readFile(join(folder, file), "utf8")).includes(root)).toBe(false);
    }
  });

  it("the API's carries the two files of its page", async () => {
    const page = await readdir(join(root, bundleFolder("api"), "node_modules/swagger-ui-dist"));
    expect(page.toSorted()).toEqual(["package.json", "swagger-ui-bundle.js", "swagger-ui.css"]);
  });
});
