import { sumMoney } from "@luyue/core/money";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMay, useSession } from "../session/session.ts";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { yuan } from "../ui/money.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";
import { ContractFilters } from "./contract-filters.tsx";
import { useContractLines } from "./contract-lines.ts";
import { ContractTable } from "./contract-table.tsx";
import type { ContractsSearch } from "./contracts-search.ts";
import { selectContracts } from "./select-contracts.ts";

/** All contracts: searched, filtered, sorted, kept as a view, handed on as a file. */
export function ContractsPage() {
  const { t } = useWords();
  const { side } = useSession();
  const may = useMay();
  const search = useSearch({ from: "/inside/contracts" });
  const navigate = useNavigate({ from: "/contracts" });
  const query = useContractLines();
  const change = (next: ContractsSearch) => {
    navigate({ search: next, replace: true }).catch(() => undefined);
  };
  return (
    <Page
      title={t("contracts.title")}
      aside={may("contract:write") ? <Link to="/contracts/new">{t("entry.title")}</Link> : null}
    >
      <Loaded query={query} rows={8}>
        {(lines) => {
          if (lines.length === 0) {
            return (
              <Empty title={t("contracts.none")}>
                {side === "agency" ? t("contracts.noneHint") : undefined}
              </Empty>
            );
          }
          const found = selectContracts(lines, search);
          return (
            <>
              <ContractFilters search={search} change={change} found={found} />
              {found.length === 0 ? (
                <Empty title={t("contracts.noMatch")}>
                  <button type="button" className="link" onClick={() => change({})}>
                    {t("contracts.clear")}
                  </button>
                </Empty>
              ) : (
                <ContractTable lines={found} search={search} change={change} />
              )}
              <p className="sum-line">
                {t("contracts.count", { count: found.length })} ·{" "}
                {t("contracts.sum", { amount: yuan(sumMoney(found.map(({ total }) => total))) })}
              </p>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
