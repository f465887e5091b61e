import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import type { Line, Request } from "./payment-queries.ts";

interface Props {
  readonly place: Place;
  readonly line: Line;
}

const tones = {
  requested: "warn",
  approved: "info",
  rejected: "bad",
  withdrawn: "plain",
  paid: "good",
} as const;

/** The requests for a payment, and what may be done with each. */
export function Requests({ place, line }: Props) {
  if (line.requests.length === 0) return null;
  return (
    <ul className="papers">
      {line.requests.map((request) => (
        <RequestRow key={request.id} contractId={place.contractId} request={request} />
      ))}
    </ul>
  );
}

function RequestRow({ contractId, request }: { readonly contractId: string; readonly request: Request }) {
  const { t, language } = useWords();
  const { id, state, amount, setOffs, requested, approved, decided, paid, refunds } = request;
  const story = [
    `${t("payment.requestedBy", { name: requested.name })}${requested.note === null ? "" : `：${requested.note}`}`,
    approved === null ? "" : t("payment.approvedBy", { name: approved.name }),
    decided === null ? "" : `${decided.name}：${decided.reason}`,
    paid === null ? "" : t("payment.paidOn", { day: paid.on, voucher: paid.voucher, name: paid.name }),
    ...setOffs.map(({ title, amount: off }) => `${t("payment.moved.deducted")} ${title} ${yuan(off)}`),
    ...refunds.map(
      ({ on, amount: back, reason }) => `${on} ${t("payment.moved.refunded")} ${yuan(back)}：${reason}`,
    ),
  ].filter((part) => part !== "");
  return (
    <li>
      <div>
        <Tag tone={tones[state]}>{t(`payment.request.${state}`)}</Tag> {t("payment.requestOf")} {yuan(amount)}
        <small className="block">{story.join(" · ")}</small>
        <a
          href={`/v1/contracts/${contractId}/payment-requests/${id}/paper?language=${language}`}
          target="_blank"
          rel="noreferrer"
        >
          {t("payment.print")}
        </a>
      </div>
      <Decision contractId={contractId} request={request} />
    </li>
  );
}

function Decision({ contractId, request }: { readonly contractId: string; readonly request: Request }) {
  switch (request.state) {
    case "requested":
      return <OfRequested contractId={contractId} request={request} />;
    case "approved":
      return <OfApproved contractId={contractId} request={request} />;
    case "paid":
      return <OfPaid contractId={contractId} request={request} />;
    case "rejected":
    case "withdrawn":
      return null;
  }
}

const one = ofContract["payment-requests"][":paymentId"];

function OfRequested({ contractId, request }: { readonly contractId: string; readonly request: Request }) {
  const { t } = useWords();
  const may = useMay();
  const { id } = useSession();
  const param = { contractId, paymentId: request.id };
  const approve = useCommand(() => read(one.approval.$post({ param, header: {} })));
  // Who asks for a payment does not approve it.
  const isOwn = request.requested.actorId === id;
  return (
    <div className="actions">
      {isOwn ? (
        <small>{t("payment.byAnother")}</small>
      ) : may("payment:approve") ? (
        <>
          <CommandButton label={t("payment.approve")} command={approve} primary />
          <ReasonDialog
            label={t("payment.reject")}
            run={(reason) => read(one.rejection.$post({ param, header: {}, json: { reason } }))}
            danger
          />
        </>
      ) : null}
      <Withdraw contractId={contractId} request={request} />
    </div>
  );
}

function Withdraw({ contractId, request }: { readonly contractId: string; readonly request: Request }) {
  const { t } = useWords();
  const may = useMay();
  if (!may("payment:request")) return null;
  const param = { contractId, paymentId: request.id };
  return (
    <ReasonDialog
      label={t("payment.withdraw")}
      run={(reason) => read(one.withdrawal.$post({ param, header: {}, json: { reason } }))}
    />
  );
}

function OfApproved({ contractId, request }: { readonly contractId: string; readonly request: Request }) {
  const { t } = useWords();
  const may = useMay();
  const { today } = useSession();
  const param = { contractId, paymentId: request.id };
  const fields: readonly Field[] = [
    { name: "on", label: t("payment.paidDay"), kind: "date", initial: today, most: today },
    { name: "voucher", label: t("payment.voucher"), kind: "text" },
    { name: "amount", label: t("payment.bankAmount"), kind: "money", initial: request.amount },
  ];
  return (
    <div className="actions">
      {may("payment:pay") ? (
        <CommandDialog
          label={t("payment.record")}
          fields={fields}
          run={({ on = "", voucher = "", amount = "" }) =>
            read(one.payment.$post({ param, header: {}, json: { on, voucher, amount } }))
          }
          primary
        />
      ) : null}
      <Withdraw contractId={contractId} request={request} />
    </div>
  );
}

function OfPaid({ contractId, request }: { readonly contractId: string; readonly request: Request }) {
  const { t } = useWords();
  const may = useMay();
  const { today } = useSession();
  if (!may("payment:pay")) return null;
  const param = { contractId, paymentId: request.id };
  const fields: readonly Field[] = [
    { name: "on", label: t("payment.refundDay"), kind: "date", initial: today, most: today },
    { name: "amount", label: t("payment.refundAmount"), kind: "money" },
    { name: "reason", label: t("common.reason"), kind: "longText" },
    { name: "voucher", label: t("payment.voucher"), kind: "text", optional: true },
  ];
  return (
    <div className="actions">
      <CommandDialog
        label={t("payment.refund")}
        fields={fields}
        run={({ on = "", amount = "", reason = "", ...rest }) =>
          read(one.refunds.$post({ param, header: {}, json: { on, amount, reason, ...rest } }))
        }
      />
      {request.refunds.length > 0 ? null : (
        <ReasonDialog
          label={t("payment.reverse")}
          run={(reason) => read(one.reversal.$post({ param, header: {}, json: { reason } }))}
          danger
        />
      )}
    </div>
  );
}

/** Asks for what can be paid. */
export function RequestEntry({ place, line }: Props) {
  const { t } = useWords();
  const may = useMay();
  const { contractId } = place;
  const isUnderWay = line.requests.some(({ state }) => state === "requested" || state === "approved");
  if (place.side !== "agency" || !may("payment:request") || !line.payableToday || isUnderWay) return null;
  const fields: readonly Field[] = [
    { name: "amount", label: t("payment.requestAmount"), kind: "money", initial: line.payable ?? "" },
    { name: "note", label: t("payment.note"), kind: "longText", optional: true },
  ];
  return (
    <CommandDialog
      label={t("payment.ask")}
      fields={fields}
      run={({ amount = "", ...rest }) =>
        read(
          ofContract.payments[":of"].requests.$post({
            param: { contractId, of: line.of },
            header: {},
            json: { amount, ...rest },
          }),
        )
      }
      primary
    />
  );
}
