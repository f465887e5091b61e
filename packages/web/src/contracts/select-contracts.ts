import { compareMoney } from "@luyue/core/money";
import type { ContractColumn, ContractsSearch, Status } from "./contracts-search.ts";

/** A contract as the list shows it. */
export interface ContractLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** The other side: an agency's vendor, a vendor's agency. */
  readonly other: string;
  /** None for a vendor, who sees active ones alone. */
  readonly status: Status | undefined;
  readonly total: string;
  readonly version: number | undefined;
  readonly pendingFrom: string | null;
  readonly overdue: number;
  readonly due: number;
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

const orders: Readonly<Record<ContractColumn, (a: ContractLine, b: ContractLine) => number>> = {
  number: (a, b) => collator.compare(a.number, b.number),
  name: (a, b) => collator.compare(a.name, b.name),
  other: (a, b) => collator.compare(a.other, b.other),
  status: (a, b) => collator.compare(a.status ?? "", b.status ?? ""),
  total: (a, b) => compareMoney(a.total, b.total),
  overdue: (a, b) => a.overdue - b.overdue,
  due: (a, b) => a.due - b.due,
  version: (a, b) => (a.version ?? 0) - (b.version ?? 0),
};

/** The lines that a search is after, in its order; equal ones stay in the order of their numbers. */
export function selectContracts(
  lines: readonly ContractLine[],
  search: ContractsSearch,
): readonly ContractLine[] {
  const words = (search.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter((line) => {
    const text = `${line.number} ${line.name} ${line.other}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (search.status === undefined || line.status === search.status) &&
      (search.late !== true || line.overdue > 0)
    );
  });
  const order = orders[search.sort ?? "number"];
  const sign = search.down === true ? -1 : 1;
  return found.toSorted((a, b) => sign * order(a, b) || orders.number(a, b));
}
