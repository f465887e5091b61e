import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { addDays } from "@luyue/core/civil-date";
import { Button, Select } from "antd";
import { api } from "../client/api.ts";
import { ObligationSection } from "../obligation/obligation-section.tsx";
import { useSession } from "../session/session.ts";
import { DownloadButton } from "../ui/download-button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";
import { type Budget, budgetQuery } from "./budget-queries.ts";
import { BudgetTable } from "./budget-table.tsx";
import { NeedsShown } from "./needs.tsx";
import { selectYears } from "./select-year.ts";

const daysAhead = 90;

/** Budget execution: what the next months will need, and every contract by fiscal year, each figure with its grounds. */
export function BudgetPage() {
  const { t } = useWords();
  const { today, organisation } = useSession();
  const query = useQuery(budgetQuery);
  return (
    <Page title={t("budget.title")} lead={t("budget.lead", { name: organisation, day: today })}>
      <Loaded query={query} rows={8}>
        {(budget) =>
          budget.rows.length === 0 ? (
            <Empty title={t("budget.none")}>{t("budget.noneHint")}</Empty>
          ) : (
            <div className="budget">
              <Execution budget={budget} />
              <section className="panel" aria-labelledby="budget-needs">
                <h2 id="budget-needs">{t("today.money")}</h2>
                <NeedsShown budget={budget} />
              </section>
              <ObligationSection
                id="budget-next"
                title={t("budget.next")}
                filter={{ kind: "payment", to: addDays(budget.asOf, daysAhead) }}
                none={t("budget.noNext")}
              />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Execution({ budget }: { readonly budget: Budget }) {
  const { t } = useWords();
  const { year } = useSearch({ from: "/inside/budget" });
  const years = selectYears(budget, year);
  return (
    <section aria-labelledby="budget-years">
      <h2 id="budget-years">{t("budget.years")}</h2>
      <Choice budget={budget} year={year} />
      {years.length === 0 ? (
        <Empty title={t("budget.noYear", { year })} />
      ) : (
        <BudgetTable years={years} total={year === undefined ? budget.total : undefined} />
      )}
    </section>
  );
}

const all = "";

/** The fiscal year, and the same as files. */
function Choice({ budget, year }: { readonly budget: Budget; readonly year: number | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate({ from: "/budget" });
  const known = budget.years.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : [fiscalYear]));
  const query = year === undefined ? {} : { year: String(year) };
  return (
    <div className="filters" role="search">
      <Select<number | typeof all>
        aria-label={t("budget.fiscalYear")}
        value={year ?? all}
        options={[
          { value: all, label: t("budget.allYears") },
          ...known.map((value) => ({ value, label: t("budget.yearOf", { year: value }) })),
        ]}
        onChange={(value) => {
          navigate({ search: value === all ? {} : { year: value }, replace: true }).catch(() => undefined);
        }}
      />
      <span className="grow" />
      <DownloadButton label={t("budget.xlsx")} ask={() => api.v1["budget.xlsx"].$get({ query })} />
      <DownloadButton label={t("budget.csv")} ask={() => api.v1["budget.csv"].$get({ query })} />
      <Button onClick={() => window.print()}>{t("budget.print")}</Button>
    </div>
  );
}
