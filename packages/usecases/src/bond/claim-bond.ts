import { type Bond, type BondClaim, openOfBond, withClaim } from "@luyue/core/bond";
import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { compareMoney, formatMoney, moneySchema } from "@luyue/core/money";
import * as z from "zod";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf, demandOther } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt, notFoundOf } from "../runtime/refusals.ts";
import {
  changeBond,
  demandBond,
  demandHeldBond,
  documentSchema,
  ofBond,
  reasonSchema,
} from "./demand-bond.ts";

/** A bond carries at most so many claims. */
const mostClaims = 50;

/** Claims 索赔 on a bond that is in force, for what is no penalty: a loss, a cost. A penalty is claimed at the penalty. */
export const claimBond = defineCommand({
  name: "bond.claim",
  input: ofBond.extend({ amount: moneySchema, reason: reasonSchema, document: documentSchema.optional() }),
  permission: "bond:claim",
  async decide(context, { contractId, bondId, amount, reason, document }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandHeldBond(state, bondId, context);
    if (before.claims.length >= mostClaims) throw tooMany;
    const open = openOfBond(before);
    if (amount === "0.00" || compareMoney(amount, open) > 0) {
      throw invalidAt("/amount", {
        zh: `应大于零且不超过可索赔余额 ${formatMoney(open)}`,
        en: `must be more than nothing and at most what may be claimed, ${formatMoney(open)}`,
      });
    }
    const by = actOf(context);
    const claimed = { ...by, on: civilDateOf(by.at), ...(document === undefined ? {} : { document }) };
    const claim: BondClaim = { id: context.runtime.newId("clm"), amount, reason, claimed, state: "claimed" };
    const bond = withClaim(before, claim);
    return changeBond(state, before, bond, context, { claimId: claim.id, open: openOfBond(bond) });
  },
});

const tooMany = conflictOf({ zh: `最多 ${mostClaims} 笔索赔`, en: `at most ${mostClaims} claims` });

const ofClaim = ofBond.extend({ claimId: z.string().regex(/^clm_[0-9a-z]{10,40}$/) });

/** Records that the issuer has paid a claim, on a day and by a voucher: by somebody else than who claimed. */
export const recordClaimPaid = defineCommand({
  name: "bond.recordClaimPaid",
  input: ofClaim.extend({ on: civilDateSchema, document: documentSchema }),
  permission: "bond:claim",
  async decide(context, { contractId, bondId, claimId, on, document }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandBond(state, bondId);
    const claim = demandClaim(before, claimId);
    demandOther(claim.claimed, context);
    const by = actOf(context);
    if (on > civilDateOf(by.at))
      throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
    if (on < claim.claimed.on)
      throw invalidAt("/on", { zh: "日期早于索赔日", en: "the date is before the claim" });
    const bond = withClaim(before, { ...claim, state: "paid", paid: { ...by, on, document } });
    return changeBond(state, before, bond, context, { claimId, open: openOfBond(bond) });
  },
});

/** Takes a claim back that the issuer has not paid, with the reason. One of a penalty is revoked at the penalty. */
export const withdrawClaim = defineCommand({
  name: "bond.withdrawClaim",
  input: ofClaim.extend({ reason: reasonSchema }),
  permission: "bond:claim",
  async decide(context, { contractId, bondId, claimId, reason }) {
    const state = await demandRunningContract(context, contractId);
    const before = demandBond(state, bondId);
    const claim = demandClaim(before, claimId);
    if (claim.penaltyId !== undefined) throw ofPenalty;
    const bond = withClaim(before, {
      ...claim,
      state: "withdrawn",
      withdrawn: { ...actOf(context), reason },
    });
    return changeBond(state, before, bond, context, { claimId, open: openOfBond(bond) }, reason);
  },
});

const ofPenalty = conflictOf({
  zh: "该索赔属于违约金，请在违约金处撤销",
  en: "this claim is of a penalty: revoke it at the penalty",
});

function demandClaim({ claims }: Bond, claimId: string): Extract<BondClaim, { readonly state: "claimed" }> {
  const claim = claims.find(({ id }) => id === claimId);
  if (claim === undefined) throw notFoundOf({ zh: "找不到该索赔", en: "no such claim" });
  if (claim.state === "claimed") return claim;
  throw conflictOf({
    zh: claim.state === "paid" ? "该索赔已赔付" : "该索赔已撤回",
    en: claim.state === "paid" ? "the claim has been paid" : "the claim has been taken back",
  });
}
