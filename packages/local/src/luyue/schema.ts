import { contractTermsShape } from "@luyue/core/contract";
import { eventListSchema } from "@luyue/core/event";
import * as z from "zod";
import { UsageError } from "./usage-error.ts";

const schemas = {
  terms: () => z.toJSONSchema(contractTermsShape, { io: "input" }),
  events: () => z.toJSONSchema(eventListSchema, { io: "input" }),
  both: () =>
    z.toJSONSchema(z.strictObject({ terms: contractTermsShape, events: eventListSchema }), { io: "input" }),
};

/** Prints the JSON Schema (2020-12) of terms, of events, or of an object with both. */
export async function runSchema(args: readonly string[]): Promise<number> {
  const [which = "both", ...more] = args;
  if (more.length > 0 || (which !== "terms" && which !== "events" && which !== "both")) {
    throw new UsageError("用法 / usage: luyue schema [terms|events]");
  }
  process.stdout.write(`${JSON.stringify(schemas[which](), null, 2)}\n`);
  return 0;
}
