import { jsonSchemas } from "@luyue/core/contract";
import { UsageError } from "./usage-error.ts";

/** Prints the JSON Schema (2020-12) of terms, of events, or of an object with both. */
export async function runSchema(args: readonly string[]): Promise<number> {
  const [which = "both", ...more] = args;
  if (more.length > 0 || (which !== "terms" && which !== "events" && which !== "both")) {
    throw new UsageError("用法 / usage: luyue schema [terms|events]");
  }
  process.stdout.write(`${JSON.stringify(jsonSchemas[which](), null, 2)}\n`);
  return 0;
}
