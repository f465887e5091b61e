import type { BudgetFigures, BudgetReport } from "@luyue/core/budget";
import { formatMoney } from "@luyue/core/money";
import { BudgetNeedsSection } from "./budget-needs.tsx";
import { Frame, say, type View } from "./frame.tsx";

interface Column {
  readonly key: keyof BudgetFigures;
  readonly zh: string;
  readonly en: string;
  /** Left out while nothing stands in it. */
  readonly rare?: boolean;
}

const columns: readonly Column[] = [
  { key: "planned", zh: "计划", en: "Planned" },
  { key: "paid", zh: "已付", en: "Paid" },
  { key: "deducted", zh: "已抵扣", en: "Set off", rare: true },
  { key: "released", zh: "不再支付", en: "Released", rare: true },
  { key: "due", zh: "到期未付", en: "Due" },
  { key: "upcoming", zh: "未到期", en: "Not due yet" },
  { key: "overpaid", zh: "多付", en: "Overpaid", rare: true },
  { key: "paidInYear", zh: "当年付款", en: "Paid in the year" },
  { key: "refundedInYear", zh: "当年退款", en: "Refunded in the year", rare: true },
];

/** Budget execution: what the next months will need, then every contract by fiscal year, with files for a spreadsheet. */
export function BudgetPage({ view, budget }: { view: View; budget: BudgetReport }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("预算", "Budget")}>
      <h1>{t("预算执行", "Budget execution")}</h1>
      <p class="lead">
        {t(
          `${view.person?.organisation ?? ""}全部生效合同，截至 ${budget.asOf}；金额单位为元。`,
          `All active contracts of ${view.person?.organisation ?? ""} as of ${budget.asOf}; amounts in yuan.`,
        )}
      </p>
      {budget.rows.length === 0 ? (
        <div class="list">
          <div class="empty">
            {t(
              "还没有付款计划。合同生效后，各期付款按财政年度列在这里。",
              "No payment is planned yet. Once a contract is active, its payments stand here by fiscal year.",
            )}
          </div>
        </div>
      ) : (
        <>
          <p class="row">
            <a class="button" href="/budget.xlsx">
              {t("下载 Excel", "Download for Excel")}
            </a>
            <a class="button" href="/budget.csv">
              {t("下载 CSV", "Download CSV")}
            </a>
          </p>
          <BudgetNeedsSection view={view} needs={budget.needs} asOf={budget.asOf} />
          <h2>{t("按财政年度和合同", "By fiscal year and contract")}</h2>
          <BudgetTable view={view} budget={budget} />
        </>
      )}
    </Frame>
  );
}

function BudgetTable({ view, budget }: { view: View; budget: BudgetReport }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { rows, years, total } = budget;
  const shown = columns.filter(({ key, rare }) => rare !== true || total[key] !== "0.00");
  const nameOf = (year: number | null) => (year === null ? t("年度未定", "no year yet") : String(year));
  return (
    <div
      class="wide"
      role="region"
      tabindex={0}
      aria-label={t("预算表，可横向滚动", "budget, scrolls sideways")}
    >
      <table class="figures stack">
        <thead>
          <tr>
            <th scope="col">{t("财政年度 / 合同", "Fiscal year / contract")}</th>
            {shown.map((column) => (
              <th scope="col">{column[view.language]}</th>
            ))}
          </tr>
        </thead>
        {years.map((year) => (
          <tbody>
            <Row
              view={view}
              columns={shown}
              figures={year}
              title={<strong>{nameOf(year.fiscalYear)}</strong>}
              sum={true}
            />
            {rows
              .filter(({ fiscalYear }) => fiscalYear === year.fiscalYear)
              .map((row) => (
                <Row
                  view={view}
                  columns={shown}
                  figures={row}
                  title={
                    <>
                      <a href={`/contracts/${row.contractId}#money`}>{row.contractName}</a>
                      <small>{`${row.contractNumber} · ${row.vendorName}`}</small>
                    </>
                  }
                />
              ))}
          </tbody>
        ))}
        <tfoot>
          <Row
            view={view}
            columns={shown}
            figures={total}
            title={<strong>{t("合计", "Total")}</strong>}
            sum={true}
          />
        </tfoot>
      </table>
    </div>
  );
}

function Row(props: {
  view: View;
  columns: readonly Column[];
  figures: BudgetFigures;
  title: ReturnType<typeof Frame>;
  sum?: boolean;
}) {
  const { view, figures, title, sum = false } = props;
  return (
    <tr class={sum ? "sum" : ""}>
      <th scope="row">{title}</th>
      {props.columns.map((column) => (
        <td data-label={column[view.language]} class={figures[column.key] === "0.00" ? "none" : ""}>
          {figures[column.key] === "0.00" ? "—" : formatMoney(figures[column.key])}
        </td>
      ))}
    </tr>
  );
}
