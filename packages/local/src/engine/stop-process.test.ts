import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { stopProcess } from "./stop-process.ts";

async function runScript(source: string): Promise<ReturnType<typeof spawn>> {
  const child = spawn(process.execPath, ["-e", `${source}; setInterval(() => {}, 1000); console.log("up")`]);
  await once(child.stdout, "data");
  return child;
}

describe("stopProcess", () => {
  it("asks first", async () => {
    const child = await runScript('process.on("SIGTERM", () => process.exit(7))');
    await stopProcess(child);
    expect(child.exitCode).toBe(7);
  });

  it("ends by force what does not listen", async () => {
    const child = await runScript('process.on("SIGTERM", () => {})');
    await stopProcess(child, 100);
    expect(child.signalCode).toBe("SIGKILL");
  });

  it("leaves alone what has ended", async () => {
    const child = await runScript("setTimeout(() => process.exit(3), 10)");
    await once(child, "exit");
    await stopProcess(child);
    expect(child.exitCode).toBe(3);
  });
});
