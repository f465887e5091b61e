import { type ContractTerms, titleText } from "../contract/index.ts";
import { type Anchor, type DateRule, resolveRule, type ResolvedRule } from "../date-rule/index.ts";
import { buildObligation } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { deriveDuty } from "./derive-duties.ts";
import type { Obligation } from "./obligation.ts";

type Lasts = NonNullable<NonNullable<ContractTerms["secrecy"]>["lasts"]>;

/** Secrecy from signing on: without end, or until a time after the term; and the hand-back after each demand. */
export function deriveSecrecy(
  secrecy: NonNullable<ContractTerms["secrecy"]>,
  context: DeriveContext,
): Obligation[] {
  const { key, clause, lasts, handBack } = secrecy;
  const title = titleText(secrecy.title);
  const signed: Anchor = { anchor: "event", event: "signed" };
  const last = lasts === undefined ? undefined : lastRule(lasts);
  const start = resolveRule({ rule: "on", anchor: signed }, context);
  const end = last === undefined ? undefined : resolveRule(last, context);
  const rule: DateRule =
    last === undefined
      ? { rule: "from", anchor: signed }
      : { rule: "between", from: signed, to: { anchor: "rule", rule: last } };
  const facts = {
    key: `secrecy.${key}`,
    kind: "secrecy",
    shape: "continuous",
    title,
    debtor: "vendor",
    clause,
    rule,
  } as const;
  const built = buildObligation({ ...facts, fulfilledBy: [] }, joinDates(start, end), context);
  const open = start.state === "fixed" && end?.state === "waiting" ? end.waitingFor : undefined;
  const kept = open === undefined ? built : { ...built, waitingFor: open };
  if (handBack === undefined) return [kept];
  const schedule = { schedule: "onEach", event: "handBackDemanded", due: handBack.due } as const;
  const handBackTitle = { zh: "归还含保密信息的资料", en: "Hand back confidential material" };
  return [
    kept,
    ...deriveDuty(
      { key, kind: "handBack", title: handBackTitle, debtor: "vendor", clause, schedule },
      context,
      undefined,
    ),
  ];
}

function lastRule({ count, unit, afterTerm }: Lasts): DateRule {
  const after = { anchor: "term", term: afterTerm, edge: "end" } as const;
  return { rule: "within", count, unit, after, roll: "none" };
}

function joinDates(start: ResolvedRule, end: ResolvedRule | undefined): ResolvedRule {
  if (start.state === "waiting") return start;
  const opensOn = start.dueOn;
  if (opensOn === undefined) throw new RangeError("a rule on an event has a date");
  const fixed = end?.state === "fixed" && end.dueOn !== undefined ? end : undefined;
  return {
    state: "fixed",
    opensOn,
    ...(fixed?.dueOn === undefined ? {} : { dueOn: fixed.dueOn }),
    steps: [...start.steps, ...(fixed?.steps ?? [])],
    provisionalYears: fixed?.provisionalYears ?? [],
  };
}
