import type { BudgetNeeds, Need } from "@luyue/core/budget";
import { addDays, type CivilDate } from "@luyue/core/civil-date";
import { compareMoney, formatMoney, type Money } from "@luyue/core/money";
import { say, type View } from "./frame.tsx";

/** What is still to be paid, by when: overdue, the next 30, 60, 90 days, later, without a day; then month by month. */
export function BudgetNeedsSection(props: { view: View; needs: BudgetNeeds; asOf: CivilDate }) {
  const { view, needs, asOf } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const until = (days: number) => t(`累计至 ${addDays(asOf, days)}`, `all until ${addDays(asOf, days)}`);
  return (
    <>
      <h2>{t("资金需求", "What will be needed")}</h2>
      <div class="needs">
        <NeedCard
          view={view}
          name={t("已过到期日", "Past its date")}
          remark={t(`${asOf} 之前到期`, `due before ${asOf}`)}
          need={needs.overdue}
          bad={true}
        />
        <NeedCard view={view} name={t("30天内", "30 days")} remark={until(30)} need={needs.within30} />
        <NeedCard view={view} name={t("60天内", "60 days")} remark={until(60)} need={needs.within60} />
        <NeedCard view={view} name={t("90天内", "90 days")} remark={until(90)} need={needs.within90} />
        <NeedCard
          view={view}
          name={t("90天以后", "Later")}
          remark={t(`${addDays(asOf, 91)} 起`, `from ${addDays(asOf, 91)}`)}
          need={needs.later}
        />
        <NeedCard
          view={view}
          name={t("日期未定", "No day yet")}
          remark={t("等待约定的事项", "waits for an event")}
          need={needs.undated}
        />
      </div>
      <Months view={view} needs={needs} />
    </>
  );
}

function NeedCard(props: { view: View; name: string; remark: string; need: Need; bad?: boolean }) {
  const { view, name, remark, need, bad = false } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const none = need.amount === "0.00";
  return (
    <div class={bad && !none && need.held !== need.amount ? "card bad" : "card"}>
      <h3>
        {name} <small>{remark}</small>
      </h3>
      <div class={none ? "sum none" : "sum"}>{none ? "—" : `¥${formatMoney(need.amount)}`}</div>
      {none ? null : (
        <p>{t(`${need.payments} 笔`, `${need.payments} ${need.payments === 1 ? "payment" : "payments"}`)}</p>
      )}
      {need.held === "0.00" ? null : (
        <p>
          {t(
            `其中条件未满足 ¥${formatMoney(need.held)}`,
            `of it, conditions not met: ¥${formatMoney(need.held)}`,
          )}
        </p>
      )}
    </div>
  );
}

const width = 1000;
const height = 24;

function Months({ view, needs: { byMonth } }: { view: View; needs: BudgetNeeds }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const most = byMonth.reduce<Money>(
    (top, { amount }) => (compareMoney(amount, top) > 0 ? amount : top),
    "0.00",
  );
  return (
    <div class="card months">
      <h3>{t("未来90天，按月", "The next 90 days, by month")}</h3>
      {most === "0.00" ? (
        <p>{t("未来90天内没有到期的应付款。", "Nothing falls due within 90 days.")}</p>
      ) : (
        <MonthBars view={view} byMonth={byMonth} most={most} />
      )}
    </div>
  );
}

function MonthBars(props: { view: View; byMonth: BudgetNeeds["byMonth"]; most: Money }) {
  const { view, byMonth, most } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <>
      {byMonth.map(({ month, from, to, amount, held }) => (
        <div class="month">
          <span>
            {month}
            <small>{` ${from.slice(5)} – ${to.slice(5)}`}</small>
          </span>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`${month} ¥${formatMoney(amount)}`}
          >
            <rect x={0} y={0} width={width} height={height} fill="#eef1f5" />
            <rect x={0} y={0} width={partOf(amount, most)} height={height} fill="#1a56a8" />
            <rect
              x={partOf(amount, most) - partOf(held, most)}
              y={0}
              width={partOf(held, most)}
              height={height}
              fill="#d9a441"
            />
          </svg>
          <span class="amount">{amount === "0.00" ? "—" : `¥${formatMoney(amount)}`}</span>
        </div>
      ))}
      <ul class="legend">
        <li>
          <span class="dot of-clear" />
          {t("条件已满足", "conditions met")}
        </li>
        <li>
          <span class="dot of-held" />
          {t("条件未满足，可能推迟", "conditions not met, may come later")}
        </li>
      </ul>
    </>
  );
}

/** A bar's length against the longest one, in whole parts of the picture. */
function partOf(amount: Money, most: Money): number {
  const [fen, whole] = [BigInt(amount.replace(".", "")), BigInt(most.replace(".", ""))];
  return whole === 0n ? 0 : Number((fen * BigInt(width)) / whole);
}
