import { type ChildProcess, spawn } from "node:child_process";
import { stopProcess } from "./stop-process.ts";

const startLimitMs = 10_000;

/** What became of a start: the engine answers, its port was taken by somebody, or it failed, with its own words. */
export type Launch =
  | { readonly state: "answers"; readonly child: ChildProcess; readonly output: () => string }
  | { readonly state: "portTaken" }
  | { readonly state: "failed"; readonly output: string };

/** Starts the engine's program and waits until it answers on the loopback port. */
export async function launch(binary: string, port: number, dataFile: string | undefined): Promise<Launch> {
  const args = ["--host", "127.0.0.1", "--port", String(port)];
  if (dataFile !== undefined) args.push("--db-path", dataFile);
  // Its own process group: Ctrl-C in the terminal must not end the database before those who use it.
  const child = spawn(binary, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const output = collectOutput(child);
  const heard = await waitForGreeting(child, output);
  if (heard === "listening" && (await answers(port))) return { state: "answers", child, output };
  await stopProcess(child);
  return /already in use/.test(output()) ? { state: "portTaken" } : { state: "failed", output: output() };
}

function collectOutput(child: ChildProcess): () => string {
  let text = "";
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString("utf8")).slice(-2_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.on("error", (error) => keep(Buffer.from(error.message)));
  return () => text.trim();
}

function waitForGreeting(child: ChildProcess, output: () => string): Promise<"listening" | "silent"> {
  return new Promise((resolve) => {
    const settle = (heard: "listening" | "silent"): void => {
      clearTimeout(limit);
      resolve(heard);
    };
    const limit = setTimeout(() => settle("silent"), startLimitMs);
    const look = (): void => {
      if (output().includes("listening on")) settle("listening");
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("error", () => settle("silent"));
    child.once("close", () => settle("silent"));
  });
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(startLimitMs) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
