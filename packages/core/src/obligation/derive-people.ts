import { resolveRule } from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import { buildObligation } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { type Obligation, obligationKindNames } from "./obligation.ts";

/** Of each person on the roster the secrecy agreement, and the buyer's answer to each change that the vendor asks for. */
export function derivePeople(context: DeriveContext): Obligation[] {
  return [...deriveAgreements(context), ...deriveStaffAnswers(context)];
}

function deriveAgreements(context: DeriveContext): Obligation[] {
  const agreement = context.terms.people?.agreement;
  if (agreement === undefined) return [];
  return context.log.ofKind("personJoined").map((joined) => {
    const { of: id = joined.id } = joined;
    const { due: rule, clause } = agreement;
    return buildObligation(
      {
        ...named("agreement", id, context),
        debtor: "vendor",
        clause,
        rule,
        fulfilledBy: [{ event: "agreementFiled", of: id }],
      },
      resolveRule(rule, context.withTrigger(joined)),
      context,
    );
  });
}

function deriveStaffAnswers(context: DeriveContext): Obligation[] {
  const clause = context.terms.people?.clause;
  return context.log.ofKind("staffChangeAsked").flatMap((asked) => {
    const { of: id = asked.id, until, by } = asked;
    if (by !== "vendor" || until === undefined) return [];
    const on = eventDate(asked);
    return [
      buildObligation(
        {
          ...named("staffAnswer", id, context),
          debtor: "buyer",
          clause,
          rule: { rule: "on", anchor: { anchor: "date", on: until } },
          fulfilledBy: [{ event: "staffChangeAnswered", of: id }],
        },
        {
          state: "fixed",
          opensOn: on,
          dueOn: until,
          steps: [
            { step: "event", label: context.labelOf("staffChangeAsked", id), on },
            { step: "date", on: until },
          ],
          provisionalYears: [],
        },
        context,
      ),
    ];
  });
}

/** The facts of an obligation about something with an id of its own: its kind, then what that is called. */
export function named(
  kind: "agreement" | "staffAnswer" | "penalty" | "penaltyAnswer" | "right",
  id: string,
  { index }: DeriveContext,
) {
  const { zh, en } = obligationKindNames[kind];
  const about = index.nameOf(id);
  return {
    key: `${kind}.${id}`,
    kind,
    shape: "single",
    title: { zh: `${zh}（${about.zh}）`, en: `${en} (${about.en})` },
  } as const;
}
