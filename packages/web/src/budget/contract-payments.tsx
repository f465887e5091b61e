import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { StateTag } from "../obligation/obligation-row.tsx";
import { Day } from "../ui/day.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Money, yuan } from "../ui/money.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import { budgetPayments } from "./budget-queries.ts";

/** The payments of a contract that its figures are made of: each amount and each day with its grounds. */
export function ContractPayments({ contractId }: { readonly contractId: string }) {
  const { t, say } = useWords();
  const query = useQuery(budgetPayments(contractId));
  return (
    <Loaded query={query} rows={2}>
      {(items) => (
        <ul className="papers">
          {items.map(
            ({ of, title, state, fiscalYear, dueOn, why, clause, provisional, amountWhy, balance }) => (
              <li key={of}>
                <div>
                  <Link
                    to="/contracts/$contractId"
                    params={{ contractId }}
                    search={{ tab: "payments" }}
                    hash={`payment.${of}`}
                  >
                    {say(title)}
                  </Link>{" "}
                  {state === null ? <Tag>{t("payment.released")}</Tag> : <StateTag state={state} />}
                  <small className="block">
                    {fiscalYear === null ? "" : `${t("budget.planOf", { year: fiscalYear })} · `}
                    <Why
                      what={`${say(title)} ${t("payment.dueByContract")}`}
                      grounds={[
                        { name: t("common.clause"), text: clause },
                        { name: t("common.why"), text: why === null ? null : say(why) },
                        {
                          name: t("common.provisional"),
                          text: provisional ? t("common.provisionalWhy") : null,
                        },
                      ]}
                    >
                      {dueOn === null ? t("common.noDay") : <Day date={dueOn} />}
                    </Why>
                  </small>
                </div>
                <div className="amount">
                  <Why
                    what={`${say(title)} ${t("obligation.amount")}`}
                    grounds={[{ name: t("common.why"), text: say(amountWhy) }]}
                  >
                    <Money amount={balance.amount} />
                  </Why>
                  <small className="block">
                    {[
                      [t("payment.sum.paid"), balance.paid],
                      [t("payment.sum.deducted"), balance.deducted],
                      [t("payment.sum.rest"), balance.rest],
                    ]
                      .filter(([, amount]) => amount !== "0.00")
                      .map(([name, amount = ""]) => `${name} ${yuan(amount)}`)
                      .join(" · ")}
                  </small>
                </div>
              </li>
            ),
          )}
        </ul>
      )}
    </Loaded>
  );
}
