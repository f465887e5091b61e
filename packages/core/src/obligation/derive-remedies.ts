import type { CivilDate } from "../civil-date/index.ts";
import type { PenaltyAnswerTerms } from "../contract/index.ts";
import { type DateRule, resolveRule, type ResolvedRule } from "../date-rule/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import type { Calendar } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { buildObligation } from "./build-obligation.ts";
import { createContext, type DeriveContext } from "./create-context.ts";
import { named } from "./derive-people.ts";
import { type Obligation, obligationKindNames } from "./obligation.ts";

/** What remedies ask of people: penalties to decide and to answer, full rectifications, breaches to cure. */
export function deriveRemedies(context: DeriveContext): Obligation[] {
  return [
    ...context.log.ofKind("penaltyProposed").flatMap((event) => derivePenalty(event, context)),
    ...context.log.ofKind("rectificationDemanded").map((event) => deriveFullRectification(event, context)),
    ...deriveCures(context),
  ];
}

const usualAnswer = { count: 5, unit: "workingDay" } as const;

function answerRule(answer: PenaltyAnswerTerms | undefined, proposedOn: CivilDate): DateRule {
  const { count, unit } = answer ?? usualAnswer;
  return { rule: "within", count, unit, after: { anchor: "date", on: proposedOn } };
}

/** The last day on which the vendor may answer a penalty that is proposed on a day. */
export function readPenaltyAnswerDay(
  terms: ContractTerms,
  proposedOn: CivilDate,
  calendar: Calendar,
): CivilDate {
  const rule = answerRule(terms.penaltyAnswer, proposedOn);
  const dates = resolveRule(rule, createContext(terms, [], calendar));
  if (dates.state === "waiting" || dates.dueOn === undefined) throw new RangeError("a counted day is known");
  return dates.dueOn;
}

/** The decision waits for the vendor's answer through the day that it was told of; the answer is a right and lapses. */
function derivePenalty(proposed: ContractEvent, context: DeriveContext): Obligation[] {
  const { of: id = proposed.id, until } = proposed;
  const opensOn = eventDate(proposed);
  const told = { step: "event", label: context.labelOf("penaltyProposed", id), on: opensOn } as const;
  const decided = { event: "penaltyDecided", of: id } as const;
  const decision = buildObligation(
    {
      ...named("penalty", id, context),
      debtor: "buyer",
      clause: undefined,
      rule: { rule: "from", anchor: { anchor: "date", on: opensOn } },
      fulfilledBy: [decided],
    },
    { state: "fixed", opensOn, steps: [told, { step: "noDeadline" }], provisionalYears: [] },
    context,
  );
  const answered = context.log.first("penaltyAnswered", id);
  const event = "penaltyAnswered";
  const awaited = {
    event,
    of: id,
    holder: context.holderOf(event, id),
    label: context.labelOf(event, id),
    ...(until === undefined ? {} : { until }),
  } as const;
  const open = decision.fulfilment === undefined && answered === undefined;
  const answer = buildObligation(
    {
      ...named("penaltyAnswer", id, context),
      debtor: "vendor",
      clause: context.terms.penaltyAnswer?.clause,
      rule: answerRule(context.terms.penaltyAnswer, opensOn),
      fulfilledBy: [{ event, of: id }, decided],
    },
    datesUntil(told, opensOn, until),
    context,
  );
  return [open ? { ...decision, waitingFor: [awaited] } : decision, { ...answer, lapses: true }];
}

type Told = Extract<ResolvedRule["steps"][number], { readonly step: "event" }>;

function datesUntil(told: Told, opensOn: CivilDate, until: CivilDate | undefined): ResolvedRule {
  return {
    state: "fixed",
    opensOn,
    ...(until === undefined ? {} : { dueOn: until }),
    steps: [told, ...(until === undefined ? [] : [{ step: "date", on: until } as const])],
    provisionalYears: [],
  };
}

function deriveFullRectification(demanded: ContractEvent, context: DeriveContext): Obligation {
  const { of: id = demanded.id, until } = demanded;
  const key = `fullRectification.${id}`;
  const opensOn = eventDate(demanded);
  const told = {
    step: "event",
    label: context.labelOf("rectificationDemanded", undefined),
    on: opensOn,
  } as const;
  return buildObligation(
    {
      key,
      kind: "fullRectification",
      shape: "single",
      title: obligationKindNames.fullRectification,
      debtor: "vendor",
      clause: undefined,
      rule: { rule: "on", anchor: { anchor: "date", on: until ?? opensOn } },
      fulfilledBy: [{ event: "fulfilled", of: key }],
    },
    datesUntil(told, opensOn, until),
    context,
  );
}

/** The side in breach cures it within the contract's time of the notice; after that the other side may terminate. */
function deriveCures(context: DeriveContext): Obligation[] {
  const { cure } = context.terms;
  if (cure === undefined) return [];
  return context.log.all("breachNoticed", undefined).map((notice) => {
    const key = `cure.${notice.id}`;
    return buildObligation(
      {
        key,
        kind: "cure",
        shape: "single",
        title: obligationKindNames.cure,
        debtor: notice.by ?? "vendor",
        clause: cure.clause,
        rule: cure.due,
        fulfilledBy: [{ event: "fulfilled", of: key }],
      },
      resolveRule(cure.due, context.withTrigger(notice)),
      context,
    );
  });
}
