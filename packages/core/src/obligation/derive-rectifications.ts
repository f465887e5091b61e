import { type ContractTerms, titleText } from "../contract/index.ts";
import type { DateRule, Explanation, ExplanationStep, ResolvedRule } from "../date-rule/index.ts";
import { resolveRule } from "../date-rule/index.ts";
import { compareEvents, type ContractEvent, eventDate } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import { findReapplication, givesRectification } from "./acceptance-rounds.ts";
import { buildObligation } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import type { Obligation } from "./obligation.ts";

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];

/**
 * What the vendor has to put right after each objection and failure 整改: by the day that the buyer set, else by the
 * terms' own rule, else without a date. The next application says that it has been done. A failure past the last
 * rectification that the terms allow gives none, unless the buyer set a day for it all the same.
 */
export function deriveRectifications(acceptance: Acceptance, context: DeriveContext): Obligation[] {
  const { key, clause } = acceptance;
  const { zh, en } = titleText(acceptance.title);
  const title = { zh: `${zh}整改`, en: `Rectification: ${en}` };
  const kinds = ["acceptanceObjected", "acceptanceFailed"] as const;
  const sentBack = kinds.flatMap((kind) => context.log.all(kind, key)).toSorted(compareEvents);
  const owed = sentBack.filter((event) => givesRectification(event, acceptance, context.log));
  return owed.map((event) => {
    const { rule, dates, why } = datesOf(event, acceptance, context);
    const own = `rectification.${key}.${event.id}`;
    const facts = { key: own, kind: "rectification", shape: "single", title, debtor: "vendor" } as const;
    const built = buildObligation({ ...facts, clause, rule, fulfilledBy: [] }, dates, context);
    // The next application, not the first one that there was.
    const fulfilledBy = [{ event: "acceptanceApplied", of: key } as const];
    const explained = { ...built, fulfilledBy, explanation: { ...built.explanation, ...why } };
    const again = findReapplication(context.log, key, event);
    return again === undefined
      ? explained
      : { ...explained, fulfilment: { eventId: again.id, on: eventDate(again) } };
  });
}

interface Dated {
  readonly rule: DateRule;
  readonly dates: ResolvedRule;
  /** How the rule reads where it is not the terms' own. */
  readonly why?: Pick<Explanation, "rule">;
}

function datesOf(event: ContractEvent, { rectification }: Acceptance, context: DeriveContext): Dated {
  const on = eventDate(event);
  const label = context.labelOf(event.kind, event.of);
  const told: ExplanationStep = { step: "event", label, on };
  if (event.until !== undefined) {
    const steps = [told, { step: "date", on: event.until }] as const;
    const dates = { state: "fixed", opensOn: on, dueOn: event.until, steps, provisionalYears: [] } as const;
    return {
      rule: { rule: "on", anchor: { anchor: "date", on: event.until } },
      dates,
      why: { rule: buyersDay },
    };
  }
  if (rectification !== undefined) {
    const dates = resolveRule(rectification.due, context.withTrigger(event));
    return { rule: rectification.due, dates: dates.state === "fixed" ? { opensOn: on, ...dates } : dates };
  }
  const steps = [told, { step: "noDeadline" }] as const;
  const dates = { state: "fixed", opensOn: on, steps, provisionalYears: [] } as const;
  return { rule: { rule: "from", anchor: { anchor: "trigger" } }, dates, why: { rule: noDay } };
}

const buyersDay: Text = { zh: "甲方指定的整改期限", en: "the day that the buyer set for the rectification" };
const noDay: Text = {
  zh: "合同未约定整改期限，甲方也未指定日期",
  en: "neither the contract nor the buyer sets a day for the rectification",
};
