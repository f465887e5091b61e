import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { type ContractTerms, titleText } from "@luyue/core/contract";
import type { Incident } from "@luyue/core/incident";
import { type Penalty, type PenaltyStanding, standingOfPenalty } from "@luyue/core/penalty";
import { isLivePayment } from "@luyue/core/payment";
import type { Text } from "@luyue/core/text";
import type { Contract, ContractState } from "../contract/contract.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { noSuchPenalty } from "./demand-penalty.ts";

/** All that the notice of a penalty says. */
export interface PenaltyNotice {
  readonly asOf: CivilDate;
  readonly contract: Contract;
  readonly terms: ContractTerms;
  readonly penalty: Penalty;
  readonly standing?: PenaltyStanding;
  /** What it is owed for, where that is an incident. */
  readonly incident?: Incident;
  /** Bonds that it is claimed on, by their id: issuer and number. */
  readonly bonds: ReadonlyMap<string, string>;
  /** Payments that have set it off, by the deduction's id. */
  readonly setOffIn: ReadonlyMap<string, readonly Text[]>;
}

/** What the notice of a penalty 违约金通知书 is made of, for either side. Throws `notFound`. */
export async function readPenaltyNotice(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  penaltyId: string,
  runtime: Runtime,
): Promise<PenaltyNotice> {
  const { state } = await readInForce(store, actor, contractId, runtime);
  const { penalties, incidents, bonds } = state.work;
  const penalty = penalties.find(({ id }) => id === penaltyId);
  if (penalty === undefined) throw noSuchPenalty();
  const incident = incidents.find(({ id }) => penalty.occasion === `incident.${id}`);
  return {
    asOf: civilDateOf(runtime.now()),
    contract: state.contract,
    terms: state.terms.terms,
    penalty,
    ...(penalty.state === "imposed" ? { standing: standingOfPenalty(penalty) } : {}),
    ...(incident === undefined ? {} : { incident }),
    bonds: new Map(bonds.map(({ id, issuer, number }) => [id, `${issuer} ${number}`])),
    setOffIn: listSetOffs(state),
  };
}

function listSetOffs({ money, terms: { terms } }: ContractState): Map<string, readonly Text[]> {
  const titles = new Map(terms.tranches.map(({ key, title }) => [key, titleText(title)]));
  const taken = money.payments
    .filter(isLivePayment)
    .flatMap(({ of, setOffs }) =>
      setOffs.map(({ deductionId }) => ({ deductionId, title: titles.get(of) ?? { zh: of, en: of } })),
    );
  const ids = new Set(taken.map(({ deductionId }) => deductionId));
  return new Map(
    [...ids].map((id) => [
      id,
      taken.filter(({ deductionId }) => deductionId === id).map(({ title }) => title),
    ]),
  );
}
