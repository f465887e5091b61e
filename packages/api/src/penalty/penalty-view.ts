import { evidenceSchema } from "@luyue/core/event";
import type { Occasion, Penalty, PenaltyCollection, PenaltyCut, PenaltySum } from "@luyue/core/penalty";
import type { CapReading, PenaltyReading } from "@luyue/usecases/penalty";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

const moneyView = z.string().meta({ description: "yuan, two decimals" });
export const penaltyStateView = z.enum(["proposed", "imposed", "dismissed", "withdrawn"]);

export const sumView = z
  .object({ amount: moneyView.nullable(), from: moneyView.nullable(), to: moneyView.nullable() })
  .meta({ description: "a sum, or a range that the decision picks from; before caps" });

export const cutView = z.object({
  cap: z.string().meta({ description: "`own`, or the key of a cap that several rules share" }),
  title: textView,
  limit: moneyView,
  used: moneyView.meta({ description: "by penalties imposed before" }),
  cut: moneyView,
  clause: z.string().nullable(),
});

const collectionView = z.object({
  id: z.string(),
  way: z.enum(["setOff", "bond", "paid", "waived"]),
  amount: moneyView,
  by: actView,
  on: z.string().nullable(),
  document: z.string().nullable(),
  reason: z.string().nullable(),
  deductionId: z.string().nullable(),
  bondId: z.string().nullable(),
  revoked: actView.extend({ reason: z.string() }).nullable(),
});

const standingView = z.object({
  amount: moneyView,
  setOff: moneyView,
  bond: moneyView,
  paid: moneyView,
  waived: moneyView,
  open: moneyView,
});

/** A penalty with its arithmetic, the vendor's answer, what caps cut, and how it was dealt with. */
export const penaltyView = nameSchema(
  "Penalty",
  z.object({
    id: z.string(),
    state: penaltyStateView,
    title: z.string(),
    rule: z.string().nullable(),
    occasion: z.string().nullable(),
    reason: z.string(),
    clause: z.string().nullable(),
    evidence: listOf(evidenceSchema),
    sum: sumView,
    why: textView,
    answerBy: z.string(),
    proposed: actView,
    answer: actView
      .extend({
        side: z.enum(["buyer", "vendor"]),
        agrees: z.boolean(),
        note: z.string().nullable(),
        evidence: listOf(evidenceSchema),
      })
      .nullable(),
    decided: actView.extend({ reason: z.string().nullable() }).nullable(),
    gross: moneyView.nullable(),
    cuts: listOf(cutView),
    standing: standingView.nullable(),
    collections: listOf(collectionView),
  }),
);

export const penaltiesView = z.object({
  items: listOf(penaltyView),
  caps: listOf(
    z.object({
      key: z.string(),
      title: textView,
      limit: moneyView,
      used: moneyView,
      clause: z.string().nullable(),
    }),
  ).meta({ description: "caps that several rules share, and how far they are used" }),
});

/** Something that a rule is owed for, as the record shows it. */
export const occasionView = nameSchema(
  "PenaltyOccasion",
  z.object({
    rule: z.string(),
    key: z.string(),
    title: textView,
    on: z.string(),
    because: textView,
    sum: sumView,
    why: textView,
    clause: z.string().nullable(),
    penaltyId: z.string().nullable().meta({ description: "the penalty that has taken it up" }),
  }),
);

export function viewPenalties(
  penalties: readonly PenaltyReading[],
  caps: readonly CapReading[],
): z.infer<typeof penaltiesView> {
  return {
    items: penalties.map(viewPenalty),
    caps: caps.map(({ cap: { key, title, limit, clause }, used }) => ({
      key,
      title,
      limit,
      used,
      clause: clause ?? null,
    })),
  };
}

export function viewPenalty({ penalty, standing }: PenaltyReading): z.infer<typeof penaltyView> {
  const imposed = penalty.state === "imposed" ? penalty : undefined;
  return {
    id: penalty.id,
    state: penalty.state,
    title: penalty.title,
    rule: penalty.rule ?? null,
    occasion: penalty.occasion ?? null,
    reason: penalty.reason,
    clause: penalty.clause ?? null,
    evidence: penalty.evidence,
    sum: viewSum(penalty.sum),
    why: penalty.why,
    answerBy: penalty.answerBy,
    proposed: viewAct(penalty.proposed),
    answer: viewAnswer(penalty),
    decided: viewDecision(penalty),
    gross: imposed?.gross ?? null,
    cuts: (imposed?.cuts ?? []).map(viewCut),
    standing: standing ?? null,
    collections: (imposed?.collections ?? []).map(viewCollection),
  };
}

export function viewSum(sum: PenaltySum): z.infer<typeof sumView> {
  return "amount" in sum ? { amount: sum.amount, from: null, to: null } : { amount: null, ...sum };
}

export function viewCut({ clause, ...cut }: PenaltyCut): z.infer<typeof cutView> {
  return { ...cut, clause: clause ?? null };
}

export function viewOccasion({
  sum,
  clause,
  penaltyId,
  ...occasion
}: Occasion): z.infer<typeof occasionView> {
  return { ...occasion, sum: viewSum(sum), clause: clause ?? null, penaltyId: penaltyId ?? null };
}

function viewAnswer({ answer }: Penalty) {
  if (answer === undefined) return null;
  const { side, agrees, note, evidence } = answer;
  return { ...viewAct(answer), side, agrees, note: note ?? null, evidence };
}

function viewDecision(penalty: Penalty) {
  if (penalty.state === "proposed") return null;
  const { decided } = penalty;
  const reason = "reason" in decided ? decided.reason : decided.note;
  return { ...viewAct(decided), reason: reason ?? null };
}

function viewCollection(collection: PenaltyCollection): z.infer<typeof collectionView> {
  const { id, way, amount, by, revoked } = collection;
  return {
    id,
    way,
    amount,
    by: viewAct(by),
    on: way === "paid" ? collection.on : null,
    document: way === "paid" ? collection.document : null,
    reason: way === "waived" ? collection.reason : null,
    deductionId: way === "setOff" ? collection.deductionId : null,
    bondId: way === "bond" ? collection.bondId : null,
    revoked: revoked === undefined ? null : { ...viewAct(revoked), reason: revoked.reason },
  };
}
