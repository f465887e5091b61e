import type { CivilDate } from "@luyue/core/civil-date";
import type { Money } from "@luyue/core/money";
import { readLedger, settleByTime } from "@luyue/core/obligation";
import type { Right } from "@luyue/core/right";
import type { Text } from "@luyue/core/text";
import { withWork } from "@luyue/core/work";
import type { ContractState, StoredEvent } from "../contract/contract.ts";
import { contractNotFound, demandActiveContract } from "../contract/demand-contract.ts";
import { demandEndable, demandPrice } from "../contract/end-contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { decisionOn, demandArisen } from "./demand-right.ts";

interface Asked {
  readonly right: string;
  readonly on: CivilDate;
  readonly price?: Money | undefined;
}

/** What a termination by a right comes to: settlement, refund, hand-back of data, and the penalty that is owed besides. */
export interface TerminationConsequences {
  readonly price: Money;
  readonly why: Text;
  readonly refundOwed: Money;
  readonly handBackDemanded: boolean;
  readonly penalty: string | null;
}

/** A termination by a right that has arisen, worked out and not yet decided. Throws where it would be refused. */
export function planTermination(
  state: ContractState,
  { right: key, on, price, reason }: Asked & { readonly reason: string },
  context: CommandContext,
) {
  const right = demandArisen(state, key, context);
  if (right.gives !== "terminate") throw givesOther(right);
  demandEndable(state, on, context);
  if (on < right.arisenOn) {
    throw invalidAt("/on", {
      zh: `早于权利发生日 ${right.arisenOn}`,
      en: `before the right arose on ${right.arisenOn}`,
    });
  }
  const settled = settle(right, on, price, state, context);
  const events = listEvents(settled.price, on, state, context);
  const eventIds = events.map(({ id }) => id);
  const decision = decisionOn(right, "exercised", { on, reason, eventIds }, context);
  const entry = { kind: "right", id: decision.id, right: decision } as const;
  const next = { ...state, events: [...state.events, ...events], work: withWork(state.work, entry) };
  const calendar = tenantCalendar(context.tenant, context.runtime);
  const { refundOwed } = readLedger(state.terms.terms, factsOf(next), calendar);
  const consequences: TerminationConsequences = {
    price: settled.price,
    why: settled.why,
    refundOwed,
    handBackDemanded: events.some(({ kind }) => kind === "handBackDemanded"),
    penalty: termsOf(right, state)?.penalty ?? null,
  };
  return { because: right.because, decision, entry, events, consequences };
}

/** What terminating by a right on a day would come to; nothing is stored. Throws as the command would. */
export async function previewTermination(
  store: TenantStore,
  actor: Actor,
  { contractId, ...asked }: Asked & { readonly contractId: string },
  runtime: Runtime,
): Promise<TerminationConsequences> {
  demandPermission(actor, "contract:read");
  const [state, tenant] = await Promise.all([
    demandActiveContract({ store, runtime }, contractId),
    store.getTenant(),
  ]);
  if (tenant === undefined) throw contractNotFound();
  const context = { store, tenant, actor, runtime, expectedVersion: undefined };
  return planTermination(state, { ...asked, reason: "" }, context).consequences;
}

/** Why a right cannot be exercised in this way. */
export function givesOther({ gives }: Right) {
  const texts: Readonly<Record<Right["gives"], Text>> = {
    terminate: { zh: "该权利为解除合同", en: "this right is one to terminate" },
    rectify: { zh: "该权利为要求全面整改", en: "this right is one to demand a full rectification" },
    claim: { zh: "该事项产生违约金，请提出违约金", en: "a penalty is owed for this: propose it" },
  };
  return conflictOf(texts[gives]);
}

function termsOf({ terms: key }: Right, { terms: { terms } }: ContractState) {
  return terms.rights?.find((each) => each.key === key);
}

/** The price for the work done: nothing where all is given back, by the time worked, or as a person says. */
function settle(
  right: Right,
  on: string,
  price: Money | undefined,
  state: ContractState,
  context: CommandContext,
): { readonly price: Money; readonly why: Text } {
  const settles = termsOf(right, state)?.settles;
  if (settles?.settles === "refund") {
    if (price !== undefined && price !== "0.00") {
      throw invalidAt("/price", {
        zh: "合同约定退还全部已付款项，不另计价",
        en: "all that has been paid is given back: there is no price",
      });
    }
    return { price: "0.00", why: { zh: "退还全部已付款项", en: "all that has been paid is given back" } };
  }
  if (settles?.settles === "worked" && price === undefined) {
    const calendar = tenantCalendar(context.tenant, context.runtime);
    return settleByTime(state.terms.terms, factsOf(state), calendar, settles.term, on);
  }
  return {
    price: demandPrice(price, state),
    why: { zh: "按认可的合格工作结算", en: "by the qualified work that was recognised" },
  };
}

function listEvents(
  price: Money,
  on: string,
  { terms }: ContractState,
  { actor, runtime }: CommandContext,
): StoredEvent[] {
  const recorded = { recordedAt: runtime.now(), recordedBy: actor.id };
  const ended: StoredEvent = { id: runtime.newId("evt"), kind: "ended", on, amount: price, ...recorded };
  if (terms.terms.secrecy?.handBack === undefined) return [ended];
  return [ended, { id: runtime.newId("evt"), kind: "handBackDemanded", on, ...recorded }];
}
