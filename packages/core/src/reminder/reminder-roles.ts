import type { Role } from "../party/index.ts";
import type { Obligation, ObligationKind } from "../obligation/index.ts";

const money: readonly Role[] = ["finance", "contractManager"];
const work: readonly Role[] = ["contractManager", "acceptor"];
const contract: readonly Role[] = ["contractManager"];

const rolesByKind: Readonly<Record<ObligationKind, readonly Role[]>> = {
  payment: money,
  invoice: money,
  bond: money,
  bondExtension: money,
  service: contract,
  deliverable: work,
  report: work,
  application: work,
  review: work,
  acceptance: work,
  plan: work,
  rectification: work,
  score: work,
  scoreAnswer: work,
  finding: work,
  penalty: money,
  penaltyAnswer: money,
  right: contract,
  fullRectification: work,
  cure: contract,
  staffAnswer: contract,
  agreement: contract,
  notice: contract,
  secrecy: contract,
  handBack: contract,
};

/** Which roles of the agency are told about an obligation, whether the agency owes it or is owed it. */
export function reminderRoles(obligation: Pick<Obligation, "kind">): readonly Role[] {
  return rolesByKind[obligation.kind];
}
