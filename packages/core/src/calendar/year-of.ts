import type { CivilDate } from "../civil-date/index.ts";

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}
