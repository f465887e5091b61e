export const contractColumns = [
  "number",
  "name",
  "other",
  "status",
  "total",
  "overdue",
  "due",
  "version",
] as const;
export type ContractColumn = (typeof contractColumns)[number];
export const statuses = ["draft", "active", "terminated", "closed"] as const;
export type Status = (typeof statuses)[number];

/** What of the contracts is shown and how; all of it stands in the address. */
export interface ContractsSearch {
  readonly q?: string;
  readonly status?: Status;
  readonly late?: boolean;
  readonly sort?: ContractColumn;
  readonly down?: boolean;
  readonly hide?: readonly ContractColumn[];
}

/** Reads an address; what it does not know is left out. */
export function readContractsSearch(search: Record<string, unknown>): ContractsSearch {
  const { q, late, down, hide } = search;
  const status = statuses.find((each) => each === search["status"]);
  const sort = contractColumns.find((each) => each === search["sort"]);
  const hidden = Array.isArray(hide) ? contractColumns.filter((each) => hide.includes(each)) : [];
  return {
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
    ...(status === undefined ? {} : { status }),
    ...(late === true ? { late } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(down === true ? { down } : {}),
    ...(hidden.length === 0 ? {} : { hide: hidden }),
  };
}
