import * as z from "zod";
import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act, Side } from "../party/index.ts";

/** What is given for a part: 0 to 100, with at most two decimals. */
export const givenSchema = z.string().regex(/^(?:100(?:\.00?)?|(?:0|[1-9]\d?)(?:\.\d{1,2})?)$/, {
  error: "分数须为 0 至 100，至多两位小数 / what is given is 0 to 100, with at most two decimals",
});

/** What was given for one part of an item, 0 to 100, as a decimal string. */
export interface PartMark {
  readonly part: string;
  readonly given: string;
}

/** The marks of one item of the score sheet that was scheduled in the period. */
export interface ItemMarks {
  readonly item: string;
  readonly parts: readonly PartMark[];
  readonly note?: string;
}

/** The vendor's answer 申述 to a proposed sheet; `side` entered it, the buyer from paper. */
export interface ScoreAnswer extends Act {
  readonly side: Side;
  readonly agrees: boolean;
  readonly note?: string;
  /** The paper, where the agency entered the answer. */
  readonly evidence?: readonly Evidence[];
}

/**
 * A score sheet 考核评分表 of one period (`2026-05`): proposed with the marks of what was scheduled, answered by the vendor
 * until `answerBy`, and final by somebody else than who proposed it. `score` is of 100 with two decimals, by the
 * version of the terms that held on the period's last day. A sheet that is
 * proposed anew takes the place of the earlier one under the next version.
 */
interface SheetFacts {
  readonly id: string;
  readonly period: string;
  readonly version: number;
  readonly marks: readonly ItemMarks[];
  readonly termsVersion: number;
  readonly score: string;
  readonly answerBy: CivilDate;
  readonly proposed: Act & { readonly note?: string };
}

export type ScoreSheet = SheetFacts &
  (
    | { readonly state: "proposed"; readonly answer?: ScoreAnswer }
    | {
        readonly state: "final";
        readonly answer?: ScoreAnswer;
        readonly decided: Act & { readonly note?: string };
      }
    | {
        readonly state: "withdrawn";
        readonly answer?: ScoreAnswer;
        readonly decided: Act & { readonly reason: string };
      }
  );

/** The vendor may still answer: through the last day for it. */
export function isAnswerOpen({ answerBy }: Pick<ScoreSheet, "answerBy">, today: string): boolean {
  return today <= answerBy;
}
