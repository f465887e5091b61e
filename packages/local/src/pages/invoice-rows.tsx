import { addMoney, compareMoney, formatMoney, type Money, subtractMoney, sumMoney } from "@luyue/core/money";
import { say, type View } from "./frame.tsx";
import { KeepDates } from "./keep-dates.tsx";
import type { InvoiceView, MoneyLine } from "./money-views.ts";
import { mayDo } from "./person.ts";
import { type FormPlace, RowForm } from "./row-form.tsx";

const states = {
  submitted: { zh: "待查验", en: "to be checked", tag: "waiting" },
  accepted: { zh: "查验通过", en: "accepted", tag: "fulfilled" },
  rejected: { zh: "已退回", en: "rejected", tag: "overdue" },
  withdrawn: { zh: "已撤回", en: "withdrawn", tag: "" },
} as const;

/** The invoices of a payment, with their decision where the reader may take it. */
export function InvoiceRows({ place, line }: { place: FormPlace; line: MoneyLine }) {
  if (line.invoices.length === 0) return null;
  return (
    <ul class="papers">
      {line.invoices.map((invoice) => (
        <InvoiceRow place={place} invoice={invoice} />
      ))}
    </ul>
  );
}

function InvoiceRow({ place, invoice }: { place: FormPlace; invoice: InvoiceView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { id, number, issuedOn, receivedOn, amount, state, reason, late, dueOn } = invoice;
  return (
    <li>
      <span class={`tag ${states[state].tag}`}>{states[state][view.language]}</span>{" "}
      <KeepDates
        text={[
          `${t("发票", "invoice")} ${number}`,
          `¥${formatMoney(amount)}`,
          `${t("开票", "issued")} ${issuedOn}`,
          `${t("收到", "received")} ${receivedOn}`,
        ].join(" · ")}
      />
      {late && (state === "submitted" || state === "accepted") ? (
        <>
          {" "}
          <span class="tag waiting">{t(`迟交，应于 ${dueOn} 前`, `late: it was due by ${dueOn}`)}</span>
        </>
      ) : null}
      {reason === null ? null : <span class="soft">{` ${t("理由：", "because: ")}${reason}`}</span>}
      {state === "submitted" && mayCheck(view, invoice) ? (
        <div class="decide">
          <RowForm
            place={place}
            path={`invoices/${id}/acceptance`}
            button={t("查验通过", "Accept")}
            main={true}
          />
          <RowForm
            place={place}
            path={`invoices/${id}/rejection`}
            button={t("退回", "Reject")}
            fields={[{ name: "reason", label: t("退回理由", "Reason"), kind: "text" }]}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Whoever has entered an invoice does not check it. */
function mayCheck({ person }: View, { submittedBy, submitter }: InvoiceView): boolean {
  return mayDo(person, "invoice:check") && !(submittedBy === "buyer" && submitter === person?.name);
}

/** For the vendor: the rest that no invoice covers; open for the payment whose turn it is. */
export function InvoiceForm({ place, line, next }: { place: FormPlace; line: MoneyLine; next: boolean }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const missing = uncoveredOf(line);
  if (missing === "0.00" || !place.running) return null;
  const path = "invoices";
  const entered = place.refused?.form === `${path}/${line.of}`;
  return (
    <details open={next || entered}>
      <summary>{t("提交发票", "Hand in an invoice")}</summary>
      <RowForm
        place={place}
        path={path}
        hidden={{ of: line.of }}
        button={t("提交发票", "Hand in")}
        main={next}
        fields={[
          { name: "number", label: t("发票号码", "Invoice number"), kind: "text" },
          { name: "issuedOn", label: t("开票日期", "Issued on"), kind: "date", value: view.today },
          { name: "amount", label: t("金额（元）", "Amount (yuan)"), kind: "money", value: missing },
        ]}
      />
    </details>
  );
}

/** What a vendor may still invoice of a payment; nothing where the reader is none or the payment takes none. */
export function uncoveredOf({ balance, invoices, takesInvoice, state }: MoneyLine): Money {
  if (!takesInvoice || state === null) return "0.00";
  const waiting = sumMoney(
    invoices.filter((invoice) => invoice.state === "submitted").map(({ amount }) => amount),
  );
  const covered = addMoney(balance.invoiced, waiting);
  return compareMoney(balance.amount, covered) > 0 ? subtractMoney(balance.amount, covered) : "0.00";
}
