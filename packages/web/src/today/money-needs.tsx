import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { budgetQuery } from "../budget/budget-queries.ts";
import { NeedsShown } from "../budget/needs.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useWords } from "../words/words.ts";

/** What an agency will have to pay, with the way to its budget. */
export function MoneyNeeds() {
  const { t } = useWords();
  const query = useQuery(budgetQuery);
  return (
    <section aria-labelledby="money-needs" className="panel">
      <div className="panel-head">
        <h2 id="money-needs">{t("today.money")}</h2>
        <Link to="/budget">{t("budget.title")}</Link>
      </div>
      <Loaded query={query} rows={3}>
        {(budget) => <NeedsShown budget={budget} />}
      </Loaded>
    </section>
  );
}
