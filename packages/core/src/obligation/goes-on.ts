import type { Obligation } from "./obligation.ts";

/** Whether something is there throughout its span and nobody waits for its completion: service on call, an allowance. */
export function goesOn({ shape, quota }: Pick<Obligation, "shape" | "quota">): boolean {
  return shape === "continuous" || shape === "onDemand" || quota?.atMost === true;
}
