import { formatMoney } from "@luyue/core/money";

export const yuan = (amount: string) => `¥${formatMoney(amount)}`;

/** An amount in yuan; figures of one column stand under each other. */
export function Money({ amount }: { readonly amount: string }) {
  return <span className="money">{yuan(amount)}</span>;
}
