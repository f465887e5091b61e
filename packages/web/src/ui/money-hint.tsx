import { moneySchema, toCapitals } from "@luyue/core/money";
import { parseMoneyInput } from "./parse-money-input.ts";
import { yuan } from "./money.tsx";

/** The amount that is being written, as figures and in capitals (大写), for a slip to be seen. */
export function MoneyHint({ value }: { readonly value: string }) {
  const amount = moneySchema.safeParse(parseMoneyInput(value));
  return (
    <small aria-live="polite">
      {amount.success ? `${yuan(amount.data)} ${toCapitals(amount.data)}` : "\u00a0"}
    </small>
  );
}
