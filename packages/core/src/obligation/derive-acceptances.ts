import { type ContractTerms, titleText } from "../contract/index.ts";
import { type DateRule, resolveRule } from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import { isRectifying, listRounds } from "./acceptance-rounds.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { deriveRectifications } from "./derive-rectifications.ts";
import { applicationTitle } from "./index-terms.ts";
import type { FulfilledBy, Obligation } from "./obligation.ts";

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];

/**
 * The vendor's application, the buyer's review of each application, the vendor's plan after each objection and its
 * rectification after each objection and failure, the decision.
 */
export function deriveAcceptance(acceptance: Acceptance, context: DeriveContext): Obligation[] {
  const title = titleText(acceptance.title);
  const { key, application } = acceptance;
  const applied: Part[] =
    application === undefined
      ? []
      : [
          {
            key: `application.${key}`,
            kind: "application",
            title: applicationTitle(title),
            debtor: "vendor",
            due: application.due,
          },
        ];
  return [
    ...applied.map((part) => derivePart(part, acceptance, context)),
    ...deriveReviews(acceptance, context),
    ...derivePlans(acceptance, context),
    ...deriveRectifications(acceptance, context),
    deriveDecision(acceptance, context),
  ];
}

/**
 * The buyer's decision. While the vendor rectifies it waits for the next application: a date that does not hang on that
 * (C: fifteen working days after six months) may pass meanwhile, and that is no delay of the buyer's.
 */
function deriveDecision(acceptance: Acceptance, context: DeriveContext): Obligation {
  const { key, decision } = acceptance;
  const title = titleText(acceptance.title);
  const part = { key: `acceptance.${key}`, kind: "acceptance", title, debtor: "buyer" } as const;
  const built = derivePart({ ...part, due: decision.due }, acceptance, context);
  if (built.fulfilment !== undefined || !isRectifying(acceptance, context.log)) return built;
  if (built.waitingFor.some(({ event, of }) => event === "acceptanceApplied" && of === key)) return built;
  const label = context.labelOf("acceptanceApplied", key);
  const again = { event: "acceptanceApplied", of: key, holder: "vendor", label } as const;
  return { ...built, waitingFor: [...built.waitingFor, again] };
}

interface Part extends Pick<Obligation, "key" | "kind" | "title" | "debtor"> {
  readonly due: DateRule;
}

function derivePart(
  { due, ...part }: Part,
  { clause }: Acceptance,
  context: DeriveContext,
  fulfilledBy: readonly FulfilledBy[] = waysOf(part.key, context),
): Obligation {
  return buildObligation(
    { ...part, shape: "single", clause, rule: due, fulfilledBy },
    resolveRule(due, context),
    context,
  );
}

function deriveReviews(acceptance: Acceptance, context: DeriveContext): Obligation[] {
  const { key, review } = acceptance;
  if (review === undefined) return [];
  const { zh, en } = titleText(acceptance.title);
  const title = { zh: `审查${zh}申请`, en: `Review: ${en}` };
  return listRounds(context.log, key).map(({ application, answer }) => {
    const part = { key: `review.${key}.${application.id}`, kind: "review", title, debtor: "buyer" } as const;
    const trigger = context.withTrigger(application);
    // Nobody has to object: once the time for it is over, the decision is what is owed.
    const built = { ...derivePart({ ...part, due: review.due }, acceptance, trigger), lapses: true } as const;
    const fulfilledBy = [...built.fulfilledBy, ...answersOf(key)];
    const own = built.fulfilment;
    if (answer === undefined || (own !== undefined && own.on <= eventDate(answer))) {
      return { ...built, fulfilledBy };
    }
    return { ...built, fulfilledBy, fulfilment: { eventId: answer.id, on: eventDate(answer) } };
  });
}

function derivePlans(acceptance: Acceptance, context: DeriveContext): Obligation[] {
  const { key, plan } = acceptance;
  if (plan === undefined) return [];
  const { zh, en } = titleText(acceptance.title);
  const title = { zh: `${zh}整改方案`, en: `Rectification plan: ${en}` };
  return context.log.all("acceptanceObjected", key).map((objection) => {
    const part = { key: `plan.${key}.${objection.id}`, kind: "plan", title, debtor: "vendor" } as const;
    const ways = [{ event: "deliverableAccepted", of: part.key }, ...waysOf(part.key, context)] as const;
    return derivePart({ ...part, due: plan.due }, acceptance, context.withTrigger(objection), ways);
  });
}

/** A review ends with the buyer's word on its round: an objection, a pass or a failure; a plan is handed in and accepted by itself. */
function answersOf(acceptance: string): readonly FulfilledBy[] {
  return [
    { event: "acceptanceObjected", of: acceptance },
    { event: "acceptancePassed", of: acceptance },
    { event: "acceptanceFailed", of: acceptance },
  ];
}
