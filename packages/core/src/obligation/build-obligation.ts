import { type ContractEvent, eventDate } from "../event/index.ts";
import type { DateRule, ResolvedRule, Schedule } from "../date-rule/index.ts";
import type { DeriveContext } from "./create-context.ts";
import { earliestOf, findFulfilment } from "./event-log.ts";
import { countInCheck, takesSubmissions, waitForCheck } from "./in-check.ts";
import type { FulfilledBy, Obligation } from "./obligation.ts";
import { isBeforeKeyPeriod } from "./service-days.ts";

type Facts = Pick<Obligation, "key" | "kind" | "shape" | "title" | "debtor"> &
  Partial<Pick<Obligation, "period" | "keyPeriod" | "amount" | "amountWhy">> & {
    readonly clause: string | undefined;
    readonly rule: DateRule | Schedule;
    readonly fulfilledBy: readonly FulfilledBy[];
  };

type Draft = { -readonly [Key in keyof Obligation]: Obligation[Key] };

/** An obligation from what it is about and the dates that its rule came to. */
export function buildObligation(facts: Facts, dates: ResolvedRule, context: DeriveContext): Obligation {
  const { key, kind, shape, title, debtor, clause, period, keyPeriod, amount, amountWhy } = facts;
  const { rule, fulfilledBy } = facts;
  // Written out, for there are thousands of a daily duty: spreading each part costs twice the time.
  const built: Draft = {
    key,
    kind,
    shape,
    title,
    debtor,
    waitingFor: dates.state === "waiting" ? dates.waitingFor : [],
    explanation: {
      rule: context.print(rule),
      steps: dates.steps,
      provisionalYears: dates.provisionalYears,
    },
    fulfilledBy,
  };
  if (clause !== undefined) built.clause = clause;
  if (period !== undefined) built.period = period;
  if (keyPeriod !== undefined) built.keyPeriod = keyPeriod;
  if (amount !== undefined) built.amount = amount;
  if (amountWhy !== undefined) built.amountWhy = amountWhy;
  if (dates.state === "fixed") setDates(built, dates);
  const event = findOwnFulfilment(built, context);
  if (event !== undefined) built.fulfilment = { eventId: event.id, on: eventDate(event) };
  else if (isInCheck(facts, context)) built.waitingFor = [...built.waitingFor, waitForCheck(facts)];
  return built;
}

function findOwnFulfilment(built: Draft, context: DeriveContext): ContractEvent | undefined {
  const { keyPeriod, fulfilledBy } = built;
  if (keyPeriod === undefined) return findFulfilment(context, fulfilledBy);
  const done = fulfilledBy.flatMap(({ event, of }) => context.log.all(event, of));
  return earliestOf(done.filter((event) => !isBeforeKeyPeriod(eventDate(event), built)));
}

/** Only one piece is handed in for what stands alone or is one of a series; a quota waits once enough has been. */
function isInCheck(facts: Facts, { log }: DeriveContext): boolean {
  const { key, shape } = facts;
  return (
    (shape === "single" || shape === "recurring") && takesSubmissions(facts) && countInCheck(log, key) > 0
  );
}

function setDates(built: Draft, { opensOn, dueOn, dueAt }: Extract<ResolvedRule, { state: "fixed" }>): void {
  if (opensOn !== undefined) built.opensOn = opensOn;
  if (dueOn !== undefined) built.dueOn = dueOn;
  if (dueAt !== undefined) built.dueAt = dueAt;
}

/** The ways in which an obligation that stands on its own is fulfilled. */
export function waysOf(key: string, context: DeriveContext): readonly FulfilledBy[] {
  return context.index.standing.get(key)?.fulfilledBy ?? [{ event: "fulfilled", of: key }];
}
