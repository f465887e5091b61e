import type { ApiReader } from "./api-reader.ts";
import type { FoundContract } from "./read-contract-page.ts";
import type { FindingsSummaryView, FindingView } from "./finding-views.ts";

/** Filters of a list of findings, as they stand in the page's address. */
export interface FindingFilter {
  readonly state?: string;
  readonly unitId?: string;
  readonly severity?: string;
  readonly overdue?: string;
}

const most = 50;

/** The findings of a contract in sum, and the first fifty by the filters. */
export async function readFindingsPage(
  api: ApiReader,
  { contract, base }: FoundContract,
  filter: FindingFilter,
) {
  const query = new URLSearchParams({ ...filter, limit: String(most) });
  const [summary, page] = await Promise.all([
    api.get<FindingsSummaryView>(`${base}/findings/summary`),
    api.get<{ items: readonly FindingView[]; cursor: string | null }>(`${base}/findings?${query.toString()}`),
  ]);
  return {
    contract,
    summary,
    findings: page?.items ?? [],
    more: page !== undefined && page.cursor !== null,
    filter,
  };
}
