import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { bundleFolder, type FunctionName } from "../../../infra/bundle/functions.ts";
import { root } from "../synth/places.ts";

export interface HostedFunction {
  /** Gives it one event; throws Error with what the function threw. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Sets its clock ahead of the machine's, in milliseconds. */
  readonly setAhead: (ms: number) => void;
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly ready?: true;
  readonly answer?: unknown;
  readonly error?: string;
}

/** Starts a bundled function in a process of its own, with these variables and no others. */
export async function hostFunction(
  name: FunctionName,
  environment: Readonly<Record<string, string>>,
): Promise<HostedFunction> {
  const log: string[] = [];
  const bundle = join(root, bundleFolder(name), "index.mjs");
  const child = fork(join(root, "test/infra/rig/lambda-host.mjs"), [], {
    env: { ...environment, AWS_LAMBDA_FUNCTION_NAME: name, BUNDLE: bundle, TZ: ":UTC" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: [],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => log.push(...chunk.toString().split("\n").filter(Boolean)));
  }
  const waiting = new Map<number, (message: Message) => void>();
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message: Message) => {
      if (message.ready === true) resolve();
      else if (message.id !== undefined) waiting.get(message.id)?.(message);
    });
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}\n${log.join("\n")}`)));
  });
  let count = 0;
  return {
    log,
    setAhead: (setAhead) => child.send({ setAhead }),
    invoke: (event) =>
      new Promise((resolve, reject) => {
        const id = (count += 1);
        waiting.set(id, ({ answer, error }) => {
          waiting.delete(id);
          if (error === undefined) resolve(answer);
          else reject(new Error(error));
        });
        child.send({ id, event });
      }),
    stop: () => stopChild(child),
  };
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else {
      child.removeAllListeners("exit");
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    }
  });
}
