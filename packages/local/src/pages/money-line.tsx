import { formatMoney } from "@luyue/core/money";
import { obligationStateNames } from "@luyue/core/obligation";
import { sideNames } from "@luyue/core/party";
import { BalanceBar } from "./balance-bar.tsx";
import { bracket, say, type View } from "./frame.tsx";
import { InvoiceForm, InvoiceRows } from "./invoice-rows.tsx";
import { KeepDates } from "./keep-dates.tsx";
import type { MoneyLine } from "./money-views.ts";
import { listSetOffs, PaymentRows } from "./payment-rows.tsx";
import type { FormPlace } from "./row-form.tsx";

const movementNames = {
  paid: { zh: "已付", en: "paid" },
  refunded: { zh: "退回", en: "refunded" },
  deducted: { zh: "抵扣", en: "set off" },
} as const;

/** A payment in one row: what and why, where its balance stands, by when, what is missing, and what can be done. */
export function MoneyLineRow(props: { place: FormPlace; line: MoneyLine; next: boolean }) {
  const { place, line, next } = props;
  const { view } = place;
  return (
    <section class="money" id={place.anchor} aria-label={line.title[view.language]}>
      <div class="what">
        <h3>
          {line.title[view.language]} <StateTag view={view} line={line} />
        </h3>
        <div class="sum">{`¥${formatMoney(line.balance.amount)}`}</div>
        <small>{line.amountWhy[view.language]}</small>
      </div>
      <div class="stand">
        <BalanceBar view={view} balance={line.balance} label={line.title[view.language]} />
        <Standing view={view} line={line} />
      </div>
      <Dates view={view} line={line} />
      <div class="more">
        <InvoiceRows place={place} line={line} />
        <Movements view={view} line={line} />
        <PaymentRows place={place} line={line} />
        <InvoiceForm place={place} line={line} next={next} />
        <Reasons view={view} line={line} />
      </div>
    </section>
  );
}

function StateTag({ view, line }: { view: View; line: MoneyLine }) {
  const { state } = line;
  if (state === null) return <span class="tag">{say(view, "不再支付", "released")}</span>;
  const name =
    state === "fulfilled"
      ? say(view, "已付清", "settled")
      : state === "held"
        ? describeHeld(line, view)
        : obligationStateNames[state][view.language];
  return <span class={`tag ${state}`}>{name}</span>;
}

/** Who holds a payment past its date, by name: both sides read it, to each of them the other is somebody else. */
function describeHeld({ missing }: MoneyLine, view: View): string {
  const holders = [...new Set(missing.map(({ holder }) => holder))].filter((holder) => holder !== "buyer");
  if (holders.length === 0) return obligationStateNames.held[view.language];
  const names = holders.map((holder) => sideNames[holder][view.language]);
  return say(view, `已到期，待${names.join("、")}办理`, `past its date, waits for ${names.join(", ")}`);
}

function Dates({ view, line }: { view: View; line: MoneyLine }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { dueOn, provisional, statutory, state } = line;
  if (state === null) return <div />;
  return (
    <dl class="dates">
      <div>
        <dt>{t("合同到期", "Due by contract")}</dt>
        <dd>
          {dueOn ?? t("未定", "no day yet")}
          {provisional ? <small>{bracket(view, t("暂定", "provisional"))}</small> : null}
        </dd>
      </div>
      {statutory === null ? null : (
        <div>
          <dt>{t("法定最迟", "Latest by law")}</dt>
          <dd class={statutory.dueOn === null ? "soft" : ""}>
            {statutory.dueOn ??
              `${t("未定，等待", "no day yet, waits for: ")}${statutory.waitingFor.map(({ label }) => label[view.language]).join(t("、", ", "))}`}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Can it be paid today, and if not: what is missing, who has to act, by when. */
function Standing({ view, line }: { view: View; line: MoneyLine }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { payable, payableToday, setOffs, missing, notBefore, interest, balance } = line;
  const open = balance.rest !== "0.00";
  return (
    <>
      {payableToday && line.underWay === undefined ? (
        <p class="standing good">
          {`${t("今天可付", "Payable today:")} ¥${formatMoney(payable)}`}
          {listSetOffs(setOffs, view)}
        </p>
      ) : null}
      {!open || missing.length === 0 ? null : (
        <div class="standing">
          {t("暂不能付款，还缺：", "Not payable yet; missing:")}
          <ul>
            {missing.map(({ label, holder, by }) => (
              <li>
                <KeepDates
                  text={say(
                    view,
                    `${label.zh}（${sideNames[holder].zh}${byWhen(by, view)}）`,
                    `${label.en} – ${sideNames[holder].en}${byWhen(by, view)}`,
                  )}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {!open || notBefore === null ? null : (
        <p class="standing">{t(`${notBefore} 起方可付款。`, `Not payable before ${notBefore}.`)}</p>
      )}
      {interest.amount === "0.00" ? null : (
        <p class="standing bad">
          {t(
            `已逾期 ${interest.days} 天，应付利息 ¥${formatMoney(interest.amount)}`,
            `${interest.days} days late, interest ¥${formatMoney(interest.amount)}`,
          )}
        </p>
      )}
      {balance.overpaid === "0.00" ? null : (
        <p class="standing bad">{`${t("多付", "Overpaid:")} ¥${formatMoney(balance.overpaid)}`}</p>
      )}
    </>
  );
}

function byWhen(by: string | null, view: View): string {
  if (by === null) return "";
  if (by < view.today) return say(view, `，最迟 ${by}，已过期`, `, was due by ${by}`);
  return say(view, `，最迟 ${by}`, `, by ${by}`);
}

function Movements({ view, line }: { view: View; line: MoneyLine }) {
  if (line.movements.length === 0) return null;
  return (
    <ul class="papers">
      {line.movements.map((movement) => (
        <li>
          <KeepDates text={describeMovement(movement, view)} />
        </li>
      ))}
    </ul>
  );
}

function describeMovement(
  { kind, on, amount, payment, eventId }: MoneyLine["movements"][number],
  view: View,
): string {
  const what = `${on} ${movementNames[kind][view.language]} ¥${formatMoney(amount)}`;
  const setOff = payment?.setOffs.find(({ deductionId }) => eventId === `${payment.id}_${deductionId}`);
  if (setOff !== undefined) return `${what}${bracket(view, setOff.title)}`;
  const voucher = payment?.paid?.voucher;
  return voucher === undefined
    ? what
    : `${what}${bracket(view, `${say(view, "凭证", "voucher")} ${voucher}`)}`;
}

function Reasons({ view, line }: { view: View; line: MoneyLine }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { clause, why, statutory, interest } = line;
  const reasons = [
    [t("条款", "Clause"), clause],
    [t("合同到期", "Due by contract"), why?.[view.language] ?? null],
    [t("法定最迟", "Latest by law"), statutory?.why[view.language] ?? null],
    [t("逾期利息", "Interest"), interest.why[view.language]],
  ] as const;
  return (
    <details>
      <summary>{t("依据", "On what this rests")}</summary>
      {reasons.map(([name, reason]) =>
        reason === null ? null : <div>{`${name}${t("：", ": ")}${reason}`}</div>,
      )}
    </details>
  );
}
