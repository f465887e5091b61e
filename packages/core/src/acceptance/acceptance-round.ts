import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act, Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/**
 * What the record gives for a criterion: the value in the criterion's unit, cut off after two decimals, whether the exact
 * one keeps to the target, and how it came about.
 */
export interface MeasuredCriterion {
  readonly value: string;
  readonly passed: boolean;
  readonly why: Text;
}

/**
 * What was found of one criterion: computed from the record where it can be, or judged by a person. `criterion` is its
 * number in the terms, from 1; title and target are as they were when it was judged.
 */
export interface CriterionResult {
  readonly criterion: number;
  readonly title: Text;
  readonly target: string;
  readonly passed: boolean;
  readonly measured?: MeasuredCriterion;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

/** Somebody who has to sign: a member of the agency by their sign-in, or an expert from outside by name. */
export interface Acceptor {
  readonly key: string;
  readonly name: string;
  /** The member's id; an expert from outside has none, and the signed paper is recorded instead. */
  readonly memberId?: string;
}

export interface AcceptorSignature extends Act {
  readonly acceptor: string;
  readonly agrees: boolean;
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

/** The result of the review: criteria with what was found, who has to sign, and who has. */
export interface Assessment extends Act {
  readonly results: readonly CriterionResult[];
  readonly acceptors: readonly Acceptor[];
  readonly signatures: readonly AcceptorSignature[];
}

/**
 * A round 轮次 of an acceptance (`of`), numbered from 1: applied for, reviewed and signed, and settled by an objection, a
 * failure with the day until which the vendor rectifies, or a pass. `reopened`: how many such words were taken back as made
 * in error.
 */
interface RoundFacts {
  readonly id: string;
  readonly of: string;
  readonly number: number;
  readonly reopened?: number;
  readonly appliedOn: CivilDate;
  readonly applied: Act & {
    readonly side: Side;
    readonly note?: string;
    /** Why it was taken although the rectifications that the terms allow are used up. */
    readonly despite?: string;
    readonly evidence: readonly Evidence[];
  };
  readonly assessment?: Assessment;
  /** What the vendor says of the findings 陈述意见. */
  readonly statement?: Act & { readonly note: string };
}

interface Settled extends Act {
  readonly on: CivilDate;
}

type Passed = Settled & { readonly note?: string };
type Withdrawn = Settled & { readonly reason: string };

/** The vendor rectifies by `rectifyBy`, where the buyer sets a day; else by the terms' own rule. */
interface SentBack extends Settled {
  readonly reason: string;
  readonly rectifyBy?: CivilDate;
  readonly evidence: readonly Evidence[];
}

export type AcceptanceRound = RoundFacts &
  (
    | { readonly state: "applied" }
    | { readonly state: "objected"; readonly settled: SentBack }
    | { readonly state: "failed"; readonly settled: SentBack }
    | { readonly state: "passed"; readonly settled: Passed }
    | { readonly state: "withdrawn"; readonly settled: Withdrawn }
  );
