import { civilDateOf } from "@luyue/core/civil-date";
import { type Absence, assessRoster, type Roster, type StaffChange } from "@luyue/core/people";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";

/** The vendor's people of a contract: the roster with what is missing, changes and absences, the newest first. */
export interface ContractPeople {
  readonly roster: Roster;
  readonly changes: readonly StaffChange[];
  readonly absences: readonly Absence[];
}

/** Throws `notFound`. */
export async function readPeople(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractPeople> {
  const { state } = await readInForce(store, actor, contractId, runtime);
  const { people, changes, absences } = state.work;
  return {
    roster: assessRoster(state.terms.terms.people, people, civilDateOf(runtime.now())),
    changes: changes.toReversed(),
    absences: absences.toReversed(),
  };
}
