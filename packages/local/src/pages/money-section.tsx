import { formatMoney, type Money } from "@luyue/core/money";
import { BalanceBar } from "./balance-bar.tsx";
import { bracket, say, type View } from "./frame.tsx";
import { uncoveredOf } from "./invoice-rows.tsx";
import { MoneyLineRow } from "./money-line.tsx";
import type { ContractMoney } from "./money-views.ts";
import type { Refusal } from "./row-form.tsx";

/** The money of a contract: a row for each payment, what runs beyond the term, deductions that wait, and the sums. */
export function MoneySection(props: {
  view: View;
  money: ContractMoney;
  base: string;
  running: boolean;
  refused: Refusal | undefined;
}) {
  const { view, money, base, running, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { items } = money;
  const next = items.find((line) => uncoveredOf(line) !== "0.00")?.of;
  return (
    <>
      <h2 id="money">{`${t("付款", "Payments")}${bracket(view, items.length)}`}</h2>
      {items.length === 0 ? (
        <div class="list">
          <div class="empty">
            {t(
              "合同没有约定付款；超期服务或提前终止产生的应付款会列在这里。",
              "The contract agrees on no payment; what an overrun or an early end makes due will stand here.",
            )}
          </div>
        </div>
      ) : (
        <div class="list">
          {items.map((line) => (
            <MoneyLineRow
              place={{ view, base, anchor: `payment.${line.of}`, refused, running }}
              line={line}
              next={line.of === next}
            />
          ))}
          <Sums view={view} money={money} />
        </div>
      )}
      <Overrun view={view} money={money} />
      <OpenDeductions view={view} money={money} />
    </>
  );
}

function Sums({ view, money: { totals } }: { view: View; money: ContractMoney }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const figures: readonly (readonly [string, Money])[] = [
    [t("计划", "Planned"), totals.planned],
    [t("已付", "Paid"), totals.paid],
    [t("退回", "Refunded"), totals.refunded],
    [t("已抵扣", "Set off"), totals.deducted],
    [t("不再支付", "Released"), totals.released],
    [t("待付", "Still owed"), totals.rest],
    [t("多付", "Overpaid"), totals.overpaid],
    [t("供应商应退", "The vendor owes back"), totals.refundOwed],
  ];
  const always = 2;
  return (
    <section class="money sums" aria-label={t("合计", "Total")}>
      <h3>{t("合计", "Total")}</h3>
      <BalanceBar view={view} balance={totals} label={t("合计", "Total")} />
      <dl>
        {figures.map(([name, amount], index) =>
          index >= always && amount === "0.00" ? null : (
            <div>
              <dt>{name}</dt>
              <dd>{`¥${formatMoney(amount)}`}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

function Overrun({ view, money: { overrun } }: { view: View; money: ContractMoney }) {
  if (overrun === null) return null;
  const { from, through, days, amount, why, over } = overrun;
  return (
    <p class="note">
      <strong>
        {over
          ? say(view, "超期服务（已结束）", "Service beyond the term (over)")
          : say(view, "超期服务（进行中）", "Service beyond the term (going on)")}
      </strong>
      {say(
        view,
        `：${from} 至 ${through}，${days} 天，¥${formatMoney(amount)}。${why.zh}`,
        `: ${from} to ${through}, ${days} days, ¥${formatMoney(amount)}. ${why.en}`,
      )}
    </p>
  );
}

function OpenDeductions({ view, money: { deductions } }: { view: View; money: ContractMoney }) {
  const open = deductions.filter((deduction) => deduction.open !== "0.00");
  if (open.length === 0) return null;
  return (
    <div class="note">
      <strong>{say(view, "待抵扣的扣款", "Deductions to be set off")}</strong>
      {say(view, "，下次付款时先抵扣：", ", against the next payment:")}
      <ul class="papers">
        {open.map(({ title, clause, open: amount }) => (
          <li>{`${title}${clause === null ? "" : bracket(view, clause)} ¥${formatMoney(amount)}`}</li>
        ))}
      </ul>
    </div>
  );
}
