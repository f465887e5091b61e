import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DomainError } from "@luyue/core/error";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { findFreePort } from "./find-free-port.ts";
import { type Engine, type EngineOptions, startEngine } from "./index.ts";

const started: Engine[] = [];

async function start(options: EngineOptions = {}): Promise<Engine> {
  const engine = await startEngine(options);
  started.push(engine);
  return engine;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((engine) => engine.stop()));
});

async function makeFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "luyue-engine-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

function connect(endpoint: string): DynamoDBClient {
  const client = new DynamoDBClient({
    endpoint,
    region: "cn-north-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
}

async function writeNote(endpoint: string, text: string): Promise<void> {
  const client = connect(endpoint);
  await client.send(
    new CreateTableCommand({
      TableName: "notes",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    }),
  );
  await client.send(new PutItemCommand({ TableName: "notes", Item: { pk: { S: "n" }, text: { S: text } } }));
}

async function readNote(endpoint: string): Promise<string | undefined> {
  const answer = await connect(endpoint).send(
    new GetItemCommand({ TableName: "notes", Key: { pk: { S: "n" } }, ConsistentRead: true }),
  );
  return answer.Item?.["text"]?.S;
}

async function refusalOf(attempt: Promise<unknown>): Promise<DomainError> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
}

// An orphan that has ended stays in the process table where nobody collects it; it has no command line then.
function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, "utf8") !== "";
}

describe("startEngine", () => {
  it("answers on a free loopback port, and is gone after stop", async () => {
    const engine = await start();
    expect(engine.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await writeNote(engine.endpoint, "履约");
    expect(await readNote(engine.endpoint)).toBe("履约");
    await engine.stop();
    await engine.stop();
    expect(await engine.exited).toBeUndefined();
    expect(isAlive(engine.pid)).toBe(false);
  });

  it("runs several at once, each with its own data", async () => {
    const engines = await Promise.all([start(), start(), start()]);
    expect(new Set(engines.map((engine) => engine.endpoint)).size).toBe(3);
    for (const [n, engine] of engines.entries()) await writeNote(engine.endpoint, String(n));
    expect(await Promise.all(engines.map((engine) => readNote(engine.endpoint)))).toEqual(["0", "1", "2"]);
  });

  it("keeps the data of its folder over a stop and over a kill", async () => {
    const dir = join(await makeFolder(), "new", "folder");
    const first = await start({ dir });
    await writeNote(first.endpoint, "kept");
    await first.stop();
    expect(existsSync(join(dir, "engine.pid"))).toBe(false);
    const second = await start({ dir });
    expect(await readNote(second.endpoint)).toBe("kept");
    process.kill(second.pid, "SIGKILL");
    await second.exited;
    const third = await start({ dir });
    expect(await readNote(third.endpoint)).toBe("kept");
  });

  it("reports an unexpected end", async () => {
    const engine = await start();
    process.kill(engine.pid, "SIGKILL");
    const error = await engine.exited;
    expect(error?.code).toBe("unavailable");
    expect(error?.reason.zh).toContain("意外退出（SIGKILL）");
    expect(error?.reason.en).toContain("ended unexpectedly (SIGKILL)");
  });
});

describe("startEngine refuses", () => {
  it("a port that is taken", async () => {
    const port = await findFreePort();
    await start({ port });
    const error = await refusalOf(start({ port }));
    expect(error.reason.zh).toContain(`端口 ${port} 已被其他程序占用`);
    expect(error.reason.en).toContain(`Port ${port} is in use`);
  });

  it("a folder that a running program uses", async () => {
    const dir = await makeFolder();
    const engine = await start({ dir });
    const error = await refusalOf(start({ dir }));
    expect(error.reason.en).toContain(`in use by another program (process ${process.pid})`);
    await engine.stop();
    await start({ dir });
  });

  it("a data file that is none, with the engine's own words", async () => {
    const dir = await makeFolder();
    await writeFile(join(dir, "luyue.db"), "this is a letter, not a database\n".repeat(50));
    const error = await refusalOf(start({ dir }));
    expect(error.reason.en).toMatch(/did not start: .*not a valid SQLite database/);
  });
});

describe("an engine whose program has died", () => {
  it("is stopped by the next start on its folder", async () => {
    const dir = await makeFolder();
    const source = `import { startEngine } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      console.log((await startEngine({ dir: ${JSON.stringify(dir)} })).pid);`;
    const program = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(program.stdout, "data")) as [Buffer];
    const orphan = Number(line.toString("utf8"));
    program.kill("SIGKILL");
    await once(program, "exit");
    expect(isAlive(orphan)).toBe(true);
    const engine = await start({ dir });
    expect(engine.pid).not.toBe(orphan);
    expect(isAlive(orphan)).toBe(false);
    expect(await readFile(join(dir, "engine.pid"), "utf8")).toBe(`${engine.pid} ${process.pid}\n`);
  });
});
