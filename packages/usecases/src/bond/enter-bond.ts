import type { Bond } from "@luyue/core/bond";
import { civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { DomainError, type Fault } from "@luyue/core/error";
import { evidenceListSchema } from "@luyue/core/event";
import { compareMoney, formatMoney, moneySchema } from "@luyue/core/money";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import { conflictOf } from "../runtime/refusals.ts";
import { bondIdSchema } from "./demand-bond.ts";

/** A contract has at most so many bonds on file. */
const mostBonds = 50;

const input = z.strictObject({
  contractId: contractIdSchema,
  issuer: z.string().trim().min(1).max(200),
  number: z.string().trim().min(1).max(100),
  amount: moneySchema,
  receivedOn: civilDateSchema,
  validFrom: civilDateSchema,
  validUntil: civilDateSchema,
  replaces: bondIdSchema.optional(),
  evidence: evidenceListSchema.optional(),
});

/**
 * Enters a performance bond 履约保函 that was received, or one that extends another. It is of at least the agreed amount:
 * what was agreed on is changed by an amendment, not by a lower bond.
 */
export const enterBond = defineCommand({
  name: "bond.enter",
  input,
  permission: "bond:enter",
  async decide(context, { contractId, replaces, evidence = [], ...facts }) {
    const state = await demandRunningContract(context, contractId);
    const agreed = state.terms.terms.bond;
    if (agreed === undefined) throw noBond;
    const { bonds } = state.work;
    if (bonds.length >= mostBonds) throw tooMany;
    const faults = [
      ...findAmountFaults(facts.amount, agreed.amount),
      ...findDayFaults(facts, civilDateOf(context.runtime.now())),
      ...findPaperFaults({ ...facts, replaces }, bonds),
    ];
    if (faults.length > 0)
      throw new DomainError("invalid", { zh: "保函有误", en: "the bond is not valid" }, faults);
    await demandEvidence(evidence, context);
    const id = context.runtime.newId("bon");
    const bond: Bond = {
      id,
      of: agreed.key,
      ...facts,
      ...definedOf({ replaces }),
      evidence,
      entered: actOf(context),
      claims: [],
      state: "held",
    };
    return decideEntry(state, { kind: "bond", id, bond }, context, {
      answer: { id, state: bond.state, validUntil: bond.validUntil },
      subject: id,
      after: { bond },
    });
  },
});

type Facts = Pick<z.output<typeof input>, "receivedOn" | "validFrom" | "validUntil">;

function findAmountFaults(amount: string, agreed: string): Fault[] {
  if (compareMoney(amount, agreed) >= 0) return [];
  const reason = {
    zh: `低于约定的 ${formatMoney(agreed)}`,
    en: `below the ${formatMoney(agreed)} that were agreed`,
  };
  return [{ path: "/amount", reason }];
}

function findDayFaults({ receivedOn, validFrom, validUntil }: Facts, today: string): Fault[] {
  return [
    ...(receivedOn > today
      ? [{ path: "/receivedOn", reason: { zh: "日期晚于今天", en: "the date is after today" } }]
      : []),
    ...(validUntil < validFrom
      ? [{ path: "/validUntil", reason: { zh: "早于生效日", en: "before it becomes valid" } }]
      : []),
    ...(validUntil < receivedOn
      ? [{ path: "/validUntil", reason: { zh: "收到时已失效", en: "it had run out when it was received" } }]
      : []),
  ];
}

interface Paper {
  readonly issuer: string;
  readonly number: string;
  readonly replaces?: string | undefined;
}

function findPaperFaults({ issuer, number, replaces }: Paper, bonds: readonly Bond[]): Fault[] {
  const live = bonds.filter(({ state }) => state !== "withdrawn");
  const twice = live.some((bond) => bond.issuer === issuer && bond.number === number);
  const unknown = replaces !== undefined && !live.some(({ id }) => id === replaces);
  return [
    ...(twice
      ? [{ path: "/number", reason: { zh: "该编号的保函已登记", en: "a bond of this number is on file" } }]
      : []),
    ...(unknown
      ? [{ path: "/replaces", reason: { zh: "找不到被替换的保函", en: "no such bond to replace" } }]
      : []),
  ];
}

const noBond = conflictOf({ zh: "本合同未约定履约保函", en: "the contract agrees on no bond" });
const tooMany = conflictOf({
  zh: `一份合同最多 ${mostBonds} 份保函`,
  en: `a contract has at most ${mostBonds} bonds`,
});
