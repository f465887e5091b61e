import { DomainError, type DomainErrorCode } from "@luyue/core/error";
import { expect } from "vitest";
import type { World } from "./world.ts";

/** The refusal that a call ends with. */
export async function refusalOf(call: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error("not a refusal", { cause: error });
}

/** A call is refused, at that place of the input where one is named, and leaves no trace in the store. */
export async function expectRefusal(
  world: World,
  call: () => Promise<unknown>,
  code: DomainErrorCode,
  path?: string,
): Promise<void> {
  const before = await world.dump();
  const error = await refusalOf(call());
  expect({ code: error.code, faults: error.faults }).toMatchObject({ code });
  if (path !== undefined) expect(error.faults.map((fault) => fault.path)).toContain(path);
  expect(error.faults.every(({ reason }) => reason.zh !== "" && reason.en !== "")).toBe(true);
  expect(await world.dump()).toBe(before);
}
