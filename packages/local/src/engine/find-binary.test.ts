import { accessSync, constants } from "node:fs";
import { DomainError } from "@luyue/core/error";
import { expect, it } from "vitest";
import { findBinary } from "./find-binary.ts";

it("finds the engine's program", () => {
  expect(() => accessSync(findBinary(), constants.X_OK)).not.toThrow();
});

it("says what to do on a platform without one", () => {
  const notFound = (): string => {
    throw new Error("Cannot find module");
  };
  try {
    findBinary(notFound);
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    const { reason } = error as DomainError;
    expect(reason.zh).toContain("DYNAMODB_ENDPOINT");
    expect(reason.en).toContain("Set DYNAMODB_ENDPOINT");
    return;
  }
  expect.unreachable();
});
