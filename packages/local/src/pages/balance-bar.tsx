import { formatMoney, subtractMoney } from "@luyue/core/money";
import { say, type View } from "./frame.tsx";
import type { BalanceView } from "./money-views.ts";
import { shareOut } from "./share-out.ts";

const parts = [
  { key: "paid", colour: "#1b6e3c", zh: "已付", en: "paid" },
  { key: "deducted", colour: "#7a4fb5", zh: "已抵扣", en: "set off" },
  { key: "released", colour: "#8b929c", zh: "不再支付", en: "released" },
  { key: "rest", colour: "#c3d5ee", zh: "待付", en: "still owed" },
] as const;

const width = 1000;
const height = 24;

/** Where an amount stands: paid less what came back, set off, released, still owed; the same in words beneath. */
export function BalanceBar(props: {
  view: View;
  balance: Pick<BalanceView, "paid" | "refunded" | "deducted" | "released" | "rest">;
  label: string;
}) {
  const { view, balance, label } = props;
  const amounts = { ...balance, paid: subtractMoney(balance.paid, balance.refunded) };
  const shown = parts
    .map((part) => ({ ...part, amount: amounts[part.key] }))
    .filter(({ amount }) => amount !== "0.00");
  const widths = shareOut(
    shown.map(({ amount }) => BigInt(amount.replace(".", ""))),
    width,
  );
  return (
    <div class="balance">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect x={0} y={0} width={width} height={height} fill="#eef1f5" />
        {shown.map(({ colour }, index) => (
          <rect
            x={sumOf(widths.slice(0, index))}
            y={0}
            width={widths[index] ?? 0}
            height={height}
            fill={colour}
          />
        ))}
      </svg>
      <ul class="legend">
        {shown.map(({ key, zh, en, amount }) => (
          <li>
            <span class={`dot of-${key}`} />
            {`${say(view, zh, en)} ${formatMoney(amount)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0);
}
