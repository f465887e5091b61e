import { bankAccountSchema, findAccountWindow, maskAccount, type PayeeAccount } from "@luyue/core/account";
import { type CivilDate, civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { evidenceListSchema, type evidenceSchema } from "@luyue/core/event";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { stamp } from "../event/record-event.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { isUnderWay } from "@luyue/core/payment";

/**
 * The vendor's account 收款账户 is entered, or another one takes its place by written notice: not while a payment is on its
 * way to the old one, and as long before the next payment as the contract wants. Only the stored account has its whole
 * number.
 */
export const changeAccount = defineCommand({
  name: "account.change",
  input: z.strictObject({
    contractId: contractIdSchema,
    account: bankAccountSchema,
    noticedOn: civilDateSchema.optional(),
    evidence: evidenceListSchema.min(1),
  }),
  permission: "account:change",
  async decide(context, { contractId, account: given, noticedOn, evidence }) {
    const state = await demandRunningContract(context, contractId);
    const on = demandNoticeDay(noticedOn, context);
    await demandEvidence(evidence, context);
    const before = state.money.account;
    demandNoneUnderWay(state, context);
    if (before !== undefined) demandChangeable(before, given, on, state, context);
    const account: PayeeAccount = { ...given, noticedOn: on, changed: actOf(context) };
    const shown = showAccount(account);
    return decideEntry(state, { kind: "account", id: "account", account }, context, {
      answer: { contractId, account: shown },
      subject: "account",
      ...(before === undefined ? {} : changeOf(before, on, evidence, context)),
      after: { account: shown, evidence },
    });
  },
});

/** An account as everybody but the agency's finance officers sees it. */
export function showAccount({ holder, bank, number, noticedOn }: PayeeAccount) {
  return { holder, bank, number: maskAccount(number), noticedOn };
}

/** What the contract asks for after a change of account follows from the event of it. */
function changeOf(
  before: PayeeAccount,
  on: CivilDate,
  evidence: z.infer<typeof evidenceSchema>[],
  context: CommandContext,
) {
  const facts = { kind: "accountChanged", on, by: "vendor", evidence } as const;
  const event = stamp(facts, context.runtime.newId("evt"), context);
  return { events: [event], before: { account: showAccount(before) } };
}

/** The notice is today's where the vendor gives it here, and not a later one than today's where it came on paper. */
function demandNoticeDay(noticedOn: CivilDate | undefined, { actor, runtime }: CommandContext): CivilDate {
  const today = civilDateOf(runtime.now());
  if (noticedOn === undefined || noticedOn === today) return today;
  if (noticedOn < today && actor.kind !== "partner") return noticedOn;
  const reason =
    noticedOn > today
      ? { zh: "日期晚于今天", en: "the date is after today" }
      : {
          zh: "供应商在此提交的变更以提交当天为准",
          en: "what a vendor announces here counts from today",
        };
  throw invalidAt("/noticedOn", reason);
}

function demandChangeable(
  before: PayeeAccount,
  { holder, bank, number }: z.infer<typeof bankAccountSchema>,
  on: CivilDate,
  state: ContractState,
  context: CommandContext,
): void {
  if (before.holder === holder && before.bank === bank && before.number === number) {
    throw new DomainError("conflict", { zh: "账户没有变化", en: "this is the present account" });
  }
  if (on < before.noticedOn) {
    const reason = {
      zh: `不得早于现账户的通知日 ${before.noticedOn}`,
      en: `not before the notice of the present account, ${before.noticedOn}`,
    };
    throw invalidAt("/noticedOn", reason);
  }
  demandOutsideWindow(on, state, context);
}

/** A vendor learns no more than that it has to wait: what is under way within the agency is the agency's own. */
function demandNoneUnderWay({ money, obligations }: ContractState, { actor }: CommandContext): void {
  const underWay = money.payments.find(isUnderWay);
  if (underWay === undefined) return;
  if (actor.kind === "partner") {
    throw new DomainError("conflict", {
      zh: "收款账户暂时不能变更，请稍后再试或联系采购单位",
      en: "the account cannot be changed at the moment: try again later, or ask the agency",
    });
  }
  const stored = obligations.find(({ obligation }) => obligation.key === `payment.${underWay.of}`);
  const title = stored?.obligation.title ?? { zh: underWay.of, en: underWay.of };
  throw new DomainError("conflict", {
    zh: `“${title.zh}”正在办理付款，支付或撤回后方可变更账户`,
    en: `“${title.en}” is being paid: the account can be changed once it is paid or taken back`,
  });
}

function demandOutsideWindow(
  on: CivilDate,
  { obligations, terms }: ContractState,
  { tenant, runtime }: CommandContext,
): void {
  const owed = obligations.map(({ obligation }) => obligation);
  const window = findAccountWindow(on, owed, terms.terms, tenantCalendar(tenant, runtime));
  if (window === undefined) return;
  const { payment, dueOn, lastDay, possibleFrom } = window;
  const { title } = payment;
  throw new DomainError("conflict", {
    zh: `距“${title.zh}”应付日 ${dueOn} 太近：变更须不晚于 ${lastDay} 书面通知，${possibleFrom} 起的通知方可受理`,
    en: `too near to “${title.en}”, due on ${dueOn}: notice was possible until ${lastDay}, and is again from ${possibleFrom}`,
  });
}
