import {
  checkTenPercent,
  diffTerms,
  type TenPercentCheck,
  type TermsDifference,
} from "@luyue/core/amendment";
import type { CheckResult } from "@luyue/core/check";
import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { type ContractTerms, titleText } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import type { CommandContext } from "../runtime/define-command.ts";
import type { Contract, ContractState, TermsVersion } from "./contract.ts";
import { checkTerms, listNewlyFailed } from "./demand-checks.ts";
import { demandDerivable, headOf } from "./draft-contract.ts";
import { factsOf } from "./facts-of.ts";
import { type Effect, listEffects } from "./list-effects.ts";
import { type Derivation, planDerivation } from "./plan-derivation.ts";
import { surroundingsOf } from "./surroundings-of.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { isLiveInvoice } from "@luyue/core/invoice";
import { isLivePayment } from "@luyue/core/payment";

/** A supplement before it is signed: what it changes in the terms and of the obligations, and what the checks say of it. */
export interface AmendmentPlan {
  readonly differences: readonly TermsDifference[];
  readonly obligations: Derivation["summary"];
  readonly effects: readonly Effect[];
  readonly newlyFailed: readonly CheckResult[];
  readonly addedWork: TenPercentCheck;
  readonly next: ContractState;
  /** Whether it holds now, and not only from a later day. */
  readonly present: boolean;
}

/** What was proposed as a supplement 补充协议: the terms, the day from which they hold, and why. */
export interface ProposedAmendment {
  readonly terms: ContractTerms;
  readonly from: CivilDate;
  readonly reason?: string;
}

/** Works a supplement out without writing it. Throws `invalid` for one that cannot be, `conflict` for one that cannot be now. */
export function planAmendment(
  state: ContractState,
  { terms, from, reason }: ProposedAmendment,
  { tenant, runtime }: Pick<CommandContext, "tenant" | "runtime">,
): AmendmentPlan {
  const now = runtime.now();
  const { contract, versions } = state;
  demandAmendable(state, terms, from);
  const amended: TermsVersion = {
    version: contract.termsVersion + 1,
    terms,
    from,
    ...(reason === undefined ? {} : { reason }),
    at: now,
  };
  const today = civilDateOf(now);
  const present = from <= today;
  const after: Contract = present
    ? { ...contract, ...headOf(terms, { name: contract.vendorName }), termsVersion: amended.version }
    : { ...contract, pending: { version: amended.version, from } };
  const next = {
    ...state,
    contract: after,
    terms: present ? amended : state.terms,
    versions: [...versions, amended],
  };
  const surroundings = surroundingsOf(tenant, runtime);
  const derived = planDerivation(next, surroundings, now, present ? today : from);
  const facts = factsOf(state);
  const size = contract.vendorSize;
  const before = checkTerms(state.terms.terms, versions.slice(0, -1), facts, size, { tenant, runtime });
  const checks = checkTerms(terms, versions, facts, size, { tenant, runtime });
  return {
    differences: diffTerms(state.terms.terms, terms),
    obligations: derived.summary,
    effects: listEffects(state, derived, surroundings.calendar),
    newlyFailed: listNewlyFailed(checks, before),
    addedWork: checkTenPercent(versions, terms),
    next,
    present,
  };
}

function demandAmendable(state: ContractState, terms: ContractTerms, from: CivilDate): void {
  const { contract, versions } = state;
  const { vendor } = state.terms.terms.parties;
  if (terms.number !== contract.number || terms.parties.vendor.creditCode !== vendor.creditCode) {
    throw new DomainError("invalid", {
      zh: "补充协议不能更改合同编号或供应商",
      en: "an amendment can change neither the contract's number nor its vendor",
    });
  }
  if (contract.pending !== undefined) {
    throw new DomainError("conflict", {
      zh: `已有补充协议将于 ${contract.pending.from} 生效`,
      en: `an amendment is to hold from ${contract.pending.from} already`,
    });
  }
  const last = versions.at(-1)?.from;
  if (last !== undefined && from < last) {
    const reason = {
      zh: `不得早于上一补充协议的生效日 ${last}`,
      en: `not before that of the last amendment, ${last}`,
    };
    throw invalidAt("/from", reason);
  }
  demandDerivable(terms);
  demandPaidKept(state, terms);
}

/** What has been paid, invoiced or asked for belongs to a payment, which an amendment cannot take away. */
function demandPaidKept({ terms: present, money }: ContractState, terms: ContractTerms): void {
  const kept = new Set(terms.tranches.map(({ key }) => key));
  const isLost = (of: string) => (of === "overrun" ? terms.overrun === undefined : !kept.has(of));
  const live = [...money.invoices.filter(isLiveInvoice), ...money.payments.filter(isLivePayment)];
  const lost = live.find(({ of }) => of !== "settlement" && isLost(of))?.of;
  if (lost === undefined) return;
  const tranche = present.terms.tranches.find(({ key }) => key === lost);
  const title =
    tranche === undefined ? { zh: "超期服务费", en: "service beyond the term" } : titleText(tranche.title);
  throw new DomainError("conflict", {
    zh: `“${title.zh}”已有付款或发票，不能删除`,
    en: `“${title.en}” has payments or invoices: it cannot be taken away`,
  });
}
