import type { CivilDate } from "../civil-date/index.ts";
import type { Obligation } from "./obligation.ts";

/**
 * The day by which an obligation has to be done: the contract's, or that of the law where it comes first or the contract
 * agrees on none.
 */
export function deadlineOf({
  dueOn,
  statutory,
}: Pick<Obligation, "dueOn" | "statutory">): CivilDate | undefined {
  const byLaw = statutory?.dueOn;
  return dueOn !== undefined && (byLaw === undefined || dueOn <= byLaw) ? dueOn : byLaw;
}
