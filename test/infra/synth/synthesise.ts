import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, type PluginBuild } from "esbuild";
import type { Place } from "./mocks.ts";
import type { Synthesis } from "./synthesis.ts";

const run = promisify(execFile);

export interface SynthOptions {
  readonly place: Place;
  /** Settings of the stage, as a deployer's shell has them. */
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the program before it runs, file by file: so that a check can be seen to fail. */
  readonly mutate?: (file: string, source: string) => string;
}

const secrets = {
  SST_SECRET_VaultKeys: "ab".repeat(32),
  SST_SECRET_EdgeKey: "key-of-the-edge-key-of-the-edge",
  SST_SECRET_OperatorIssuer: JSON.stringify({
    url: "https://id.luyue.example",
    jwksUrl: "https://id.luyue.example/jwks",
  }),
  SST_SECRET_SmtpUrl: "smtps://user:password@smtp.luyue.example",
};

let count = 0;

/**
 * Runs `sst.config.ts` with SST's real components, in a process of its own, up to what a deployment would ask the cloud for.
 * Throws Error with what it printed where it fails, also by a promise that nobody waited for.
 */
export async function synthesise(
  root: string,
  { place, env = {}, mutate }: SynthOptions,
): Promise<Synthesis> {
  const platform = join(root, ".sst/platform");
  const out = join(platform, `check-${process.pid}-${(count += 1)}.mjs`);
  await bundleProgram(root, out, place, mutate);
  try {
    const { stdout } = await run(process.execPath, [out], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        ...secrets,
        LUYUE_REGION: place.region,
        // Without pages, whether or not they have been built: who lays them out says so.
        LUYUE_PAGES: "no-pages",
        ...env,
        SYNTH_PLACE: JSON.stringify(place),
      },
    });
    return JSON.parse(stdout) as Synthesis;
  } finally {
    await rm(out, { force: true });
  }
}

/** As SST's command line puts its program together: the configuration, the components, and the globals that they take for granted. */
async function bundleProgram(
  root: string,
  out: string,
  place: Place,
  mutate: SynthOptions["mutate"],
): Promise<void> {
  const platform = join(root, ".sst/platform");
  const production = place.stage === "production";
  const define = {
    $app: {
      name: "luyue",
      stage: place.stage,
      removal: production ? "retain" : "remove",
      protect: production,
      providers: { aws: { region: place.region } },
    },
    $dev: false,
    $cli: {
      command: "deploy",
      rpc: "",
      paths: { home: root, root, work: join(root, ".sst"), platform },
      env: {},
      state: { version: {} },
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, "test/infra/synth/program.ts")],
    outfile: out,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    inject: [join(platform, "src/shim/run.js")],
    define: Object.fromEntries(Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)])),
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url); const __dirname = import.meta.dirname ?? '.';",
    },
    packages: "external",
    alias: {
      "sst-run": join(platform, "src/auto/run.ts"),
      "sst-components": join(platform, "src/components/index.ts"),
      "sst-config": join(root, "sst.config.ts"),
    },
    plugins: mutate === undefined ? [] : [mutation(root, mutate)],
  });
}

function mutation(root: string, mutate: NonNullable<SynthOptions["mutate"]>) {
  return {
    name: "mutation",
    setup: (program: PluginBuild) => {
      program.onLoad({ filter: /\/(?:infra|stacks|table)\/[^/]+\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(root) || path.includes("/node_modules/") || path.includes("/.sst/"))
          return undefined;
        return { contents: mutate(path.slice(root.length + 1), await readFile(path, "utf8")), loader: "ts" };
      });
    },
  };
}
