import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act } from "../party/index.ts";

/**
 * Something measured 计量 that the record does not hold by itself: the answers of a survey, the minutes a system was up, a
 * count. `measure` is the key that criteria and penalties of the terms name, `of` the service that it was measured of where
 * they narrow it to one; `part` of `whole` are decimal strings, a plain count has no whole. Surveys may overlap in time,
 * nothing else of one measure does. One that was `withdrawn` stays readable and counts no more.
 */
export interface Measurement {
  readonly id: string;
  readonly measure: string;
  readonly of?: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly part: string;
  readonly whole?: string;
  readonly survey?: true;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
  readonly recorded: Act;
  readonly withdrawn?: Act & { readonly reason: string };
}
