import { addDays } from "@luyue/core/civil-date";
import { lazy, Suspense } from "react";
import { Loading } from "../ui/loaded.tsx";
import { Money, yuan } from "../ui/money.tsx";
import { useWords } from "../words/words.ts";
import type { Budget } from "./budget-queries.ts";

const Chart = lazy(async () => ({ default: (await import("./needs-chart.tsx")).NeedsChart }));
const spans = ["overdue", "within30", "within60", "within90", "later", "undated"] as const;
type Span = (typeof spans)[number];

/** What an agency will have to pay, by when: in words and figures, and as a picture. */
export function NeedsShown({ budget: { needs, asOf } }: { readonly budget: Pick<Budget, "needs" | "asOf"> }) {
  const isNone = needs.within90.amount === "0.00";
  return (
    <div className={isNone ? "needs words" : "needs"}>
      <dl>
        {spans.map((span) => (
          <Need key={span} span={span} need={needs[span]} asOf={asOf} />
        ))}
      </dl>
      {isNone ? null : (
        <Suspense fallback={<Loading rows={5} />}>
          <Chart needs={needs} />
        </Suspense>
      )}
    </div>
  );
}

const days = { within30: 30, within60: 60, within90: 90 } as const;

function Need(props: {
  readonly span: Span;
  readonly need: Budget["needs"]["overdue"];
  readonly asOf: string;
}) {
  const { span, need, asOf } = props;
  const { t } = useWords();
  const { amount, held, payments } = need;
  const isNone = amount === "0.00";
  const remarks = [
    isNone ? "" : t("budget.payments", { count: payments }),
    held === "0.00" ? "" : t("today.heldOf", { amount: yuan(held) }),
  ].filter((remark) => remark !== "");
  return (
    <div className={span === "overdue" && !isNone && held !== amount ? "bad" : ""}>
      <dt>
        {t(`today.need.${span}`)}
        {span === "within30" || span === "within60" || span === "within90" ? (
          <small className="block">{t("budget.until", { day: addDays(asOf, days[span]) })}</small>
        ) : null}
      </dt>
      <dd>
        {isNone ? "—" : <Money amount={amount} />}
        {remarks.length === 0 ? null : <small>{remarks.join(" · ")}</small>}
      </dd>
    </div>
  );
}
