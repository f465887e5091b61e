import { DomainError, listFaults } from "@luyue/core/error";
import type * as z from "zod";

/** Parses input by a schema; throws `invalid` with every fault, its JSON pointer and its reason in both languages. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    "invalid",
    { zh: "输入有误", en: "the input is not valid" },
    listFaults(parsed.error, input),
  );
}
