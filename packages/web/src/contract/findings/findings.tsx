import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { unitOfTally } from "@luyue/core/finding";
import { useMay, useSession } from "../../session/session.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { type Place, useContract } from "../contract-place.ts";
import { FindingFilters } from "./finding-filters.tsx";
import { FindingList } from "./finding-list.tsx";
import { findingsSummary } from "./finding-queries.ts";
import { type FindingsSearch, readFindingsSearch } from "./findings-search.ts";
import { FindingsSummaryTable } from "./findings-summary.tsx";
import { HandingOut } from "./handing-out.tsx";
import type { Reader } from "./next-steps.ts";
import { Units } from "./units.tsx";

/** The findings of a contract: how far they are, handing them out, and the list with each one's story. */
export function Findings({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(findingsSummary(place));
  const { search, change, id } = useShown();
  const reader = useReader(place);
  const changeAndShow = (next: FindingsSearch) => {
    change(next);
    document.querySelector("#findings-list")?.scrollIntoView();
  };
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {(summary) => (
        <>
          <HandingOut place={place} units={summary.byUnit} />
          {summary.byUnit.length === 0 ? (
            <Empty title={t("finding.none")}>
              {place.side === "agency" ? t("finding.noneHint") : t("finding.noneHintVendor")}
            </Empty>
          ) : (
            <FindingsSummaryTable summary={summary} change={changeAndShow} />
          )}
          {place.side === "agency" && summary.byUnit.length > 0 ? (
            <Units contractId={place.contractId} />
          ) : null}
          {summary.byUnit.length === 0 ? null : (
            <section id={id} aria-labelledby="findings-list">
              <h2 id="findings-list">{t("finding.list", { count: summary.total.total })}</h2>
              <FindingFilters place={place} units={summary.byUnit} search={search} change={change} />
              <FindingList place={place} reader={reader} search={search} change={changeAndShow} />
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}

/** What the address shows of them: by its filters, or where it names what a unit owes by a day, those of that unit. */
function useShown() {
  const { hash } = useLocation();
  const given = readFindingsSearch(useSearch({ from: "/inside/contracts/$contractId" }));
  const navigate = useNavigate({ from: "/contracts/$contractId" });
  const [kind, tally = ""] = hash.split(".");
  const meant = kind === "finding" ? readFindingsSearch({ unit: unitOfTally(tally) }) : {};
  const change = (next: FindingsSearch) => {
    navigate({ search: { tab: "findings", ...next }, hash: "", resetScroll: false }).catch(() => undefined);
  };
  return { search: { ...meant, ...given }, change, id: kind === "finding" ? hash : undefined };
}

/** Nothing is done any more once a contract is closed. */
function useReader({ contractId }: Place): Reader {
  const { data } = useContract(contractId);
  const { id, side } = useSession();
  const may = useMay();
  const isOver = data?.head.status === "closed";
  return {
    id,
    side: side === "agency" ? "buyer" : "vendor",
    may: (permission) => !isOver && may(permission),
  };
}
