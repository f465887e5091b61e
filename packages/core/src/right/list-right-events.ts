import type { ContractEvent } from "../event/index.ts";
import type { RightDecision } from "./right-decision.ts";

/** A right that was decided on is no longer open; a demand for a full rectification is owed by its day. */
export function listRightEvents(decided: RightDecision): ContractEvent[] {
  const { id, right, decision, on, until, withdrawn } = decided;
  if (withdrawn !== undefined) return [];
  const closed: ContractEvent = { id: `${id}_decided`, kind: "rightDecided", of: right, on };
  if (decision !== "exercised" || until === undefined) return [closed];
  return [closed, { id, kind: "rectificationDemanded", of: id, on, until }];
}
