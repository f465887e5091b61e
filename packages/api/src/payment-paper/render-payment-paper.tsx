/** @jsxImportSource hono/jsx */
import { formatMoney, sumMoney } from "@luyue/core/money";
import type { Payment } from "@luyue/core/payment";
import type { Language } from "@luyue/core/text";
import type { PaymentPaper } from "@luyue/usecases/query";
import { type Fact, FactTable, paperAmount, paperDay, paperInstant, renderPaper } from "../paper/index.ts";
import { GateTable, InvoiceTable, SetOffTable } from "./paper-tables.tsx";
import { type PaymentPaperWords, paymentPaperWords } from "./payment-paper-words.ts";

export interface PaymentPaperPart {
  readonly paper: PaymentPaper;
  readonly language: Language;
  readonly words: PaymentPaperWords;
}

/** The paper of a request for a payment 付款申请单, in the language of who reads it. */
export function renderPaymentPaper(paper: PaymentPaper, language: Language): string {
  const words = paymentPaperWords[language];
  const { contract, payment, standing, asOf } = paper;
  const part = { paper, language, words };
  const title = standing.line.title[language];
  const isVoid = payment.state === "rejected" || payment.state === "withdrawn";
  return renderPaper({
    language,
    title: `${words.heading} ${contract.number} ${title}`,
    heading: words.heading,
    subtitle: `${contract.name} · ${title}`,
    notice: headOf(payment, part),
    watermark: isVoid ? words.void : payment.state === "requested" ? words.draft : undefined,
    foot: words.foot(asOf, payment.id),
    children: (
      <>
        <h2>{words.parts.contract}</h2>
        <FactTable facts={contractFacts(part)} />
        <h2>{words.parts.sum}</h2>
        <FactTable facts={sumFacts(part)} />
        <h2>{words.parts.setOffs}</h2>
        <SetOffTable {...part} />
        <h2>{words.parts.gates}</h2>
        <GateTable {...part} />
        <h2>{words.parts.invoices}</h2>
        <InvoiceTable {...part} />
        <h2>{words.parts.account}</h2>
        <Account {...part} />
        <h2>{words.parts.course}</h2>
        <FactTable facts={courseFacts(part)} />
      </>
    ),
  });
}

function headOf(payment: Payment, { language, words }: PaymentPaperPart): string | undefined {
  switch (payment.state) {
    case "requested":
      return words.waits;
    case "rejected":
    case "withdrawn":
      return words[payment.state](paperInstant(payment.decided.at, language), payment.decided.reason);
    case "approved":
    case "paid":
      return undefined;
  }
}

function contractFacts({ paper: { contract, standing }, language, words }: PaymentPaperPart): Fact[] {
  const obligation = standing.assessment?.obligation;
  return [
    [words.number, contract.number],
    [words.name, contract.name],
    [words.buyer, contract.buyerName],
    [words.vendor, contract.vendorName],
    [words.total, paperAmount(contract.total, language)],
    [words.tranche, standing.line.title[language]],
    ...(obligation?.clause === undefined ? [] : [[words.clause, obligation.clause] as const]),
    ...(obligation?.dueOn === undefined
      ? []
      : [[words.dueOn, paperDay(obligation.dueOn, language)] as const]),
  ];
}

function sumFacts({ paper: { payment, standing }, language, words }: PaymentPaperPart): Fact[] {
  const { amount, amountWhy, paid } = standing.line;
  const setOff = sumMoney(payment.setOffs.map((each) => each.amount));
  return [
    [words.lineAmount, paperAmount(amount, language)],
    [words.working, amountWhy[language]],
    [words.paidBefore, formatMoney(paid)],
    [words.setOff, formatMoney(setOff)],
    [words.amount, paperAmount(payment.amount, language)],
    ...(payment.requested.note === undefined ? [] : [[words.note, payment.requested.note] as const]),
  ];
}

function Account({ paper: { account }, words }: PaymentPaperPart) {
  if (account === undefined) return <p>{words.noAccount}</p>;
  return (
    <FactTable
      facts={[
        [words.holder, account.holder],
        [words.bank, account.bank],
        [words.account, account.number],
      ]}
    />
  );
}

function courseFacts({ paper: { payment }, language, words }: PaymentPaperPart): Fact[] {
  const by = ({ name, at }: { readonly name: string; readonly at: string }) =>
    words.by(name, paperInstant(at, language));
  const requested: Fact = [words.requested, by(payment.requested)];
  switch (payment.state) {
    case "requested":
      return [requested, [words.approved, words.notYet]];
    case "rejected":
    case "withdrawn":
      return [requested, [words.decided, by(payment.decided)]];
    case "approved":
      return [requested, [words.approved, by(payment.approved)], [words.paid, words.notYet]];
    case "paid": {
      const { approved, paid } = payment;
      const on = paperDay(paid.on, language);
      return [
        requested,
        [words.approved, by(approved)],
        [words.paid, words.paidBy(paid.name, on, paid.voucher)],
      ];
    }
  }
}
