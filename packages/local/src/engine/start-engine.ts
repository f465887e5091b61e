import type { ChildProcess } from "node:child_process";
import { resolve as resolvePath } from "node:path";
import type { DomainError } from "@luyue/core/error";
import { claimFolder, dataFile, recordHolder, releaseFolder } from "./claim-folder.ts";
import { engineError } from "./engine-error.ts";
import { findBinary } from "./find-binary.ts";
import { findFreePort } from "./find-free-port.ts";
import { type Launch, launch } from "./launch.ts";
import { stopProcess } from "./stop-process.ts";

export interface EngineOptions {
  /** Folder of the data, made when missing; without it the data lives in memory and ends with the engine. */
  readonly dir?: string;
  /** Loopback port; without it a free one is taken. */
  readonly port?: number;
}

export interface Engine {
  /** `http://127.0.0.1:<port>`, for the DynamoDB client; any region and credentials do. */
  readonly endpoint: string;
  readonly pid: number;
  /** Settles when the engine has ended: nothing after `stop`, else the error that says how it ended. Never rejects. */
  readonly exited: Promise<DomainError | undefined>;
  /** Ends the engine and waits for it; may be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built-in DynamoDB-compatible engine as a child process and waits until it answers.
 * @throws DomainError `unavailable` with what to do: no engine for the platform, port taken, folder in use, failed start
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const binary = findBinary();
  const dir = options.dir === undefined ? undefined : resolvePath(options.dir);
  if (dir !== undefined) await claimFolder(dir);
  const { port, result } = await launchOnPort(binary, options.port, dir);
  const { pid } = result.child;
  if (pid === undefined) throw startFailed(result.output());
  if (dir !== undefined) await recordHolder(dir, pid);
  return superviseEngine(result, `http://127.0.0.1:${port}`, pid, dir);
}

type Running = Extract<Launch, { state: "answers" }>;

async function launchOnPort(
  binary: string,
  wanted: number | undefined,
  dir: string | undefined,
): Promise<{ port: number; result: Running }> {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await findFreePort());
    const result = await launch(binary, port, dir === undefined ? undefined : dataFile(dir));
    if (result.state === "answers") return { port, result };
    if (result.state === "failed") throw startFailed(result.output);
    if (wanted !== undefined || attempt === 5) {
      throw engineError(
        `端口 ${port} 已被其他程序占用。请停止该程序，或换一个端口。`,
        `Port ${port} is in use by another program. Stop that program, or choose another port.`,
      );
    }
  }
}

function startFailed(output: string): DomainError {
  const words = output === "" ? "-" : output;
  return engineError(
    `内置数据库引擎启动失败：${words}`,
    `The built-in database engine did not start: ${words}`,
  );
}

function superviseEngine(running: Running, endpoint: string, pid: number, dir: string | undefined): Engine {
  const { child, output } = running;
  let stopping = false;
  const endWithParent = (): void => {
    child.kill("SIGTERM");
  };
  process.once("exit", endWithParent);
  const exited = waitForEnd(child).then((how) => {
    process.removeListener("exit", endWithParent);
    if (stopping) return undefined;
    return engineError(
      `内置数据库引擎意外退出（${how}）。${output()}`,
      `The built-in database engine ended unexpectedly (${how}). ${output()}`,
    );
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    await stopProcess(child);
    await exited;
    if (dir !== undefined) await releaseFolder(dir);
  };
  return { endpoint, pid, exited, stop };
}

function waitForEnd(child: ChildProcess): Promise<string> {
  const describe = (code: number | null, signal: NodeJS.Signals | null): string =>
    signal ?? `exit code ${code}`;
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(describe(child.exitCode, child.signalCode));
  }
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(describe(code, signal)));
  });
}
