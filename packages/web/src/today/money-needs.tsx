import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { Loaded, Loading } from "../ui/loaded.tsx";
import { Money, yuan } from "../ui/money.tsx";
import { useWords } from "../words/words.ts";

export type Needs = InferResponseType<(typeof api)["v1"]["budget"]["$get"], 200>["needs"];

const Chart = lazy(async () => ({ default: (await import("./needs-chart.tsx")).NeedsChart }));
const spans = ["overdue", "within30", "within60", "within90", "later", "undated"] as const;

/** What an agency will have to pay: in words and figures, and as a picture. */
export function MoneyNeeds() {
  const { t } = useWords();
  const query = useQuery({ queryKey: ["budget"], queryFn: () => read(api.v1.budget.$get({ query: {} })) });
  return (
    <section aria-labelledby="money-needs" className="panel">
      <h2 id="money-needs">{t("today.money")}</h2>
      <Loaded query={query} rows={3}>
        {({ needs }) => (
          <div className={needs.within90.amount === "0.00" ? "needs words" : "needs"}>
            <dl>
              {spans.map((span) => (
                <Need key={span} span={span} need={needs[span]} />
              ))}
            </dl>
            {needs.within90.amount === "0.00" ? null : (
              <Suspense fallback={<Loading rows={5} />}>
                <Chart needs={needs} />
              </Suspense>
            )}
          </div>
        )}
      </Loaded>
    </section>
  );
}

function Need({ span, need }: { readonly span: (typeof spans)[number]; readonly need: Needs["overdue"] }) {
  const { t } = useWords();
  const { amount, held } = need;
  const isNone = amount === "0.00";
  return (
    <div className={span === "overdue" && !isNone && held !== amount ? "bad" : ""}>
      <dt>{t(`today.need.${span}`)}</dt>
      <dd>
        {isNone ? "—" : <Money amount={amount} />}
        {held === "0.00" ? null : <small>{t("today.heldOf", { amount: yuan(held) })}</small>}
      </dd>
    </div>
  );
}
