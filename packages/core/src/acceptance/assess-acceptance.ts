import type { ContractTerms } from "../contract/index.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];
export type FailedRound = Extract<AcceptanceRound, { state: "failed" }>;
export type OpenRound = Extract<AcceptanceRound, { state: "applied" }>;

/** How an acceptance stands after its rounds. */
export interface AcceptanceStanding {
  /** Its rounds in order, those taken back included. */
  readonly rounds: readonly AcceptanceRound[];
  readonly open?: OpenRound;
  readonly passed?: Extract<AcceptanceRound, { state: "passed" }>;
  readonly failures: readonly FailedRound[];
  /** How many rectifications the terms allow after a failure; none where they set no limit. */
  readonly allowed?: number;
  /** How many of them have been used: failures after which it was applied for again. */
  readonly used: number;
  /** It has failed after the last rectification that the terms allow. */
  readonly exceeded: boolean;
}

/**
 * The rounds of an acceptance and its limit of rectifications (C 验收条款, D 第八条第3款: not passed after three of them). An
 * objection is no failure: it comes within days of the application and sends that back for a plan (A 六、3), before
 * anything has been judged by the criteria.
 */
export function assessAcceptance(
  { key, rectifications }: Pick<Acceptance, "key" | "rectifications">,
  rounds: readonly AcceptanceRound[],
): AcceptanceStanding {
  const own = rounds.filter(({ of }) => of === key).toSorted((a, b) => a.number - b.number);
  const open = own.find((round): round is OpenRound => round.state === "applied");
  const passed = own.find((round) => round.state === "passed");
  const failures = own.filter((round) => round.state === "failed");
  const last = own.findLast(({ state }) => state !== "withdrawn");
  const used = failures.filter((failure) => failure !== last).length;
  return {
    rounds: own,
    ...(open === undefined ? {} : { open }),
    ...(passed === undefined ? {} : { passed }),
    failures,
    ...(rectifications === undefined ? {} : { allowed: rectifications }),
    used,
    exceeded: rectifications !== undefined && failures.length > rectifications,
  };
}
