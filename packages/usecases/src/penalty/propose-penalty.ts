import { civilDateOf } from "@luyue/core/civil-date";
import { decimalSchema, type PenaltyRule, titleText } from "@luyue/core/contract";
import type { DomainError } from "@luyue/core/error";
import { evidenceListSchema, keySchema } from "@luyue/core/event";
import { fractionOf } from "@luyue/core/measurement";
import { moneySchema } from "@luyue/core/money";
import { readPenaltyAnswerDay } from "@luyue/core/obligation";
import { type Penalty, resolveRuleSum, type RuleSum } from "@luyue/core/penalty";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
import { demandEvidence } from "../file/index.ts";
import { readOccasions } from "../right/read-risk.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { definedOf } from "../runtime/defined-of.ts";
import { conflictOf, invalidAt } from "../runtime/refusals.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { answerOf, reasonSchema } from "./demand-penalty.ts";

/** A contract has at most so many penalties. */
const mostPenalties = 500;

const facts = {
  contractId: contractIdSchema,
  reason: reasonSchema,
  evidence: evidenceListSchema.optional(),
};

/**
 * Proposes a penalty 违约金 by a rule of the terms, for an occasion that the record shows, or for a quantity that it cannot
 * show: days, people and times, a measured value. The sum is the rule's, worked out here; the vendor answers, and somebody
 * else decides. One rule is owed once for one occasion.
 */
export const proposePenaltyByRule = defineCommand({
  name: "penalty.proposeByRule",
  input: z.strictObject({
    ...facts,
    rule: keySchema,
    occasion: z.string().min(1).max(300).optional(),
    days: z.int().min(1).max(10_000).optional(),
    times: z.int().min(1).max(10_000).optional(),
    measured: decimalSchema.optional(),
  }),
  permission: "penalty:propose",
  async decide(context, { contractId, rule: key, occasion, reason, evidence = [], ...quantity }) {
    const state = await demandRoom(context, contractId);
    const rule = state.terms.terms.penalties?.find((each) => each.key === key);
    if (rule === undefined) throw noSuchRule(key);
    const owed =
      occasion === undefined
        ? sumOf(rule, state, quantity)
        : demandOccasion(rule, occasion, state, context, quantity);
    if (occasion === undefined && evidence.length === 0) throw unproved;
    return propose(state, context, {
      title: titleText(rule.title).zh,
      rule: key,
      reason,
      evidence,
      ...owed,
      ...definedOf({ occasion, clause: rule.clause }),
    });
  },
});

/** Proposes a penalty that no rule of the terms works out: a person names the sum and the clause. */
export const proposePenalty = defineCommand({
  name: "penalty.propose",
  input: z.strictObject({
    ...facts,
    title: z.string().trim().min(1).max(200),
    amount: moneySchema,
    clause: z.string().trim().min(1).max(100),
  }),
  permission: "penalty:propose",
  async decide(context, { contractId, title, amount, clause, reason, evidence = [] }) {
    const state = await demandRoom(context, contractId);
    if (amount === "0.00")
      throw invalidAt("/amount", { zh: "违约金须大于零", en: "a penalty is more than nothing" });
    const why = { zh: `由提出人按${clause}主张`, en: `claimed by a person under ${clause}` };
    return propose(state, context, { title, clause, reason, evidence, sum: { amount }, why });
  },
});

type Proposal = Pick<Penalty, "title" | "reason" | "evidence" | "sum" | "why"> &
  Partial<Pick<Penalty, "rule" | "occasion" | "clause">>;

async function propose(state: ContractState, context: CommandContext, proposal: Proposal) {
  await demandEvidence(proposal.evidence, context);
  const { tenant, runtime } = context;
  const { terms, version: termsVersion } = state.terms;
  const id = runtime.newId("pen");
  const today = civilDateOf(runtime.now());
  const penalty: Penalty = {
    id,
    ...proposal,
    termsVersion,
    answerBy: readPenaltyAnswerDay(terms, today, tenantCalendar(tenant, runtime)),
    proposed: actOf(context),
    state: "proposed",
  };
  const { sum, why } = penalty;
  return decideEntry(state, { kind: "penalty", id, penalty }, context, {
    answer: { ...answerOf(penalty), sum, why },
    subject: id,
    after: { penalty },
  });
}

async function demandRoom(context: CommandContext, contractId: string): Promise<ContractState> {
  const state = await demandRunningContract(context, contractId);
  if (state.work.penalties.length < mostPenalties) return state;
  throw conflictOf({
    zh: `一份合同最多 ${mostPenalties} 笔违约金`,
    en: `a contract has at most ${mostPenalties} penalties`,
  });
}

interface Given {
  readonly days?: number | undefined;
  readonly times?: number | undefined;
  readonly measured?: string | undefined;
}

/** What the record shows of an occasion; nobody enters a quantity beside it. */
function demandOccasion(
  rule: PenaltyRule,
  occasion: string,
  state: ContractState,
  context: CommandContext,
  given: Given,
): RuleSum {
  for (const field of ["days", "times", "measured"] as const) {
    if (given[field] !== undefined) {
      throw invalidAt(`/${field}`, { zh: "由记录得出，不须填写", en: "the record gives it" });
    }
  }
  const occasions = readOccasions(state, obligationsNow(state, context), context.runtime.now());
  const found = occasions.find((each) => each.rule === rule.key && each.key === occasion);
  if (found === undefined) {
    throw invalidAt("/occasion", {
      zh: "记录中没有这一违约事由",
      en: "the record shows no such occasion for this rule",
    });
  }
  if (found.penaltyId !== undefined) {
    throw conflictOf({
      zh: "该事由已按此条款提出违约金",
      en: "a penalty has been proposed by this rule for that occasion",
    });
  }
  return { sum: found.sum, why: found.why };
}

const asked = { perPersonTime: "times", perDay: "days", tiers: "measured" } as const;

/** What a rule comes to for a quantity that a person gives: just the one that it asks for. */
function sumOf(rule: PenaltyRule, { terms: { terms } }: ContractState, given: Given): RuleSum {
  const wanted =
    rule.penalty === "once" || rule.penalty === "perOccurrence" ? undefined : asked[rule.penalty];
  for (const field of ["days", "times", "measured"] as const) {
    if ((given[field] !== undefined) === (field === wanted)) continue;
    throw invalidAt(
      `/${field}`,
      field === wanted
        ? { zh: "该条款按此数量计算，请填写", en: "the rule is worked out by it: give it" }
        : { zh: "该条款不按此数量计算", en: "the rule is not worked out by it" },
    );
  }
  const { measured, days, times } = given;
  const owed = resolveRuleSum(rule, terms, {
    ...definedOf({ days, times }),
    ...(measured === undefined ? {} : { measured: fractionOf(measured) }),
  });
  if (owed !== undefined) return owed;
  throw invalidAt(`/${wanted ?? "rule"}`, {
    zh: "按该条款不产生违约金",
    en: "nothing is owed for it by this rule",
  });
}

function noSuchRule(key: string): DomainError {
  return invalidAt("/rule", { zh: `合同没有违约金条款“${key}”`, en: `the contract has no penalty ${key}` });
}

const unproved = invalidAt("/evidence", {
  zh: "记录之外的事由须附证明材料",
  en: "what the record does not show is proposed with its evidence",
});
