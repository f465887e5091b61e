import { assessBond, type Bond, type BondAssessment } from "@luyue/core/bond";
import { civilDateOf } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import { assessOverrun, readTermDates } from "@luyue/core/obligation";
import { factsOf } from "../contract/facts-of.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";

/** The bonds of a contract, the newest first, and where its bond stands; no standing where none is agreed. */
export interface ContractBonds {
  readonly bonds: readonly Bond[];
  readonly standing?: BondAssessment & { readonly agreed: NonNullable<ContractTerms["bond"]> };
}

/** Throws `notFound`. */
export async function readBonds(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
): Promise<ContractBonds> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const { terms } = state.terms;
  const bonds = state.work.bonds.toReversed();
  if (terms.bond === undefined) return { bonds };
  const calendar = tenantCalendar(tenant, runtime);
  const today = civilDateOf(runtime.now());
  const events = factsOf(state);
  const { coversTerm } = terms.bond;
  const termEndsOn =
    coversTerm === undefined ? undefined : readTermDates(terms, events, calendar).termEnd(coversTerm);
  const overrun = assessOverrun(terms, events, calendar, today);
  const cover = {
    ...(termEndsOn === undefined ? {} : { termEndsOn }),
    overrunRuns: overrun !== undefined && !overrun.over,
  };
  const standing = assessBond(terms.bond, state.work.bonds, cover, today);
  return { bonds, standing: { ...standing, agreed: terms.bond } };
}
