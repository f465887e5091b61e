import { civilDateOf } from "@luyue/core/civil-date";
import {
  listCaps,
  type Occasion,
  type Penalty,
  type PenaltyStanding,
  standingOfPenalty,
  usedOfCap,
} from "@luyue/core/penalty";
import type { Cap } from "@luyue/core/penalty";
import type { Money } from "@luyue/core/money";
import type { ContractState } from "../contract/contract.ts";
import { deriveInForce } from "../contract/plan-derivation.ts";
import { readInForce } from "../contract/read-as-party.ts";
import { readOccasions as occasionsOf } from "../right/read-risk.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { noSuchPenalty } from "./demand-penalty.ts";

/** A penalty and, once it is imposed, where it stands. */
export interface PenaltyReading {
  readonly penalty: Penalty;
  readonly standing?: PenaltyStanding;
}

/** How far a cap that several rules share is used. */
export interface CapReading {
  readonly cap: Cap;
  readonly used: Money;
}

interface Reading {
  readonly store: TenantStore;
  readonly actor: Actor;
  readonly runtime: Runtime;
}

/** The penalties of a contract, the newest first, with the shared caps and how far they are used. Throws `notFound`. */
export async function readPenalties(
  { store, actor, runtime }: Reading,
  contractId: string,
  state?: Penalty["state"],
): Promise<{ readonly penalties: readonly PenaltyReading[]; readonly caps: readonly CapReading[] }> {
  const { state: contract } = await readInForce(store, actor, contractId, runtime);
  const { penalties } = contract.work;
  return {
    penalties: penalties
      .filter((penalty) => state === undefined || penalty.state === state)
      .toReversed()
      .map(withStanding),
    caps: readCaps(contract),
  };
}

/** One of them. Throws `notFound`. */
export async function readPenalty(
  reading: Reading,
  contractId: string,
  penaltyId: string,
): Promise<PenaltyReading> {
  const { penalties } = await readPenalties(reading, contractId);
  const found = penalties.find(({ penalty }) => penalty.id === penaltyId);
  if (found === undefined) throw noSuchPenalty();
  return found;
}

/** What the record shows that a penalty may be owed for. Throws `notFound`. */
export async function readOccasions(
  { store, actor, runtime }: Reading,
  contractId: string,
): Promise<readonly Occasion[]> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const now = runtime.now();
  const obligations = deriveInForce(state, tenantCalendar(tenant, runtime), civilDateOf(now));
  return occasionsOf(state, obligations, now);
}

function withStanding(penalty: Penalty): PenaltyReading {
  return penalty.state === "imposed" ? { penalty, standing: standingOfPenalty(penalty) } : { penalty };
}

function readCaps({ terms: { terms }, work }: ContractState): CapReading[] {
  const found = new Map<string, Cap>();
  for (const { key } of terms.penalties ?? []) {
    for (const cap of listCaps(terms, key)) if (cap.key !== "own") found.set(cap.key, cap);
  }
  return [...found.values()].map((cap) => ({ cap, used: usedOfCap(cap, work.penalties) }));
}
