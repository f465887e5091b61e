import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { type Money, moneySchema } from "@luyue/core/money";
import { readLedger, settleByTime } from "@luyue/core/obligation";
import type { Right } from "@luyue/core/right";
import type { Text } from "@luyue/core/text";
import { withWork } from "@luyue/core/work";
import type { ContractState, StoredEvent } from "../contract/contract.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandActiveContract } from "../contract/demand-contract.ts";
import { demandEndable, demandPrice } from "../contract/end-contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { decisionOn, demandArisen, ofRight } from "./demand-right.ts";

/**
 * Demands the full rectification 全面整改 that a right gives, by a day: the vendor owes it, and what happens after today
 * counts towards what the contract says of that.
 */
export const demandRectification = defineCommand({
  name: "right.demandRectification",
  input: ofRight.extend({ until: civilDateSchema }),
  permission: "right:decide",
  async decide(context, { contractId, right: key, reason, until }) {
    const state = await demandActiveContract(context, contractId);
    const right = demandArisen(state, key, context);
    if (right.gives !== "rectify") throw givesOther(right);
    const on = civilDateOf(context.runtime.now());
    if (until < on) throw invalidAt("/until", { zh: "日期早于今天", en: "the date is before today" });
    const decision = decisionOn(right, "exercised", { on, until, reason }, context);
    return decideEntry(state, { kind: "right", id: decision.id, right: decision }, context, {
      answer: { id: decision.id, right: key, decision: decision.decision, until },
      subject: decision.id,
      after: { right: decision, because: right.because },
      reason,
    });
  },
});

/**
 * Terminates the contract 解除合同 by a right that has arisen, on a day: the work done is settled as the right says, what has
 * been paid beyond it is owed back, data are demanded back where the contract gives that, secrecy is counted from the end,
 * and a penalty that the right names is shown as owed. All in one transaction; `contract.resume` takes all of it back.
 */
export const terminateByRight = defineCommand({
  name: "right.terminate",
  input: ofRight.extend({ on: civilDateSchema, price: moneySchema.optional() }),
  permission: "right:decide",
  async decide(context, { contractId, right: key, reason, on, price }) {
    const state = await demandActiveContract(context, contractId);
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
    const consequences = {
      price: settled.price,
      why: settled.why,
      refundOwed,
      handBackDemanded: events.some(({ kind }) => kind === "handBackDemanded"),
      penalty: termsOf(right, state)?.penalty ?? null,
    };
    return decideEntry(state, entry, context, {
      answer: { id: decision.id, right: key, status: "terminated" as const, on, ...consequences },
      subject: decision.id,
      events,
      head: { status: "terminated" },
      before: { status: state.contract.status },
      after: { status: "terminated", right: decision, because: right.because, ...consequences },
      reason,
    });
  },
});

function givesOther({ gives }: Right) {
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
