import { DomainError } from "@luyue/core/error";
import type { Incident } from "@luyue/core/incident";
import { isLivePenalty } from "@luyue/core/penalty";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { demandState } from "../runtime/demand-state.ts";

const incidentIdSchema = z.string().regex(/^inc_[0-9a-z]{10,40}$/);
export const ofIncident = z.strictObject({ contractId: contractIdSchema, incidentId: incidentIdSchema });

const stateNames: Readonly<Record<Incident["state"], Text>> = {
  open: { zh: "处理中", en: "open" },
  closed: { zh: "已办结", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** An incident of a contract in a state. Throws `notFound` where there is none, `conflict` in another state. */
export function demandIncident<S extends Incident["state"]>(
  { work }: ContractState,
  incidentId: string,
  ...states: readonly S[]
): Extract<Incident, { readonly state: S }> {
  const incident = work.incidents.find(({ id }) => id === incidentId);
  if (incident === undefined) throw noSuchIncident();
  return demandState(incident, states, { zh: "该事件", en: "the incident" }, stateNames);
}

/** What penalties rest on does not change under them. Throws `conflict` while one stands on the incident. */
export function demandNoPenalty({ work }: ContractState, { id }: Incident): void {
  const standing = work.penalties.find(
    (penalty) => penalty.occasion === `incident.${id}` && isLivePenalty(penalty),
  );
  if (standing === undefined) return;
  throw new DomainError("conflict", {
    zh: `违约金“${standing.title}”以该事件为依据，请先撤回该违约金`,
    en: `the penalty “${standing.title}” rests on this incident: take it back first`,
  });
}

export function noSuchIncident(): DomainError {
  return new DomainError("notFound", { zh: "找不到该事件", en: "no such incident" });
}
