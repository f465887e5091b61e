import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build as bundle, type Metafile, type Plugin } from "esbuild";
import { bundleFolder, functionEntries, type FunctionName, functionNames, metafileOf } from "./functions.ts";

/** Of zod's messages in 50 languages two are used. */
const twoLocales: Plugin = {
  name: "two-locales",
  setup: (build) => {
    build.onResolve({ filter: /locales\/index\.js$/ }, ({ importer, resolveDir }) =>
      importer.includes("/zod/")
        ? { path: join(resolveDir, "../locales/index.js"), namespace: "two-locales" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "two-locales" }, ({ path }) => ({
      contents: 'export { default as en } from "./en.js"; export { default as zhCN } from "./zh-CN.js";',
      resolveDir: dirname(path),
    }));
  },
};

/** What is written in CommonJS and asks for a built-in module by `require` needs one in a module. */
const banner =
  "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);";

/** Bundles one function from `root` as it is deployed: what it needs to start in one file, what it seldom needs beside it. */
async function bundleFunction(root: string, name: FunctionName): Promise<Metafile> {
  const outdir = join(root, bundleFolder(name));
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { index: functionEntries[name] },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    mainFields: ["module", "main"],
    minify: true,
    banner: { js: banner },
    plugins: [twoLocales],
    metafile: true,
    logLevel: "error",
  });
  if (name === "api") await copyDocumentation(root, outdir);
  return metafile;
}

/** The page that shows the API's document loads nothing from outside: its two files go along. */
async function copyDocumentation(root: string, outdir: string): Promise<void> {
  const from = dirname(
    createRequire(join(root, "packages/api/package.json")).resolve("swagger-ui-dist/package.json"),
  );
  const to = join(outdir, "node_modules/swagger-ui-dist");
  await mkdir(to, { recursive: true });
  for (const file of ["package.json", "swagger-ui.css", "swagger-ui-bundle.js"]) {
    await cp(join(from, file), join(to, file));
  }
}

/** Bundles all functions, and notes beside each what it is made of. */
export async function bundleAll(root: string): Promise<void> {
  for (const name of functionNames) {
    const metafile = await bundleFunction(root, name);
    await writeFile(join(root, metafileOf(name)), JSON.stringify(metafile));
  }
}
