import { type ContractTerms, type PenaltyCapAmount, titleText } from "../contract/index.ts";
import { compareMoney, type Money, subtractMoney, sumMoney } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { Penalty, PenaltyCut } from "./penalty.ts";
import { resolveShare } from "./resolve-rule-sum.ts";

/** A cap that bounds what some rules come to together over the whole contract; a rule's own covers that rule alone. */
export interface Cap {
  readonly key: "own" | (string & {});
  readonly title: Text;
  readonly covers: readonly string[];
  readonly limit: Money;
  readonly clause?: string;
}

/** The caps that bound a rule: its own, then those that it shares. */
export function listCaps(terms: ContractTerms, rule: string): Cap[] {
  const own = terms.penalties?.find(({ key }) => key === rule);
  const capOf = (
    key: string,
    title: Text,
    covers: readonly string[],
    cap: PenaltyCapAmount,
    clause?: string,
  ) => ({
    key,
    title,
    covers,
    limit: resolveShare(cap, terms).amount,
    ...(clause === undefined ? {} : { clause }),
  });
  const shared = (terms.penaltyCaps ?? [])
    .filter(({ covers }) => covers.includes(rule))
    .map(({ key, title, covers, cap, clause }) => capOf(key, titleText(title), covers, cap, clause));
  if (own?.cap === undefined) return shared;
  return [capOf("own", titleText(own.title), [rule], own.cap, own.clause), ...shared];
}

/** What the penalties imposed so far have used of a cap. */
export function usedOfCap({ covers }: Pick<Cap, "covers">, penalties: readonly Penalty[]): Money {
  const known = new Set(covers);
  return sumMoney(
    penalties.flatMap((penalty) =>
      penalty.state === "imposed" && penalty.rule !== undefined && known.has(penalty.rule)
        ? [penalty.amount]
        : [],
    ),
  );
}

/**
 * What is left of a penalty once each cap has taken what is beyond it, in the order of decision: what all penalties of a cap
 * come to together never exceeds it, whatever their order. `amount` plus all cuts is `gross`.
 */
export function applyCaps(
  terms: ContractTerms,
  rule: string | undefined,
  gross: Money,
  penalties: readonly Penalty[],
): { readonly amount: Money; readonly cuts: readonly PenaltyCut[] } {
  let amount = gross;
  const cuts: PenaltyCut[] = [];
  for (const cap of rule === undefined ? [] : listCaps(terms, rule)) {
    const used = usedOfCap(cap, penalties);
    const left = compareMoney(used, cap.limit) >= 0 ? "0.00" : subtractMoney(cap.limit, used);
    if (compareMoney(amount, left) <= 0) continue;
    const { key, title, limit, clause } = cap;
    const cut = subtractMoney(amount, left);
    cuts.push({ cap: key, title, limit, used, cut, ...(clause === undefined ? {} : { clause }) });
    amount = left;
  }
  return { amount, cuts };
}
