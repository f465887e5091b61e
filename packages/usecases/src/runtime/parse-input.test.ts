import { DomainError } from "@luyue/core/error";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseInput } from "./parse-input.ts";

const schema = z.strictObject({ name: z.string().trim().min(1), lines: z.array(z.string()).optional() });

function faultsOf(input: unknown, as: z.ZodType = schema): unknown {
  try {
    return parseInput(as, input);
  } catch (error) {
    return error instanceof DomainError ? error.faults.map(({ path }) => path) : error;
  }
}

describe("input", () => {
  it("is taken as its schema has it", () => {
    expect(faultsOf({ name: " 合同\n\t一 ", lines: ["𠀋"] })).toEqual({ name: "合同\n\t一", lines: ["𠀋"] });
    expect(faultsOf({ name: "" })).toEqual(["/name"]);
  });

  it.each(["\u0000", "\f", "\r", "\u0085", "\ud800"])(
    "is refused with %j in it, whichever way it came in",
    (character) => {
      expect(faultsOf({ name: `a${character}b`, lines: ["a", character] })).toEqual(["/lines/1", "/name"]);
      const anyKeys = z.record(z.string(), z.unknown());
      expect(faultsOf({ name: "a", [`x${character}`]: 1 }, anyKeys)).toEqual([""]);
    },
  );
});
