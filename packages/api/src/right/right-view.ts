import type { CounterStanding, Right, RightDecision } from "@luyue/core/right";
import type { ContractRights } from "@luyue/usecases/right";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

const becauseView = listOf(z.object({ on: z.string(), text: textView }));

const decisionView = nameSchema(
  "RightDecision",
  z.object({
    id: z.string(),
    right: z.string(),
    title: textView,
    decision: z.enum(["exercised", "letGo"]),
    on: z.string(),
    until: z.string().nullable(),
    reason: z.string(),
    decided: actView,
    withdrawn: actView.extend({ reason: z.string() }).nullable(),
  }),
);

/** A right that has arisen, with the facts that gave it. */
const plainView = z.object({
  key: z.string(),
  title: textView,
  holder: z.enum(["buyer", "vendor"]),
  gives: z.enum(["terminate", "rectify", "claim"]),
  arisenOn: z.string(),
  clause: z.string().nullable(),
  because: becauseView,
});
export const rightView = nameSchema("Right", plainView);

export const rightsView = z.object({
  asOf: z.string(),
  items: listOf(nameSchema("DecidedRight", plainView.extend({ decision: decisionView.nullable() }))).meta({
    description: "the latest first; a person decides what comes of it",
  }),
  counters: listOf(
    z.object({
      right: z.string().meta({ description: "key of the terms' right" }),
      title: textView,
      counters: listOf(
        z.object({ text: textView, reached: listOf(z.object({ on: z.string(), because: becauseView })) }),
      ),
    }),
  ).meta({ description: "how far what gives each right of the terms has come" }),
  decisions: listOf(decisionView),
});

export function viewRights({
  asOf,
  rights,
  counters,
  decisions,
}: ContractRights): z.infer<typeof rightsView> {
  return {
    asOf,
    items: rights.map(({ decision, ...right }) => ({
      ...viewRight(right),
      decision: decision === undefined ? null : viewDecision(decision),
    })),
    counters: counters.map(({ key, title, counters: each }) => ({
      right: key,
      title,
      counters: each.map(viewCounter),
    })),
    decisions: decisions.map(viewDecision),
  };
}

export function viewRight({ clause, terms: _terms, ...right }: Right): z.infer<typeof rightView> {
  return { ...right, clause: clause ?? null };
}

function viewCounter({ text, reached }: CounterStanding) {
  return { text, reached: reached.map(({ on, because }) => ({ on, because })) };
}

function viewDecision(decision: RightDecision): z.infer<typeof decisionView> {
  const { id, right, title, decision: made, on, until, reason, decided, withdrawn } = decision;
  return {
    id,
    right,
    title,
    decision: made,
    on,
    until: until ?? null,
    reason,
    decided: viewAct(decided),
    withdrawn: withdrawn === undefined ? null : { ...viewAct(withdrawn), reason: withdrawn.reason },
  };
}
