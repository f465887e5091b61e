import type { ContractTerms } from "../contract/index.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";

const act = { actorId: "mem_1", name: "甲", at: "2027-05-01T10:00:00+08:00" };

/** Rounds of the acceptance `final` in these states, a month apart from January 2027. */
export function sampleRounds(...states: readonly AcceptanceRound["state"][]): AcceptanceRound[] {
  return states.map((state, at): AcceptanceRound => {
    const month = `2027-${String(at + 1).padStart(2, "0")}`;
    const applied = { ...act, side: "vendor", evidence: [] } as const;
    const round = { id: `rnd_${at + 1}`, of: "final", number: at + 1, appliedOn: `${month}-01`, applied };
    const settled = { ...act, on: `${month}-10` };
    switch (state) {
      case "applied":
        return { ...round, state };
      case "objected":
      case "failed":
        return { ...round, state, settled: { ...settled, reason: `原因${at + 1}`, evidence: [] } };
      case "passed":
        return { ...round, state, settled };
      case "withdrawn":
        return { ...round, state, settled: { ...settled, reason: "撤回" } };
    }
  });
}

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];

export function sampleAcceptance(over: Partial<Acceptance> = {}): Acceptance {
  const decision = { due: { rule: "on", anchor: { anchor: "date", on: "2027-06-01" } } } as const;
  const title = { zh: "终期验收", en: "final acceptance" };
  return { key: "final", title, stage: "final", decision, clause: "第八条", ...over };
}
