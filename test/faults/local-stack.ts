import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tsx = pathToFileURL(createRequire(join(root, "package.json")).resolve("tsx")).href;

/** A local stack in a process of its own, as `npm start` runs it. */
export interface RunningStack {
  readonly url: string;
  /** Ends the program and its engine as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks the program to end, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly output: () => string;
}

export async function startLocal(
  dir: string,
  port: number,
  ...args: readonly string[]
): Promise<RunningStack> {
  const main = join(root, "packages/local/src/luyue/main.ts");
  const child = spawn(
    process.execPath,
    ["--import", tsx, main, "start", "--data", dir, "--port", String(port), ...args],
    {
      cwd: root,
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
    },
  );
  let output = "";
  const keep = (text: string) => (output += text);
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await waitFor(
    () => output.includes("Ctrl-C"),
    child,
    () => output,
  );
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    async kill() {
      const holder = await readFile(join(dir, "engine", "engine.pid"), "utf8");
      const engine = Number(holder.split(" ")[0]);
      child.kill("SIGKILL");
      if (engine > 0) process.kill(engine, "SIGKILL");
      await ended;
    },
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function waitFor(done: () => boolean, child: ChildProcess, output: () => string): Promise<void> {
  while (!done()) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the stack ended: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Calls the stack's API as somebody; throws where it does not answer at all. */
export function createCaller(url: string) {
  const tokens = new Map<string, string>();
  const tokenOf = async (issuer: string, subject: string): Promise<string> => {
    const known = tokens.get(`${issuer} ${subject}`);
    if (known !== undefined) return known;
    const response = await fetch(`${url}/issuer/${issuer}/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ subject }),
    });
    const { token } = (await response.json()) as { token: string }; // the demo issuer's own answer
    tokens.set(`${issuer} ${subject}`, token);
    return token;
  };
  return async (
    issuer: string,
    subject: string,
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(issuer, subject)}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === "" ? undefined : JSON.parse(text)) as Record<string, never>,
      headers: response.headers,
    }; // each test reads what it asserts
  };
}
export type Caller = ReturnType<typeof createCaller>;
