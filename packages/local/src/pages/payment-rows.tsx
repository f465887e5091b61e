import { formatMoney } from "@luyue/core/money";
import { say, type View } from "./frame.tsx";
import type { MoneyLine, RequestView } from "./money-views.ts";
import { mayDo } from "./person.ts";
import { type FormPlace, RowForm } from "./row-form.tsx";

/** The payment of a line on its way: asked for, approved by another, paid. */
export function PaymentRows({ place, line }: { place: FormPlace; line: MoneyLine }) {
  const { underWay } = line;
  if (underWay !== undefined) return <UnderWay place={place} request={underWay} />;
  return <RequestForm place={place} line={line} />;
}

function RequestForm({ place, line }: { place: FormPlace; line: MoneyLine }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (!line.payableToday || !mayDo(view.person, "payment:request")) return null;
  return (
    <RowForm
      place={place}
      path={`payments/${line.of}/requests`}
      button={t("申请付款", "Request payment")}
      main={true}
      fields={[
        {
          name: "amount",
          label: t("付款金额（元）", "Amount (yuan)"),
          kind: "money",
          value: line.payable,
        },
      ]}
    />
  );
}

function UnderWay({ place, request }: { place: FormPlace; request: RequestView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { state, amount, requested, approved } = request;
  const asked = `${t("付款申请", "payment request")} ¥${formatMoney(amount)} · ${t("申请人", "asked for by")} ${requested.name}`;
  return (
    <ul class="papers">
      <li>
        <span class="tag open">
          {state === "requested"
            ? t("待审批", "to be approved")
            : t("已批准，待付款", "approved, to be paid")}
        </span>{" "}
        {asked}
        {approved === null ? "" : ` · ${t("批准人", "approved by")} ${approved.name}`}
        {listSetOffs(request.setOffs, view)}
        {requested.note === null ? null : <span class="soft">{` · ${requested.note}`}</span>}
        {state === "requested" ? (
          <DecisionForms place={place} request={request} />
        ) : (
          <PayForm place={place} request={request} />
        )}
      </li>
    </ul>
  );
}

/** Whoever has asked for a payment does not approve it. */
function DecisionForms({ place, request }: { place: FormPlace; request: RequestView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (!mayDo(view.person, "payment:approve")) return null;
  if (request.requested.name === view.person?.name)
    return <div class="soft">{t("须由他人审批。", "Somebody else has to approve it.")}</div>;
  const path = `payment-requests/${request.id}`;
  return (
    <div class="decide">
      <RowForm place={place} path={`${path}/approval`} button={t("批准", "Approve")} main={true} />
      <RowForm
        place={place}
        path={`${path}/rejection`}
        button={t("不批准", "Turn down")}
        fields={[{ name: "reason", label: t("理由", "Reason"), kind: "text" }]}
      />
    </div>
  );
}

function PayForm({ place, request }: { place: FormPlace; request: RequestView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (!mayDo(view.person, "payment:pay")) return null;
  return (
    <RowForm
      place={place}
      path={`payment-requests/${request.id}/payment`}
      button={t(`登记付款 ¥${formatMoney(request.amount)}`, `Record ¥${formatMoney(request.amount)} as paid`)}
      main={true}
      hidden={{ amount: request.amount }}
      fields={[
        { name: "on", label: t("付款日期", "Paid on"), kind: "date", value: view.today },
        { name: "voucher", label: t("凭证号", "Voucher"), kind: "text" },
      ]}
    />
  );
}

/** The deductions that a payment sets off, in words. */
export function listSetOffs(setOffs: MoneyLine["setOffs"], view: View): string {
  const named = setOffs.map(({ title, amount }) =>
    say(view, `“${title}” ¥${formatMoney(amount)}`, `“${title}” ¥${formatMoney(amount)}`),
  );
  if (named.length === 0) return "";
  return say(view, `，先抵扣${named.join("、")}`, `, after setting off ${named.join(", ")}`);
}
