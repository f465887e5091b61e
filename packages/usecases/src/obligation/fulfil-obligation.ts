import { civilDateOf, civilDateSchema, instantSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { type EventFacts, evidenceListSchema, subjectSchema } from "@luyue/core/event";
import type { Obligation } from "@luyue/core/obligation";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { demandStartedContract } from "../contract/demand-contract.ts";
import { decideEvents, demandOutlivesClosing, demandSoundEvent, stamp } from "../event/record-event.ts";
import { demandEvidence } from "../file/demand-files.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandNoOwnCommand } from "./demand-no-own-command.ts";
import { invalidAt } from "../runtime/refusals.ts";

/**
 * An obligation has been fulfilled, with the evidence that shows it. It is recorded as the event that fulfils it
 * (a counted service as performed), so that correcting or withdrawing that event undoes it. What moves step by step (money,
 * what is handed in, acceptances, scores, findings, penalties, bonds, people) has commands of its own. Defaults to
 * today; `quantity` counts towards a quota.
 */
export const fulfilObligation = defineCommand({
  name: "obligation.fulfil",
  input: z.strictObject({
    contractId: contractIdSchema,
    key: subjectSchema,
    on: civilDateSchema.optional(),
    at: instantSchema.optional(),
    quantity: z.int().min(1).max(1_000_000_000).optional(),
    evidence: evidenceListSchema.min(1),
  }),
  permission: "obligation:fulfil",
  async decide(context, { contractId, key, ...facts }) {
    const state = await demandStartedContract(context, contractId);
    const stored = state.obligations.find(({ obligation }) => obligation.key === key);
    if (stored === undefined)
      throw new DomainError("notFound", { zh: "找不到该义务", en: "no such obligation" });
    const { obligation } = stored;
    demandNoOwnCommand(obligation.kind);
    if (obligation.fulfilment !== undefined) {
      throw new DomainError("conflict", {
        zh: "该义务已履行",
        en: "the obligation has been fulfilled already",
      });
    }
    if (facts.on !== undefined && facts.at !== undefined) throw bothGiven();
    const event = eventFor(obligation, facts, civilDateOf(context.runtime.now()));
    demandOutlivesClosing(event, state);
    demandSoundEvent(event, state, state.events, context, "");
    await demandEvidence(facts.evidence, context);
    const stamped = stamp(event, context.runtime.newId("evt"), context);
    const change = { change: "putEvent", contractId, event: stamped } as const;
    return decideEvents(state, [...state.events, stamped], change, stamped.id, context, { after: event });
  },
});

function bothGiven(): DomainError {
  return invalidAt("/at", {
    zh: "日期 on 与时刻 at 只能填一个",
    en: "give the date `on` or the instant `at`, not both",
  });
}

type Facts = Pick<EventFacts, "on" | "at" | "quantity" | "evidence">;

function eventFor(obligation: Obligation, facts: Facts, today: string): EventFacts {
  const { quantity, evidence, at, on } = facts;
  const when = at === undefined ? { on: on ?? today } : { at };
  const proof = evidence === undefined ? {} : { evidence };
  if (obligation.quota !== undefined) {
    const [, series] = obligation.key.split(".");
    return {
      kind: "performed",
      ...(series === undefined ? {} : { of: series }),
      ...when,
      ...proof,
      quantity: quantity ?? 1,
    };
  }
  const [way] = obligation.fulfilledBy;
  if (way === undefined) {
    throw new DomainError("conflict", {
      zh: "该义务是持续性的，不能单独标记为已履行",
      en: "this obligation goes on and cannot be marked as fulfilled",
    });
  }
  const amount = obligation.amount === undefined ? {} : { amount: obligation.amount };
  return { kind: way.event, of: way.of, ...when, ...proof, ...amount };
}
