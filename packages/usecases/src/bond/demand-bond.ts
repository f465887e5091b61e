import type { Bond } from "@luyue/core/bond";
import { civilDateOf } from "@luyue/core/civil-date";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { changeLine } from "../contract/change-line.ts";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { demandState } from "../runtime/demand-state.ts";
import { conflictOf, notFoundOf } from "../runtime/refusals.ts";

export const bondIdSchema = z.string().regex(/^bon_[0-9a-z]{10,40}$/);
export const ofBond = z.strictObject({ contractId: contractIdSchema, bondId: bondIdSchema });
export const documentSchema = z.string().trim().min(1).max(200);
export const reasonSchema = z.string().trim().min(1).max(1000);

const stateNames: Readonly<Record<Bond["state"], Text>> = {
  held: { zh: "在库", en: "on file" },
  released: { zh: "已退还", en: "released" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** A bond of a contract that is on file. Throws `notFound`, or `conflict` once it was released or taken back. */
export function demandBond(
  { work }: ContractState,
  bondId: string,
): Extract<Bond, { readonly state: "held" }> {
  const bond = work.bonds.find(({ id }) => id === bondId);
  if (bond === undefined) throw notFoundOf({ zh: "找不到该履约保函", en: "no such bond" });
  return demandState(bond, ["held"], { zh: "该履约保函", en: "the bond" }, stateNames);
}

/** One that is valid today, so that a claim can be made on it. Throws as `demandBond`, and `conflict` outside its days. */
export function demandHeldBond(
  state: ContractState,
  bondId: string,
  { runtime }: CommandContext,
): Extract<Bond, { readonly state: "held" }> {
  const bond = demandBond(state, bondId);
  const today = civilDateOf(runtime.now());
  if (bond.validFrom <= today && today <= bond.validUntil) return bond;
  throw conflictOf({
    zh: `保函有效期为 ${bond.validFrom} 至 ${bond.validUntil}`,
    en: `the bond is valid from ${bond.validFrom} through ${bond.validUntil}`,
  });
}

/** The decision of a command that changes a bond. */
export function changeBond<A extends object>(
  state: ContractState,
  before: Bond,
  bond: Bond,
  context: CommandContext,
  answer: A,
  reason?: string,
) {
  return decideEntry(state, { kind: "bond", id: bond.id, bond }, context, {
    answer: { id: bond.id, state: bond.state, validUntil: bond.validUntil, ...answer },
    subject: bond.id,
    ...changeLine("bond", before, bond),
    ...(reason === undefined ? {} : { reason }),
  });
}
