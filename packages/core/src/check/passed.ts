import type { Text } from "../text/index.ts";
import type { Finding } from "./check.ts";

/** The one finding of a check with nothing to object to. */
export function passed(figures: Text, places: readonly string[] = []): Finding[] {
  return [{ verdict: "passed", figures, places }];
}
