import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act } from "../party/index.ts";

/**
 * Something measured 计量 that the record does not hold by itself: the answers of a survey, the minutes a system was down, a
 * count of a count. `measure` is the key that criteria and penalties of the terms name; `part` of `whole` are decimal strings.
 */
export interface Measurement {
  readonly id: string;
  readonly measure: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly part: string;
  readonly whole: string;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
  readonly recorded: Act;
}
