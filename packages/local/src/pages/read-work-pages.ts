import type { ApiReader } from "./api-reader.ts";
import type { Person } from "./person.ts";
import { mayDo } from "./person.ts";
import type { FoundContract } from "./read-contract-page.ts";
import type { FindingsSummaryView, FindingView, ScoresView, ScoreView } from "./work-views.ts";

/** The years of a contract's score; each period that is proposed with its marks, and the first that can be scored. */
export async function readScorePage(api: ApiReader, person: Person, { contract, base }: FoundContract) {
  const scores = (await api.get<ScoresView>(`${base}/scores`)) ?? { years: [], triggers: [] };
  const periods = scores.years.flatMap((year) => year.periods);
  const due = periods.find(({ state }) => state === "due");
  const wanted = [
    ...periods.filter(({ state }) => state === "proposed"),
    ...(due !== undefined && mayDo(person, "score:propose") ? [due] : []),
  ];
  const read = await Promise.all(wanted.map(({ period }) => api.get<ScoreView>(`${base}/scores/${period}`)));
  return { contract, scores, open: read.filter((each) => each !== undefined) };
}

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
