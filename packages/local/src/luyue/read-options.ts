import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./usage-error.ts";

/** The options of a command line, and what stands beside them. Throws UsageError for what is none of them. */
export function readOptions<const C extends Omit<ParseArgsConfig, "args">>(
  args: readonly string[],
  config: C,
) {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
