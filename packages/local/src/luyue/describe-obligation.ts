import type { Calendar } from "@luyue/core/calendar";
import type { Instant } from "@luyue/core/civil-date";
import { renderExplanation, type Waiting } from "@luyue/core/date-rule";
import { type Obligation, stateOf } from "@luyue/core/obligation";

/** An obligation as the command line prints it: plain values, dates civil in Asia/Shanghai, amounts in yuan. */
export interface DescribedObligation {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly titleEn: string;
  readonly debtor: "buyer" | "vendor";
  readonly state: string;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly windowOpensOn: string | null;
  readonly waitingFor: readonly Waiting[];
  readonly amount: string | null;
  readonly amountWhy: string | null;
  readonly quota: Obligation["quota"] | null;
  readonly keyPeriod: Obligation["keyPeriod"] | null;
  readonly provisional: boolean;
  readonly why: string;
  readonly whyEn: string;
  readonly clause: string | null;
  readonly fulfilledOn: string | null;
}

export function describeObligation(
  obligation: Obligation,
  calendar: Calendar,
  now: Instant,
): DescribedObligation {
  const why = renderExplanation(obligation.explanation, calendar, obligation.clause);
  return {
    key: obligation.key,
    kind: obligation.kind,
    title: obligation.title.zh,
    titleEn: obligation.title.en,
    debtor: obligation.debtor,
    state: stateOf(obligation, now),
    dueOn: obligation.dueOn ?? null,
    dueAt: obligation.dueAt ?? null,
    windowOpensOn: obligation.opensOn ?? null,
    waitingFor: obligation.waitingFor,
    amount: obligation.amount ?? null,
    amountWhy: obligation.amountWhy?.zh ?? null,
    quota: obligation.quota ?? null,
    keyPeriod: obligation.keyPeriod ?? null,
    provisional: obligation.explanation.provisionalYears.length > 0,
    why: why.zh,
    whyEn: why.en,
    clause: obligation.clause ?? null,
    fulfilledOn: obligation.fulfilment?.on ?? null,
  };
}
