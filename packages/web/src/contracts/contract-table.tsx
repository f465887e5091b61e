import { Link } from "@tanstack/react-router";
import { useSession } from "../session/session.ts";
import { Money } from "../ui/money.tsx";
import { Tag, type Tone } from "../ui/tag.tsx";
import { useWords } from "../words/words.ts";
import {
  type ContractColumn,
  contractColumns,
  type ContractsSearch,
  type Status,
} from "./contracts-search.ts";
import type { ContractLine } from "./select-contracts.ts";

export const statusTones: Readonly<Record<Status, Tone>> = {
  draft: "warn",
  active: "info",
  terminated: "bad",
  closed: "good",
};

const ofAgency = new Set<ContractColumn>(["status", "version"]);
/** Columns of numbers, which stand under each other. */
export const figures = new Set<ContractColumn>(["total", "overdue", "due", "version"]);

/** The columns that a side has. */
export function useColumns(): readonly ContractColumn[] {
  const { side } = useSession();
  return contractColumns.filter((column) => side === "agency" || !ofAgency.has(column));
}

export function useColumnName(): (column: ContractColumn) => string {
  const { t } = useWords();
  const { side } = useSession();
  return (column) =>
    column === "other"
      ? t(side === "agency" ? "contracts.vendor" : "contracts.buyer")
      : t(`contracts.${column}`);
}

/** A line a contract; a column's head sorts by it. On a phone each line is a card. */
export function ContractTable(props: {
  readonly lines: readonly ContractLine[];
  readonly search: ContractsSearch;
  readonly change: (search: ContractsSearch) => void;
}) {
  const { lines, search, change } = props;
  const { t } = useWords();
  const nameOf = useColumnName();
  const columns = useColumns().filter((column) => search.hide?.includes(column) !== true);
  const sorted = search.sort ?? "number";
  const sortBy = (column: ContractColumn) => {
    const { down = false, ...rest } = search;
    change({ ...rest, sort: column, ...(column === sorted && !down ? { down: true } : {}) });
  };
  return (
    <table className="table stacked">
      <caption className="hidden">{t("contracts.title")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={figures.has(column) ? "figure" : undefined}
              aria-sort={column === sorted ? (search.down === true ? "descending" : "ascending") : "none"}
            >
              <button type="button" onClick={() => sortBy(column)}>
                {nameOf(column)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            {columns.map((column) => (
              <td
                key={column}
                data-name={nameOf(column)}
                className={figures.has(column) ? "figure" : undefined}
              >
                <Cell line={line} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ line, column }: { readonly line: ContractLine; readonly column: ContractColumn }) {
  const { t } = useWords();
  switch (column) {
    case "number":
      return <>{line.number}</>;
    case "name":
      return (
        <>
          <Link to="/contracts/$contractId" params={{ contractId: line.id }}>
            {line.name}
          </Link>
          {line.pendingFrom === null ? null : (
            <small className="block">{t("contracts.pending", { day: line.pendingFrom })}</small>
          )}
        </>
      );
    case "other":
      return <>{line.other}</>;
    case "status":
      return line.status === undefined ? null : (
        <Tag tone={statusTones[line.status]}>{t(`contracts.statusOf.${line.status}`)}</Tag>
      );
    case "total":
      return <Money amount={line.total} />;
    case "overdue":
      return line.overdue === 0 ? <>—</> : <Tag tone="bad">{line.overdue}</Tag>;
    case "due":
      return line.due === 0 ? <>—</> : <>{line.due}</>;
    case "version":
      return <>{line.version}</>;
  }
}
