import type { CivilDate } from "@luyue/core/civil-date";
import { invalidAt } from "../runtime/refusals.ts";

/** The day until which the vendor rectifies comes after the buyer's word. Throws `invalid`. */
export function demandRectifyBy(rectifyBy: CivilDate | undefined, on: CivilDate): void {
  if (rectifyBy === undefined || rectifyBy > on) return;
  throw invalidAt("/rectifyBy", { zh: `整改期限须晚于 ${on}`, en: `it has to be after ${on}` });
}
