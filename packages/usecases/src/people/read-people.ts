import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import {
  type Absence,
  assessRoster,
  type ChangeNotice,
  findEarliestChange,
  type Roster,
  type StaffChange,
} from "@luyue/core/people";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";

/** The vendor's people of a contract: the roster with what is missing, changes and absences, the newest first. */
export interface ContractPeople {
  readonly roster: Roster;
  readonly changes: readonly StaffChange[];
  readonly absences: readonly Absence[];
  /** How far ahead a change is asked for, and the first day for one that is asked for today. */
  readonly ahead?: { readonly on: CivilDate; readonly notice: ChangeNotice };
}

/** Throws `notFound`. */
export async function readPeople(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractPeople> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const { people, changes, absences } = state.work;
  const { terms } = state.terms;
  const today = civilDateOf(runtime.now());
  const ahead = findEarliestChange(terms, today, tenantCalendar(tenant, runtime));
  return {
    roster: assessRoster(terms.people, people, today),
    changes: changes.toReversed(),
    absences: absences.toReversed(),
    ...(ahead === undefined ? {} : { ahead }),
  };
}
