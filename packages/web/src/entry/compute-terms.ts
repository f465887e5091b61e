import type { Calendar } from "@luyue/core/calendar";
import type { ContractTerms } from "@luyue/core/contract";
import { renderExplanation } from "@luyue/core/date-rule";
import { DomainError } from "@luyue/core/error";
import { addMoney, compareMoney, moneySchema, subtractMoney } from "@luyue/core/money";
import { deriveObligations } from "@luyue/core/obligation";
import type { Text } from "@luyue/core/text";
import { evaluateTrancheAmounts } from "@luyue/core/tranche";

export interface TrancheSums {
  readonly amounts: ReadonlyMap<string, { readonly amount: string; readonly why: Text }>;
  readonly sum: string;
  /** What the tranches leave of the price, or take beyond it (negative). */
  readonly rest: string;
  /** Why the amounts cannot be worked out. */
  readonly problem: Text | undefined;
}

const unreadable: Text = { zh: "金额或比例还不完整", en: "an amount or a rate is not complete yet" };

/** What each payment comes to, and whether they add up to the price. */
export function computeTranches(terms: ContractTerms): TrancheSums {
  const none = { amounts: new Map<string, never>(), sum: "0.00", rest: "0.00" };
  if (!moneySchema.safeParse(terms.price.total).success) return { ...none, problem: unreadable };
  try {
    const amounts = evaluateTrancheAmounts(terms);
    const sum = [...amounts.values()].reduce((all, { amount }) => addMoney(all, amount), "0.00");
    const [large, small] =
      compareMoney(terms.price.total, sum) >= 0 ? [terms.price.total, sum] : [sum, terms.price.total];
    const difference = subtractMoney(large, small);
    return {
      amounts,
      sum,
      rest: large === sum && large !== small ? `-${difference}` : difference,
      problem: undefined,
    };
  } catch (error) {
    return { ...none, problem: error instanceof DomainError ? error.reason : unreadable };
  }
}

export interface PlannedDay {
  readonly key: string;
  readonly kind: string;
  readonly title: Text;
  readonly dueOn: string | undefined;
  readonly amount: string | undefined;
  readonly why: Text;
  readonly waitsFor: readonly Text[];
}

/** The obligations that terms would have if the contract was signed on a day, by date; those without one come last. */
export function computeDays(
  terms: ContractTerms,
  signedOn: string,
  calendar: Calendar,
): readonly PlannedDay[] {
  const signed = { id: "signed", kind: "signed" as const, on: signedOn };
  return deriveObligations(terms, [signed], calendar)
    .map(({ key, kind, title, dueOn, amount, explanation, waitingFor }) => ({
      key,
      kind,
      title,
      dueOn,
      amount,
      why: renderExplanation(explanation, calendar),
      waitsFor: waitingFor.map(({ label }) => label),
    }))
    .toSorted((a, b) => {
      const [one, other] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
      return one < other ? -1 : one > other ? 1 : 0;
    });
}
