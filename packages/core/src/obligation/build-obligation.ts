import { eventDate } from "../event/index.ts";
import type { ResolvedRule } from "../date-rule/index.ts";
import type { DeriveContext } from "./create-context.ts";
import { findFulfilment } from "./event-log.ts";
import type { FulfilledBy, Obligation } from "./obligation.ts";

type Facts = Pick<Obligation, "key" | "kind" | "shape" | "title" | "debtor"> &
  Partial<Pick<Obligation, "period" | "amount" | "amountWhy">> & {
    readonly clause: string | undefined;
    readonly fulfilledBy: readonly FulfilledBy[];
  };

/** An obligation from what it is about and the dates that its rule came to. */
export function buildObligation(facts: Facts, dates: ResolvedRule, context: DeriveContext): Obligation {
  const { clause, ...rest } = facts;
  const event = findFulfilment(context.log, facts.fulfilledBy);
  return {
    ...rest,
    ...(clause === undefined ? {} : { clause }),
    ...(dates.state === "fixed" ? datesOf(dates) : {}),
    waitingFor: dates.state === "waiting" ? dates.waitingFor : [],
    explanation: { steps: dates.steps, provisionalYears: dates.provisionalYears },
    ...(event === undefined ? {} : { fulfilment: { eventId: event.id, on: eventDate(event) } }),
  };
}

function datesOf(dates: Extract<ResolvedRule, { state: "fixed" }>) {
  return {
    ...(dates.opensOn === undefined ? {} : { opensOn: dates.opensOn }),
    ...(dates.dueOn === undefined ? {} : { dueOn: dates.dueOn }),
    ...(dates.dueAt === undefined ? {} : { dueAt: dates.dueAt }),
  };
}

/** The ways in which an obligation that stands on its own is fulfilled. */
export function waysOf(key: string, context: DeriveContext): readonly FulfilledBy[] {
  return context.index.standing.get(key)?.fulfilledBy ?? [{ event: "fulfilled", of: key }];
}
