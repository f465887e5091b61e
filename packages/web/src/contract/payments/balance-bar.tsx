import { formatMoney } from "@luyue/core/money";
import { ShareBar } from "../../ui/share-bar.tsx";
import { useWords } from "../../words/words.ts";

interface Sums {
  readonly paid: string;
  readonly deducted: string;
  readonly released: string;
  readonly rest: string;
}

const parts = ["paid", "deducted", "released", "rest"] as const;

/** How much of a sum has been paid, set off, released, and is left. */
export function BalanceBar({ balance, label }: { readonly balance: Sums; readonly label: string }) {
  const { t } = useWords();
  const said = parts
    .filter((part) => balance[part] !== "0.00")
    .map((part) => `${t(`payment.sum.${part}`)} ¥${formatMoney(balance[part])}`);
  return (
    <ShareBar
      shares={parts.map((name) => ({ name, size: BigInt(balance[name].replace(".", "")) }))}
      label={`${label}：${said.join("，")}`}
    />
  );
}
