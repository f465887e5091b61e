import { uncoveredOf } from "@luyue/core/invoice";
import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { CommandDialog, type KeptFile, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { evidenceOf } from "../evidence.ts";
import { filesTo } from "../upload-files.ts";
import type { PaymentProps } from "./payment-card.tsx";
import { contractInvoices, type Invoice } from "./payment-queries.ts";

const tones = { submitted: "warn", accepted: "good", rejected: "bad", withdrawn: "plain" } as const;
const standing = new Set(["submitted", "accepted"]);

/** The invoices of a payment, and what may be done with each. */
export function Invoices({ place, invoices }: PaymentProps) {
  if (invoices.length === 0) return null;
  return (
    <ul className="papers">
      {invoices.map((invoice) => (
        <InvoiceRow key={invoice.id} place={place} invoice={invoice} />
      ))}
    </ul>
  );
}

function InvoiceRow({ place, invoice }: { readonly place: Place; readonly invoice: Invoice }) {
  const { t } = useWords();
  const { number, issuedOn, receivedOn, amount, state, reason, late, dueOn, evidence } = invoice;
  return (
    <li>
      <div>
        <Tag tone={tones[state]}>{t(`invoice.state.${state}`)}</Tag> {t("invoice.of", { number })} ·{" "}
        {yuan(amount)}
        <small className="block">
          {t("invoice.issued", { day: issuedOn })} · {t("invoice.received", { day: receivedOn })}
          {late && standing.has(state) && dueOn !== null ? ` · ${t("invoice.late", { day: dueOn })}` : ""}
          {reason === null ? "" : ` · ${t("common.reason")}：${reason}`}
        </small>
        <EvidenceList place={place} evidence={evidence} />
      </div>
      {place.side === "agency" ? (
        <AgencyDecision contractId={place.contractId} invoice={invoice} />
      ) : (
        <PartnerWithdrawal place={place} invoice={invoice} />
      )}
    </li>
  );
}

function AgencyDecision({ contractId, invoice }: { readonly contractId: string; readonly invoice: Invoice }) {
  const { t } = useWords();
  const may = useMay();
  const { name } = useSession();
  const { id, state, submittedBy, submitter } = invoice;
  const param = { contractId, invoiceId: id };
  const one = ofContract.invoices[":invoiceId"];
  const accept = useCommand<void, unknown, readonly Invoice[]>(
    () => read(one.acceptance.$post({ param, header: {} })),
    {
      queryKey: contractInvoices({ side: "agency", contractId }).queryKey,
      update: (list) => list.map((each) => (each.id === id ? { ...each, state: "accepted" } : each)),
    },
  );
  // Whoever has entered an invoice does not check it.
  const isOwn = submittedBy === "buyer" && submitter === name;
  if (state === "accepted" && may("invoice:check")) {
    return (
      <ReasonDialog
        label={t("invoice.revoke")}
        run={(reason) => read(one.revocation.$post({ param, header: {}, json: { reason } }))}
        danger
      />
    );
  }
  if (state !== "submitted") return null;
  if (isOwn && may("invoice:submit")) {
    return (
      <ReasonDialog
        label={t("invoice.withdraw")}
        run={(reason) => read(one.withdrawal.$post({ param, header: {}, json: { reason } }))}
      />
    );
  }
  if (!may("invoice:check")) return null;
  return (
    <div className="actions">
      <CommandButton label={t("invoice.accept")} command={accept} primary />
      <ReasonDialog
        label={t("invoice.reject")}
        field={t("invoice.rejectReason")}
        run={(reason) => read(one.rejection.$post({ param, header: {}, json: { reason } }))}
        danger
      />
    </div>
  );
}

function PartnerWithdrawal(props: {
  readonly place: Extract<Place, { side: "partner" }>;
  readonly invoice: Invoice;
}) {
  const { place, invoice } = props;
  const { t } = useWords();
  if (invoice.state !== "submitted" || invoice.submittedBy !== "vendor") return null;
  const param = { contractId: place.contractId, agencyId: place.agencyId, invoiceId: invoice.id };
  const withdraw = ofPartner.invoices[":invoiceId"].withdrawal;
  return (
    <ReasonDialog
      label={t("invoice.withdraw")}
      run={(reason) => read(withdraw.$post({ param, header: {}, json: { reason } }))}
    />
  );
}

/** Hands an invoice in: the vendor's own, or one that came to the agency on paper. */
export function InvoiceEntry({ place, line, invoices }: PaymentProps) {
  const { t } = useWords();
  const { today } = useSession();
  const may = useMay();
  const missing = uncoveredOf({ of: line.of, ...line.balance }, invoices);
  const takesOne = line.invoice !== null || line.of === "overrun" || line.of === "settlement";
  if (missing === "0.00" || line.state === null || !takesOne || !may("invoice:submit")) return null;
  const fields: readonly Field[] = [
    { name: "number", label: t("invoice.number"), kind: "text", hint: t("invoice.numberHint") },
    { name: "issuedOn", label: t("invoice.issuedOn"), kind: "date", initial: today, most: today },
    { name: "amount", label: t("invoice.amount"), kind: "money", initial: missing },
  ];
  const run = (values: Values, files: readonly KeptFile[]) => {
    const { number = "", issuedOn = "", amount = "" } = values;
    const evidence = files.length === 0 ? {} : { evidence: evidenceOf({}, files) };
    const json = { of: line.of, number, issuedOn, amount, ...evidence };
    const { contractId } = place;
    return place.side === "agency"
      ? read(ofContract.invoices.$post({ param: { contractId }, header: {}, json }))
      : read(ofPartner.invoices.$post({ param: { contractId, agencyId: place.agencyId }, header: {}, json }));
  };
  const label = place.side === "agency" ? t("invoice.enter") : t("invoice.submit");
  return (
    <CommandDialog
      label={label}
      fields={fields}
      files={filesTo(place, t("invoice.file"))}
      run={run}
      primary={place.side === "partner"}
    />
  );
}
