import { formatMoney } from "@luyue/core/money";
import { useState } from "react";
import { ShareBar } from "../ui/share-bar.tsx";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import type { Budget, Figures } from "./budget-queries.ts";
import { ContractPayments } from "./contract-payments.tsx";
import { type Column, selectColumns, type ShownYear } from "./select-year.ts";

/** What the bar of a year is made of. */
const shares = ["paid", "deducted", "due", "upcoming"] as const;
const isShare = (column: Column) => shares.some((share) => share === column);

/** Fiscal years, each with its contracts; a contract opens into the payments that its figures are made of. */
export function BudgetTable(props: {
  readonly years: readonly ShownYear[];
  /** Of all years, where all of them are shown. */
  readonly total: Figures | undefined;
}) {
  const { years, total } = props;
  const { t } = useWords();
  const columns = selectColumns(years);
  return (
    <div className="wide" role="region" tabIndex={0} aria-label={t("budget.scrolls")}>
      <table className="table stacked figures">
        <caption className="hidden">{t("budget.years")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("budget.yearAndContract")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="figure">
                {isShare(column) ? <span className={`dot ${column}`} /> : null}
                <Why
                  what={t(`budget.column.${column}`)}
                  grounds={[{ name: t("budget.counts"), text: t(`budget.meaning.${column}`) }]}
                >
                  {t(`budget.column.${column}`)}
                </Why>
              </th>
            ))}
          </tr>
        </thead>
        {years.map((year) => (
          <tbody key={year.fiscalYear}>
            <YearRow year={year} columns={columns} />
            {year.rows.map((row) => (
              <ContractRow key={row.contractId} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
        {total === undefined || years.length < 2 ? null : (
          <tfoot>
            <tr className="sum">
              <th scope="row">{t("budget.total")}</th>
              <Cells figures={total} columns={columns} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function YearRow({ year, columns }: { readonly year: ShownYear; readonly columns: readonly Column[] }) {
  const { t } = useWords();
  const { fiscalYear, figures } = year;
  const name = fiscalYear === null ? t("budget.yearUnknown") : t("budget.yearOf", { year: fiscalYear });
  const said = shares
    .filter((share) => figures[share] !== "0.00")
    .map((share) => `${t(`budget.column.${share}`)} ¥${formatMoney(figures[share])}`);
  return (
    <tr className="sum">
      <th scope="row">
        {name}
        <ShareBar
          shares={shares.map((share) => ({ name: share, size: BigInt(figures[share].replace(".", "")) }))}
          label={`${name}：${said.join("，")}`}
        />
      </th>
      <Cells figures={figures} columns={columns} />
    </tr>
  );
}

interface RowProps {
  readonly row: Budget["rows"][number];
  readonly columns: readonly Column[];
}

function ContractRow({ row, columns }: RowProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="link"
            aria-expanded={open}
            title={t("budget.open")}
            onClick={() => setOpen(!open)}
          >
            {open ? "▾" : "▸"} {row.contractName}
          </button>
          <small className="block">
            {row.contractNumber} · {row.vendorName}
          </small>
        </th>
        <Cells figures={row} columns={columns} />
      </tr>
      {open ? (
        <tr className="opened">
          <td colSpan={columns.length + 1}>
            <ContractPayments contractId={row.contractId} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Cells({ figures, columns }: { readonly figures: Figures; readonly columns: readonly Column[] }) {
  const { t } = useWords();
  return columns.map((column) => {
    const isNone = figures[column] === "0.00";
    return (
      <td key={column} data-name={t(`budget.column.${column}`)} className={isNone ? "figure none" : "figure"}>
        {isNone ? "—" : formatMoney(figures[column])}
      </td>
    );
  });
}
