import type { CivilDate } from "@luyue/core/civil-date";
import { eventDate } from "@luyue/core/event";
import type { ContractState } from "./contract.ts";

/** The day on which a contract was signed, where that is on the record. */
export function signedOn({ events }: Pick<ContractState, "events">): CivilDate | undefined {
  const signed = events.find(({ kind }) => kind === "signed");
  return signed === undefined ? undefined : eventDate(signed);
}
