import { constants } from "node:os";

/** Waits for a child process, passing each of SIGINT and SIGTERM on once; answers its exit code, 128 + n after signal n. */
export function waitForExit(child) {
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the child by itself.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) {
    let passed = false;
    process.on(signal, () => {
      if (!passed) forward(signal);
      passed = true;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
