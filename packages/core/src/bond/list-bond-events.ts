import type { ContractEvent } from "../event/index.ts";
import type { Bond } from "./bond.ts";

/** What a bond on file means for a contract's dates: received, valid until a day, and given back. */
export function listBondEvents(bond: Bond): ContractEvent[] {
  const { id, of, state, receivedOn, validUntil } = bond;
  if (state === "withdrawn") return [];
  const received: ContractEvent = { id, kind: "bondReceived", of, on: receivedOn, until: validUntil };
  if (state !== "released") return [received];
  return [received, { id: `${id}_released`, kind: "bondReleased", of, on: bond.released.on }];
}
