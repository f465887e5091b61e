import { type ContractTerms, titleText } from "../contract/index.ts";
import { type DateRule, resolveRule } from "../date-rule/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import type { Side } from "../party/index.ts";
import { listRounds } from "./acceptance-rounds.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { applicationTitle } from "./index-terms.ts";
import type { FulfilledBy, Obligation, ObligationKind } from "./obligation.ts";

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];

/** The vendor's application, the buyer's review of each application, the vendor's plan after each objection, the decision. */
export function deriveAcceptance(acceptance: Acceptance, context: DeriveContext): Obligation[] {
  const title = titleText(acceptance.title);
  const { key, clause, application, review, plan } = acceptance;
  const derived: Obligation[] = [];
  if (application !== undefined) {
    derived.push(
      single(`application.${key}`, "application", applicationTitle(title), "vendor", application.due),
    );
  }
  if (review !== undefined) derived.push(...reviews(review.due));
  if (plan !== undefined) derived.push(...plans(plan.due));
  derived.push(single(`acceptance.${key}`, "acceptance", title, "buyer", acceptance.decision.due));
  return derived;

  function single(
    obligation: string,
    kind: ObligationKind,
    name: Obligation["title"],
    debtor: Side,
    due: DateRule,
  ): Obligation {
    const facts = { key: obligation, kind, shape: "single", title: name, debtor, clause } as const;
    return buildObligation(
      { ...facts, fulfilledBy: waysOf(obligation, context) },
      resolveRule(due, context),
      context,
    );
  }

  function reviews(due: DateRule): Obligation[] {
    const name = { zh: `审查${title.zh}申请`, en: `Review: ${title.en}` };
    return listRounds(context.log, key).map(({ application, answer }) => {
      const built = triggered("review", application, name, "buyer", due);
      const fulfilledBy = [...built.fulfilledBy, ...answersOf(key)];
      const own = built.fulfilment;
      if (answer === undefined || (own !== undefined && own.on <= eventDate(answer))) {
        return { ...built, fulfilledBy };
      }
      return { ...built, fulfilledBy, fulfilment: { eventId: answer.id, on: eventDate(answer) } };
    });
  }

  function plans(due: DateRule): Obligation[] {
    const name = { zh: `${title.zh}整改方案`, en: `Rectification plan: ${title.en}` };
    return context.log
      .all("acceptanceObjected", key)
      .map((objection) => triggered("plan", objection, name, "vendor", due));
  }

  function triggered(
    kind: "review" | "plan",
    trigger: ContractEvent,
    name: Obligation["title"],
    debtor: Side,
    due: DateRule,
  ): Obligation {
    const obligation = `${kind}.${key}.${trigger.id}`;
    const facts = { key: obligation, kind, shape: "single", title: name, debtor, clause } as const;
    return buildObligation(
      { ...facts, fulfilledBy: waysOf(obligation, context) },
      resolveRule(due, context.withTrigger(trigger)),
      context,
    );
  }
}

/** A review ends with the buyer's word on its round: an objection, a pass or a failure; a plan is handed in by itself. */
function answersOf(acceptance: string): readonly FulfilledBy[] {
  return [
    { event: "acceptanceObjected", of: acceptance },
    { event: "acceptancePassed", of: acceptance },
    { event: "acceptanceFailed", of: acceptance },
  ];
}
