import { openOfBond, withClaim } from "@luyue/core/bond";
import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import type { Deduction } from "@luyue/core/deduction";
import { compareMoney, formatMoney, moneySchema } from "@luyue/core/money";
import type { Penalty, PenaltyCollection } from "@luyue/core/penalty";
import { isLivePayment } from "@luyue/core/payment";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt, notFoundOf } from "../runtime/refusals.ts";
import type { ContractEntry } from "../runtime/store.ts";
import { demandHeldBond } from "../bond/demand-bond.ts";
import { changePenalty, demandOpen, demandPenalty, ofPenalty, reasonSchema } from "./demand-penalty.ts";

type Imposed = Extract<Penalty, { readonly state: "imposed" }>;

const some = ofPenalty.extend({ amount: moneySchema.optional() });

/** Sets an imposed penalty, or a part of it, off against the next payments: by a deduction that is approved with it. */
export const setOffPenalty = defineCommand({
  name: "penalty.setOff",
  input: some,
  permission: "penalty:collect",
  async decide(context, { contractId, penaltyId, amount: asked }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "imposed");
    const amount = demandOpen(before, asked);
    const by = actOf(context);
    const deduction: Deduction = {
      id: context.runtime.newId("ded"),
      penaltyId,
      title: before.title,
      reason: before.reason,
      amount,
      ...(before.clause === undefined ? {} : { clause: before.clause }),
      evidence: before.evidence,
      proposed: before.proposed,
      state: "approved",
      decided: by,
    };
    const entry = { kind: "deduction", id: deduction.id, deduction } as const;
    return collect(state, before, { way: "setOff", deductionId: deduction.id, amount, by }, context, [entry]);
  },
});

/** Claims an imposed penalty, or a part of it, on the bond that is on file. */
export const claimPenaltyOnBond = defineCommand({
  name: "penalty.claimOnBond",
  input: some.extend({
    bondId: z.string().regex(/^bon_[0-9a-z]{10,40}$/),
    document: z.string().trim().min(1).max(200).optional(),
  }),
  permission: "bond:claim",
  async decide(context, { contractId, penaltyId, bondId, document, amount: asked }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "imposed");
    const bond = demandHeldBond(state, bondId, context);
    const amount = demandOpen(before, asked);
    const left = openOfBond(bond);
    if (compareMoney(amount, left) > 0) {
      throw invalidAt("/amount", {
        zh: `超过保函可索赔余额 ${formatMoney(left)}`,
        en: `more than may be claimed on the bond, ${formatMoney(left)}`,
      });
    }
    const by = actOf(context);
    const on = civilDateOf(by.at);
    const claimId = context.runtime.newId("clm");
    const claim = {
      id: claimId,
      amount,
      reason: before.reason,
      penaltyId,
      claimed: { ...by, on, ...(document === undefined ? {} : { document }) },
      state: "claimed",
    } as const;
    const entry = { kind: "bond", id: bondId, bond: withClaim(bond, claim) } as const;
    return collect(state, before, { way: "bond", bondId, claimId, amount, by }, context, [entry]);
  },
});

/** Records that the vendor has paid an imposed penalty, or a part of it, on a day, by a voucher. */
export const recordPenaltyPaid = defineCommand({
  name: "penalty.recordPaid",
  input: some.extend({ on: civilDateSchema, document: z.string().trim().min(1).max(200) }),
  permission: "penalty:collect",
  async decide(context, { contractId, penaltyId, on, document, amount: asked }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "imposed");
    const by = actOf(context);
    if (on > civilDateOf(by.at))
      throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
    if (on < civilDateOf(before.decided.at)) throw beforeDecision;
    return collect(
      state,
      before,
      { way: "paid", on, document, amount: demandOpen(before, asked), by },
      context,
    );
  },
});

const beforeDecision = invalidAt("/on", {
  zh: "日期早于违约金的决定日",
  en: "the date is before the penalty was imposed",
});

/** Waives an imposed penalty, or a part of it, with the reason: by somebody else than who imposed it. */
export const waivePenalty = defineCommand({
  name: "penalty.waive",
  input: some.extend({ reason: reasonSchema }),
  permission: "penalty:decide",
  async decide(context, { contractId, penaltyId, reason, amount: asked }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "imposed");
    demandOther(before.decided, context);
    const by = actOf(context);
    const amount = demandOpen(before, asked);
    return collect(state, before, { way: "waived", reason, amount, by }, context, [], reason);
  },
});

/**
 * Takes back how some of a penalty was dealt with: a set-off that no payment has taken, a claim that the issuer has not paid,
 * a payment or a waiver that was recorded in error. It is open again.
 */
export const revokeCollection = defineCommand({
  name: "penalty.revokeCollection",
  input: ofPenalty.extend({
    collectionId: z.string().regex(/^col_[0-9a-z]{10,40}$/),
    reason: reasonSchema,
  }),
  permission: "penalty:decide",
  async decide(context, { contractId, penaltyId, collectionId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandPenalty(state, penaltyId, "imposed");
    const at = before.collections.findIndex(({ id }) => id === collectionId);
    const collection = before.collections[at];
    if (collection === undefined) throw notFoundOf({ zh: "找不到该处理记录", en: "no such collection" });
    if (collection.revoked !== undefined) throw revokedAlready;
    const revoked = { ...actOf(context), reason };
    const collections = before.collections.with(at, { ...collection, revoked });
    const entries = undo(collection, state, revoked);
    return changePenalty(state, before, { ...before, collections }, context, {}, { entries, reason });
  },
});

const revokedAlready = conflictOf({ zh: "该处理已撤销", en: "it has been revoked already" });

type Revoked = NonNullable<PenaltyCollection["revoked"]>;

function undo(collection: PenaltyCollection, state: ContractState, revoked: Revoked): ContractEntry[] {
  if (collection.way === "setOff") return [undoSetOff(collection.deductionId, state, revoked)];
  return collection.way === "bond" ? [undoClaim(collection, state, revoked)] : [];
}

function undoSetOff(deductionId: string, { money }: ContractState, decided: Revoked): ContractEntry {
  const deduction = money.deductions.find(({ id }) => id === deductionId);
  const taken = money.payments
    .filter(isLivePayment)
    .some(({ setOffs }) => setOffs.some((setOff) => setOff.deductionId === deductionId));
  if (deduction === undefined || taken) {
    throw conflictOf({
      zh: "该扣款已在付款中抵扣，请先撤回该付款",
      en: "a payment sets this off: take that payment back first",
    });
  }
  const { id } = deduction;
  return { kind: "deduction", id, deduction: { ...deduction, state: "withdrawn", decided } };
}

function undoClaim(
  { bondId, claimId }: Extract<PenaltyCollection, { way: "bond" }>,
  { work }: ContractState,
  withdrawn: Revoked,
): ContractEntry {
  const bond = work.bonds.find(({ id }) => id === bondId);
  const claim = bond?.claims.find(({ id }) => id === claimId);
  if (bond === undefined || claim?.state !== "claimed") {
    throw conflictOf({
      zh: "出函方已赔付，不能撤销",
      en: "the issuer has paid: it cannot be revoked",
    });
  }
  return { kind: "bond", id: bondId, bond: withClaim(bond, { ...claim, state: "withdrawn", withdrawn }) };
}

type NewCollection = PenaltyCollection extends infer C
  ? C extends unknown
    ? Omit<C, "id" | "revoked">
    : never
  : never;

function collect(
  state: ContractState,
  before: Imposed,
  collection: NewCollection,
  context: CommandContext,
  entries: readonly ContractEntry[] = [],
  reason?: string,
) {
  const id = context.runtime.newId("col");
  // The parts of a collection without its id, which is given here.
  const added = { id, ...collection } as PenaltyCollection;
  const penalty: Penalty = { ...before, collections: [...before.collections, added] };
  const answer = { collectionId: id, way: added.way, collected: added.amount };
  return changePenalty(state, before, penalty, context, answer, {
    entries,
    ...(reason === undefined ? {} : { reason }),
  });
}
