import { sideNames } from "@luyue/core/party";
import { StateTag } from "../../obligation/obligation-row.tsx";
import { Day, Distance } from "../../ui/day.tsx";
import { Money, yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { BalanceBar } from "./balance-bar.tsx";
import { Gates } from "./gates.tsx";
import { InvoiceEntry, Invoices } from "./invoices.tsx";
import type { Invoice, Line } from "./payment-queries.ts";
import { RequestEntry, Requests } from "./requests.tsx";
import { Fact } from "../../ui/fact.tsx";

export interface PaymentProps {
  readonly place: Place;
  readonly line: Line;
  readonly invoices: readonly Invoice[];
}

/** A payment: what and why, by when, what holds it and who, its papers, and what may be done next. */
export function PaymentCard({ place, line, invoices }: PaymentProps) {
  const { t, say } = useWords();
  const title = say(line.title);
  return (
    <section className="panel payment" id={`payment.${line.of}`} aria-label={title}>
      <div className="panel-head">
        <h2>
          {title} {line.state === null ? <Tag>{t("payment.released")}</Tag> : <State line={line} />}
        </h2>
        <div className="sum">
          <Why
            what={`${title} ${t("obligation.amount")}`}
            grounds={amountGrounds(say(line.amountWhy), t("common.why"))}
          >
            <Money amount={line.balance.amount} />
          </Why>
        </div>
      </div>
      <BalanceBar balance={line.balance} label={title} />
      <div className="columns-2">
        <div>
          <Dates line={line} />
          <Standing line={line} />
        </div>
        <Gates line={line} />
      </div>
      <Invoices place={place} line={line} invoices={invoices} />
      <Movements line={line} />
      <Requests place={place} line={line} />
      <div className="actions">
        <InvoiceEntry place={place} line={line} invoices={invoices} />
        <RequestEntry place={place} line={line} />
      </div>
    </section>
  );
}

const amountGrounds = (text: string, name: string) => [{ name, text }];

function State({ line }: { readonly line: Line }) {
  const { t, say } = useWords();
  const { state, missing } = line;
  if (state === null) return null;
  if (state === "fulfilled") return <Tag tone="good">{t("payment.settled")}</Tag>;
  // Both sides read it: the other is somebody else to each of them.
  const holders = [...new Set(missing.map(({ holder }) => holder))].filter((holder) => holder !== "buyer");
  if (state !== "held" || holders.length === 0) return <StateTag state={state} />;
  return (
    <Tag tone="warn">
      {t("payment.heldBy", { who: holders.map((holder) => say(sideNames[holder])).join("、") })}
    </Tag>
  );
}

function Dates({ line }: { readonly line: Line }) {
  const { t, say } = useWords();
  const { dueOn, statutory, provisional, why, clause, state, windowOpensOn } = line;
  if (state === null) return null;
  const grounds = [
    { name: t("common.clause"), text: clause },
    { name: t("common.why"), text: why === null ? null : say(why) },
    { name: t("common.provisional"), text: provisional ? t("common.provisionalWhy") : null },
  ];
  return (
    <dl className="facts">
      <Fact name={t("payment.dueByContract")}>
        <Why what={t("payment.dueByContract")} grounds={grounds}>
          {dueOn === null ? t("common.noDay") : <Day date={dueOn} />}
        </Why>{" "}
        {provisional ? <Tag tone="warn">{t("common.provisional")}</Tag> : null}{" "}
        {dueOn === null || state === "fulfilled" ? null : (
          <Distance date={dueOn} late={state === "overdue"} />
        )}
      </Fact>
      {windowOpensOn === null ? null : (
        <Fact name={t("payment.opens")}>
          <Day date={windowOpensOn} />
        </Fact>
      )}
      {statutory === null ? null : (
        <Fact name={t("payment.dueByLaw")}>
          <Why what={t("payment.dueByLaw")} grounds={[{ name: t("common.why"), text: say(statutory.why) }]}>
            {statutory.dueOn === null ? t("common.noDay") : <Day date={statutory.dueOn} />}
          </Why>
          {statutory.dueOn !== null || statutory.waitingFor.length === 0 ? null : (
            <small className="block">
              {t("obligation.waitsFor")} {statutory.waitingFor.map(({ label }) => say(label)).join("、")}
            </small>
          )}
        </Fact>
      )}
    </dl>
  );
}

/** Can it be paid today, and what does it cost that it has not been. */
function Standing({ line }: { readonly line: Line }) {
  const { t, say } = useWords();
  const { payable, payableToday, setOffs, notBefore, interest, balance, requests } = line;
  const isUnderWay = requests.some(({ state }) => state === "requested" || state === "approved");
  return (
    <>
      {payableToday && !isUnderWay ? (
        <p className="standing good">
          {t("payment.payableToday", { amount: yuan(payable ?? balance.rest) })}
          {setOffs.length === 0
            ? null
            : `（${t("payment.afterSetOff")}${setOffs.map(({ title, amount }) => `${title} ${yuan(amount)}`).join("、")}）`}
        </p>
      ) : null}
      {balance.rest === "0.00" || notBefore === null ? null : (
        <p className="standing">{t("payment.notBefore", { day: notBefore })}</p>
      )}
      {interest.amount === "0.00" ? null : (
        <p className="standing bad">
          {t("payment.late", { count: interest.days })}{" "}
          <Why what={t("payment.interest")} grounds={[{ name: t("common.why"), text: say(interest.why) }]}>
            <Money amount={interest.amount} />
          </Why>
        </p>
      )}
      {balance.overpaid === "0.00" ? null : (
        <p className="standing bad">
          {t("payment.sum.overpaid")} <Money amount={balance.overpaid} />
        </p>
      )}
    </>
  );
}

/** What has moved, and by which voucher or deduction. */
function Movements({ line }: { readonly line: Line }) {
  const { t } = useWords();
  const { movements } = line.balance;
  if (movements.length === 0) return null;
  return (
    <ul className="papers">
      {movements.map((movement) => (
        <li key={`${movement.kind} ${movement.on} ${movement.eventId ?? movement.amount}`}>
          {movement.on} {t(`payment.moved.${movement.kind}`)} {yuan(movement.amount)}
          <Paper line={line} eventId={movement.eventId} />
        </li>
      ))}
    </ul>
  );
}

/** The event of a payment has the id of its request, a set-off's begins with it. */
function Paper({ line, eventId }: { readonly line: Line; readonly eventId: string | undefined }) {
  const { t } = useWords();
  if (eventId === undefined) return null;
  const request = line.requests.find(({ id }) => eventId === id || eventId.startsWith(`${id}_`));
  const setOff = request?.setOffs.find(({ deductionId }) => eventId === `${request.id}_${deductionId}`);
  if (setOff !== undefined) return <>（{setOff.title}）</>;
  const voucher = request?.paid?.voucher;
  return voucher === undefined ? null : <>{t("payment.voucherOf", { voucher })}</>;
}
