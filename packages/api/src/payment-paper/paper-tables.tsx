/** @jsxImportSource hono/jsx */
import { formatMoney } from "@luyue/core/money";
import type { Child } from "hono/jsx";
import { describeEvidence, paperDay } from "../paper/index.ts";
import type { PaymentPaperPart } from "./render-payment-paper.tsx";

/** The deductions that the payment sets off, each by its name. */
export function SetOffTable({ paper: { payment }, words }: PaymentPaperPart) {
  if (payment.setOffs.length === 0) return <p>{words.none}</p>;
  return (
    <Table head={words.setOffHead}>
      {payment.setOffs.map(({ title, amount }) => (
        <tr>
          <td>{title}</td>
          <td class="figure">{formatMoney(amount)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** What had to be there before it may be paid, since when it is, and what shows it. */
export function GateTable({ paper: { standing, events, invoices }, language, words }: PaymentPaperPart) {
  const gates = standing.assessment?.gates ?? [];
  if (gates.length === 0) return <p>{words.noGates}</p>;
  return (
    <Table head={words.gateHead}>
      {gates.map(({ gate, of, label, open, openedOn }) => {
        const found = events.find((event) => event.kind === gate && event.of === of);
        const proof =
          gate === "invoiceReceived"
            ? invoices.map(({ number }) => number).join(language === "zh" ? "、" : ", ")
            : describeEvidence(found?.evidence ?? [], language);
        return (
          <tr>
            <td>{label[language]}</td>
            <td class="number">
              {!open ? words.notMet : openedOn === undefined ? words.met : paperDay(openedOn, language)}
            </td>
            <td>{proof}</td>
          </tr>
        );
      })}
    </Table>
  );
}

export function InvoiceTable({ paper: { invoices }, language, words }: PaymentPaperPart) {
  if (invoices.length === 0) return <p>{words.none}</p>;
  return (
    <Table head={words.invoiceHead}>
      {invoices.map(({ number, issuedOn, receivedOn, state, amount }) => (
        <tr>
          <td class="number">{number}</td>
          <td class="number">{paperDay(issuedOn, language)}</td>
          <td class="number">{paperDay(receivedOn, language)}</td>
          <td class="number">{state === "accepted" ? words.states.accepted : words.states.submitted}</td>
          <td class="figure">{formatMoney(amount)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Table({ head, children }: { readonly head: readonly string[]; readonly children: Child }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((each) => (
            <th>{each}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
