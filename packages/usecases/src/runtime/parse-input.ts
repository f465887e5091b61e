import { DomainError, type Fault, findInputFaults, listFaults } from "@luyue/core/error";
import type * as z from "zod";

/**
 * Parses input by a schema; throws `invalid` with every fault, its JSON pointer and its reason in both languages. What is no
 * text is refused here, whichever way it came in: a body, a spreadsheet, a program.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const faults = findInputFaults(input);
  if (faults.length > 0) throw invalid(faults);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(listFaults(parsed.error, input));
}

function invalid(faults: readonly Fault[]): DomainError {
  return new DomainError("invalid", { zh: "输入有误", en: "the input is not valid" }, faults);
}
