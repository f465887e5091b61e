import { type ContractTerms, titleText } from "../contract/index.ts";
import { type DateRule, resolveRule } from "../date-rule/index.ts";
import type { ContractEvent, EventKind } from "../event/index.ts";
import type { Side } from "../party/index.ts";
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
  if (review !== undefined) {
    const name = { zh: `审查${title.zh}申请`, en: `Review: ${title.en}` };
    derived.push(...triggered("review", "acceptanceApplied", name, "buyer", review.due));
  }
  if (plan !== undefined) {
    const name = { zh: `${title.zh}整改方案`, en: `Rectification plan: ${title.en}` };
    derived.push(...triggered("plan", "acceptanceObjected", name, "vendor", plan.due));
  }
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

  function triggered(
    kind: "review" | "plan",
    on: EventKind,
    name: Obligation["title"],
    debtor: Side,
    due: DateRule,
  ): Obligation[] {
    return context.log.all(on, key).map((trigger) => {
      const obligation = `${kind}.${key}.${trigger.id}`;
      const facts = { key: obligation, kind, shape: "single", title: name, debtor, clause } as const;
      const fulfilledBy = fulfilling(kind, obligation, key, trigger, context);
      return buildObligation(
        { ...facts, fulfilledBy },
        resolveRule(due, context.withTrigger(trigger)),
        context,
      );
    });
  }
}

/** A review ends with the buyer's word: an objection, a pass or a failure; a plan is handed in by itself. */
function fulfilling(
  kind: "review" | "plan",
  obligation: string,
  acceptance: string,
  trigger: ContractEvent,
  context: DeriveContext,
): readonly FulfilledBy[] {
  const own = { event: "fulfilled", of: obligation } as const;
  if (kind === "plan") return [own];
  const laterApplied = context.log
    .all("acceptanceApplied", acceptance)
    .some((each) => each.id !== trigger.id);
  if (laterApplied) return [own];
  return [
    own,
    { event: "acceptanceObjected", of: acceptance },
    { event: "acceptancePassed", of: acceptance },
    { event: "acceptanceFailed", of: acceptance },
  ];
}
