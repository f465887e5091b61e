import type { DomainError } from "@luyue/core/error";

/** Writes an error to standard error: the reason, then each place in the input with its own, in both languages. */
export function printError(error: DomainError): void {
  const lines = [`错误 ${error.reason.zh}`, `error ${error.reason.en}`];
  for (const { path, reason } of error.faults) {
    lines.push(`  ${path === "" ? "/" : path}`, `    ${reason.zh}`, `    ${reason.en}`);
  }
  process.stderr.write(`${lines.join("\n")}\n`);
}
