import { DomainError } from "@luyue/core/error";
import { countsOf, type ResponsibleUnit, unclosedOf } from "@luyue/core/finding";
import { sideNames, sideSchema } from "@luyue/core/party";
import { talliesOf } from "@luyue/core/work";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { personSchema } from "../tenant/tenant.ts";
import { unitIdSchema } from "./finding-schemas.ts";

/** They are part of the contract's state, which every command reads. */
const mostUnits = 200;

/** Adds a responsible unit 责任单位 to a contract, or changes its name and contacts; its side stays while it has findings to see to. */
export const putUnit = defineCommand({
  name: "unit.put",
  input: z.strictObject({
    contractId: contractIdSchema,
    unitId: unitIdSchema.optional(),
    name: z.string().trim().min(1).max(100),
    side: sideSchema,
    contacts: z.array(personSchema).max(10),
  }),
  permission: "unit:manage",
  async decide(context, { contractId, unitId, name, side, contacts }) {
    const state = await demandRunningContract(context, contractId);
    const before = unitId === undefined ? undefined : demandUnit(unitId, state);
    if (before === undefined) demandRoom(state);
    demandOwnName(name, unitId, state);
    if (before !== undefined && before.side !== side) demandNothingOpen(before, state);
    const unit: ResponsibleUnit = {
      id: before?.id ?? context.runtime.newId("unt"),
      name,
      side,
      contacts: contacts.map(({ language = "zh", ...person }) => ({ ...person, language })),
      changed: actOf(context),
    };
    const { id } = unit;
    return decideEntry(state, { kind: "unit", id, unit }, context, {
      answer: { id, name, side },
      subject: id,
      ...(before === undefined ? {} : { before: { unit: before } }),
      after: { unit },
    });
  },
});

function demandUnit(unitId: string, { work }: ContractState): ResponsibleUnit {
  const found = work.units.find(({ id }) => id === unitId);
  if (found !== undefined) return found;
  throw new DomainError("notFound", { zh: "找不到该责任单位", en: "no such unit" });
}

function demandRoom({ work }: ContractState): void {
  if (work.units.length < mostUnits) return;
  throw new DomainError("conflict", {
    zh: `一份合同最多 ${mostUnits} 个责任单位`,
    en: `a contract has at most ${mostUnits} units`,
  });
}

function demandOwnName(name: string, unitId: string | undefined, { work }: ContractState): void {
  if (!work.units.some((unit) => unit.name === name && unit.id !== unitId)) return;
  throw invalidAt("/name", {
    zh: `本合同已有责任单位“${name}”`,
    en: `the contract has a unit “${name}” already`,
  });
}

function demandNothingOpen({ id, name, side }: ResponsibleUnit, { work }: ContractState): void {
  const open = talliesOf(work)
    .filter(({ unitId }) => unitId === id)
    .reduce((sum, tally) => sum + unclosedOf(countsOf(tally)), 0);
  if (open === 0) return;
  throw new DomainError("conflict", {
    zh: `“${name}”尚有 ${open} 项隐患未销号，销号后才能改变其所属的${sideNames[side].zh}`,
    en: `“${name}” has ${open} findings that are not closed: until they are, it stays with ${sideNames[side].en}`,
  });
}
