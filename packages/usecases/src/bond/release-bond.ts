import { isLiveClaim } from "@luyue/core/bond";
import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { demandStartedContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { changeBond, demandBond, documentSchema, ofBond, reasonSchema } from "./demand-bond.ts";

/** Gives a bond back 退还 to the vendor, on a day, with the reason; not while a claim on it is open. Also after the contract is closed. */
export const releaseBond = defineCommand({
  name: "bond.release",
  input: ofBond.extend({ on: civilDateSchema, reason: reasonSchema, document: documentSchema.optional() }),
  permission: "bond:enter",
  async decide(context, { contractId, bondId, on, reason, document }) {
    const state = await demandStartedContract(context, contractId);
    const before = demandBond(state, bondId);
    const by = actOf(context);
    if (on > civilDateOf(by.at))
      throw invalidAt("/on", { zh: "日期晚于今天", en: "the date is after today" });
    if (on < before.receivedOn) throw invalidAt("/on", { zh: "早于收到日", en: "before it was received" });
    if (before.claims.some(({ state: at }) => at === "claimed")) throw claimed;
    const released = { ...by, on, reason, ...(document === undefined ? {} : { document }) };
    return changeBond(state, before, { ...before, state: "released", released }, context, {}, reason);
  },
});

const claimed = conflictOf({
  zh: "尚有索赔未赔付，不能退还保函",
  en: "a claim on the bond is open: it is not given back",
});

/** A bond was entered in error: it is taken off the file, with the reason. Not once it has been claimed on. */
export const withdrawBond = defineCommand({
  name: "bond.withdraw",
  input: ofBond.extend({ reason: reasonSchema }),
  permission: "bond:enter",
  async decide(context, { contractId, bondId, reason }) {
    const state = await demandStartedContract(context, contractId);
    const before = demandBond(state, bondId);
    if (before.claims.some(isLiveClaim)) throw used;
    const withdrawn = { ...actOf(context), reason };
    return changeBond(state, before, { ...before, state: "withdrawn", withdrawn }, context, {}, reason);
  },
});

const used = conflictOf({
  zh: "已凭该保函索赔，不能撤回",
  en: "a claim has been made on the bond: it is not taken off the file",
});
