import type { CivilDate } from "../civil-date/index.ts";
import { resolveRule } from "../date-rule/index.ts";
import type { DeriveContext } from "./create-context.ts";

/** The last day that the terms agree on for an obligation; none while it waits, or where they only say from when it may be done. */
export function findAgreedDay(key: string, context: DeriveContext): CivilDate | undefined {
  const standing = context.index.standing.get(key);
  if (standing === undefined) return undefined;
  if ("endOf" in standing.due) {
    const end = context.due(key);
    return end.state === "fixed" ? end.on : undefined;
  }
  const dates = resolveRule(standing.due, context);
  return dates.state === "fixed" ? dates.dueOn : undefined;
}
