import { formatMoney, type Money } from "@luyue/core/money";
import type { ObligationKind } from "@luyue/core/obligation";
import type { Side } from "@luyue/core/party";
import type { Notice, NoticeEvent, NoticeRow } from "@luyue/core/reminder";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "../contract/contract.ts";
import type { Actor } from "../runtime/actor.ts";
import type { ContractEntry } from "../runtime/store.ts";

const labels = {
  amount: { zh: "金额", en: "Amount" },
  number: { zh: "发票号码", en: "Invoice number" },
  reason: { zh: "理由", en: "Reason" },
  paidOn: { zh: "付款日期", en: "Paid on" },
  answerBy: { zh: "答复截止", en: "Answer by" },
  rectifyBy: { zh: "整改截止", en: "Rectify by" },
  score: { zh: "得分", en: "Score" },
  arithmetic: { zh: "计算", en: "Arithmetic" },
  version: { zh: "版本", en: "Version" },
  todo: { zh: "待办", en: "To do" },
} as const satisfies Record<string, Text>;
type Label = keyof typeof labels;

/** What a command's entry is told of, where it has come into a state that others wait for or have to know; else nothing. */
export function noticeOfEntry(entry: ContractEntry, before: ContractState, actor: Actor): Notice | undefined {
  const drafted = draftOf(entry, before);
  return drafted === undefined ? undefined : { ...drafted, by: actor.id };
}

type Draft = Omit<Notice, "by">;

function draftOf(entry: ContractEntry, before: ContractState): Draft | undefined {
  switch (entry.kind) {
    case "invoice":
      return ofInvoice(entry.invoice, before);
    case "payment":
      return ofPayment(entry.payment, before);
    case "submission":
      return ofSubmission(entry.submission, before);
    case "penalty":
      return ofPenalty(entry.penalty, before);
    case "sheet":
      return ofSheet(entry.sheet, before);
    case "round":
      return ofRound(entry.round, before);
    default:
      return undefined;
  }
}

type EntryOf<Kind extends ContractEntry["kind"]> = Extract<ContractEntry, { readonly kind: Kind }>;

function ofInvoice(invoice: EntryOf<"invoice">["invoice"], state: ContractState): Draft | undefined {
  const { id, of, number, amount } = invoice;
  if (!isNews(invoice, state.money.invoices)) return undefined;
  const title = titleOf(state, `payment.${of}`, of);
  const facts = [row("number", number), sum(amount)];
  if (invoice.state === "rejected") {
    const rows = [...facts, row("reason", invoice.decided.reason)];
    return draft("invoiceRejected", "invoice", ["vendor"], title, rows, id);
  }
  if (invoice.state !== "submitted") return undefined;
  const rows = [...facts, todo("核对发票", "check the invoice")];
  return draft("waitingForYou", "invoice", ["buyer"], title, rows, id);
}

function ofPayment(payment: EntryOf<"payment">["payment"], state: ContractState): Draft | undefined {
  const { id, of, amount } = payment;
  if (!isNews(payment, state.money.payments)) return undefined;
  const title = titleOf(state, `payment.${of}`, of);
  if (payment.state === "paid") {
    const rows = [sum(amount), row("paidOn", payment.paid.on)];
    return draft("paymentPaid", "payment", ["vendor"], title, rows, id);
  }
  if (payment.state !== "requested") return undefined;
  const rows = [sum(amount), todo("由另一人审批付款申请", "somebody else approves the payment")];
  return draft("waitingForYou", "payment", ["buyer"], title, rows, id);
}

function ofSubmission(
  submission: EntryOf<"submission">["submission"],
  state: ContractState,
): Draft | undefined {
  const { of, version } = submission;
  if (!isNews(submission, state.work.submissions)) return undefined;
  const title = titleOf(state, of);
  const facts = [row("version", `${version}`)];
  if (submission.state === "returned") {
    const rows = [...facts, row("reason", submission.decided.reason)];
    return draft("deliverableReturned", "deliverable", ["vendor"], title, rows, of);
  }
  // What comes every day is checked without being told of it each time.
  if (submission.state !== "submitted" || isDaily(of, state)) return undefined;
  const rows = [...facts, todo("审核提交的内容", "check what was handed in")];
  return draft("waitingForYou", "deliverable", ["buyer"], title, rows, of);
}

function isDaily(key: string, { obligations }: ContractState): boolean {
  const period = obligations.find(({ obligation }) => obligation.key === key)?.obligation.period;
  return period === "day" || period === "workingDay";
}

function ofPenalty(penalty: EntryOf<"penalty">["penalty"], state: ContractState): Draft | undefined {
  const known = state.work.penalties.find(({ id }) => id === penalty.id);
  const title = { zh: penalty.title, en: penalty.title };
  const { sum: range, why, reason, answerBy, id } = penalty;
  const amount = "amount" in range ? [sum(range.amount)] : [sum(range.from), sum(range.to)];
  if (penalty.state !== "proposed") return undefined;
  if (known === undefined) {
    const arithmetic = { label: labels.arithmetic, value: why };
    const rows = [...amount, arithmetic, row("reason", reason), row("answerBy", answerBy)];
    return draft("penaltyProposed", "penaltyAnswer", ["vendor"], title, rows, id);
  }
  if (penalty.answer === undefined || known.answer !== undefined) return undefined;
  const rows = [
    ...amount,
    todo("供应商已答复，由另一人作出决定", "the vendor has answered: somebody else decides"),
  ];
  return draft("waitingForYou", "penalty", ["buyer"], title, rows, id);
}

function ofSheet(sheet: EntryOf<"sheet">["sheet"], state: ContractState): Draft | undefined {
  if (!isNews(sheet, state.work.sheets) || sheet.state === "withdrawn") return undefined;
  const { period, score, answerBy, id } = sheet;
  const title = { zh: `${period} 考核评分`, en: `Score of ${period}` };
  if (sheet.state === "final") {
    return draft("scoreFinal", "score", ["buyer", "vendor"], title, [row("score", score)], id);
  }
  const rows = [row("score", score), row("answerBy", answerBy), todo("答复评分", "answer the score")];
  return draft("waitingForYou", "scoreAnswer", ["vendor"], title, rows, id);
}

function ofRound(round: EntryOf<"round">["round"], state: ContractState): Draft | undefined {
  if (!isNews(round, state.work.rounds)) return undefined;
  const { of } = round;
  const title = titleOf(state, `acceptance.${of}`, of);
  switch (round.state) {
    case "passed":
      return draft("acceptancePassed", "acceptance", ["vendor"], title, [], of);
    case "failed":
    case "objected": {
      const { reason, rectifyBy } = round.settled;
      const rows = [row("reason", reason), ...(rectifyBy === undefined ? [] : [row("rectifyBy", rectifyBy)])];
      return draft("acceptanceFailed", "acceptance", ["vendor"], title, rows, of);
    }
    case "applied": {
      const rows = [todo("审查验收申请并组织验收", "review the application and hold the acceptance")];
      return draft("waitingForYou", "acceptance", ["buyer"], title, rows, of);
    }
    case "withdrawn":
      return undefined;
  }
}

/** It has come into its state by this command. */
function isNews<T extends { readonly id: string; readonly state: string }>(
  { id, state }: T,
  known: readonly T[],
): boolean {
  return known.find((each) => each.id === id)?.state !== state;
}

function draft(
  event: NoticeEvent,
  kind: ObligationKind,
  sides: readonly Side[],
  title: Text,
  rows: readonly NoticeRow[],
  anchor: string,
): Draft {
  return { event, kind, sides, title, rows, anchor };
}

/** What the first obligation under one of these keys is called; the last key itself where there is none. */
function titleOf({ obligations }: ContractState, ...keys: readonly string[]): Text {
  const found = keys
    .map((key) => obligations.find(({ obligation }) => obligation.key === key))
    .find((each) => each !== undefined);
  const name = keys.at(-1) ?? "";
  return found?.obligation.title ?? { zh: name, en: name };
}

function row(label: Label, value: string): NoticeRow {
  return { label: labels[label], value: { zh: value, en: value } };
}

function sum(amount: Money): NoticeRow {
  return {
    label: labels.amount,
    value: { zh: `${formatMoney(amount)} 元`, en: `CNY ${formatMoney(amount)}` },
  };
}

function todo(zh: string, en: string): NoticeRow {
  return { label: labels.todo, value: { zh, en } };
}
