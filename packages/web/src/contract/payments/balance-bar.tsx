import { formatMoney } from "@luyue/core/money";
import { useWords } from "../../words/words.ts";

interface Sums {
  readonly paid: string;
  readonly deducted: string;
  readonly released: string;
  readonly rest: string;
}

const parts = ["paid", "deducted", "released", "rest"] as const;
const width = 1000;

/** How much of a sum has been paid, set off, released, and is left. */
export function BalanceBar({ balance, label }: { readonly balance: Sums; readonly label: string }) {
  const { t } = useWords();
  const fen = parts.map((part) => BigInt(balance[part].replace(".", "")));
  const whole = fen.reduce((sum, each) => sum + each, 0n);
  if (whole <= 0n) return null;
  const said = parts
    .filter((part) => balance[part] !== "0.00")
    .map((part) => `${t(`payment.sum.${part}`)} ¥${formatMoney(balance[part])}`);
  let x = 0;
  return (
    <svg
      className="balance"
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}：${said.join("，")}`}
    >
      {parts.map((part, index) => {
        const long = Number(((fen[index] ?? 0n) * BigInt(width)) / whole);
        const left = x;
        x += long;
        return <rect key={part} className={part} x={left} y={0} width={long} height={12} />;
      })}
    </svg>
  );
}
