import { Why } from "../../ui/why.tsx";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import type { Occasion, Penalty } from "./risk-queries.ts";

type Sum = Penalty["sum"];

/** A sum, or the range that a decision picks from. */
export function sumText({ amount, from, to }: Sum): string {
  if (amount !== null) return yuan(amount);
  return from === null || to === null ? "" : `${yuan(from)} – ${yuan(to)}`;
}

/** What a penalty comes to, with the rule, the arithmetic, the clause, and what caps have cut. */
export function PenaltyAmount({ penalty }: { readonly penalty: Penalty }) {
  const { t, say } = useWords();
  const { title, why, clause, gross, cuts, standing, reason } = penalty;
  const cutTexts = cuts.map((each) =>
    [
      say(each.title),
      t("penalty.cut", { limit: yuan(each.limit), used: yuan(each.used), cut: yuan(each.cut) }),
      each.clause ?? "",
    ]
      .filter((part) => part !== "")
      .join("："),
  );
  return (
    <Why
      what={`${title} ${t("penalty.amount")}`}
      grounds={[
        { name: t("penalty.rule"), text: title },
        { name: t("penalty.sum"), text: say(why) },
        { name: t("common.clause"), text: clause },
        { name: t("penalty.reason"), text: reason },
        { name: t("penalty.gross"), text: cuts.length === 0 || gross === null ? null : yuan(gross) },
        { name: t("penalty.cutBy"), text: cutTexts.join("；") },
      ]}
    >
      <span className="money">{standing === null ? sumText(penalty.sum) : yuan(standing.amount)}</span>
    </Why>
  );
}

/** What an occasion would come to by its rule. */
export function OccasionAmount({ occasion }: { readonly occasion: Occasion }) {
  const { t, say } = useWords();
  const { title, why, clause, because, sum } = occasion;
  return (
    <Why
      what={`${say(title)} ${t("penalty.amount")}`}
      grounds={[
        { name: t("penalty.rule"), text: say(title) },
        { name: t("penalty.sum"), text: say(why) },
        { name: t("common.clause"), text: clause },
        { name: t("penalty.reason"), text: say(because) },
      ]}
    >
      <span className="money">{sumText(sum)}</span>
    </Why>
  );
}
