import { Money } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import type { ContractMoney } from "./payment-queries.ts";
import { Fact } from "../../ui/fact.tsx";

const sums = [
  "planned",
  "paid",
  "refunded",
  "deducted",
  "released",
  "rest",
  "overpaid",
  "refundOwed",
] as const;
const always = new Set<string>(["planned", "paid", "rest"]);

/** What a contract's payments come to: planned, paid and left, and what else there is. */
export function SumFacts(props: { readonly totals: ContractMoney["totals"]; readonly wide?: boolean }) {
  const { totals, wide = false } = props;
  const { t } = useWords();
  return (
    <dl className={wide ? "facts wide" : "facts"}>
      {sums
        .filter((sum) => always.has(sum) || totals[sum] !== "0.00")
        .map((sum) => (
          <Fact key={sum} name={t(`payment.sum.${sum}`)}>
            <Money amount={totals[sum]} />
          </Fact>
        ))}
    </dl>
  );
}
