import { instantAt, toEpochMs } from "../civil-date/index.ts";
import { eventDate, type EventKind } from "../event/index.ts";
import type { Anchor, DateRule } from "./date-rule.ts";
import type { ResolvedAnchor, ResolvedRule, Waiting } from "./explanation.ts";
import type { RuleContext } from "./rule-context.ts";

/** Resolves a rule inside an anchor: rules and anchors nest in each other, their files do not. */
type ResolveNested = (rule: DateRule, context: RuleContext) => ResolvedRule;

/** The civil date (and the instant, where one is known) that an anchor stands for, or what it waits for. */
export function resolveAnchor(
  anchor: Anchor,
  context: RuleContext,
  resolveRule: ResolveNested,
): ResolvedAnchor {
  switch (anchor.anchor) {
    case "date":
      return {
        state: "fixed",
        on: anchor.on,
        steps: [{ step: "date", on: anchor.on }],
        provisionalYears: [],
      };
    case "event":
      return resolveEvent(anchor.event, anchor.of, context);
    case "trigger":
      return resolveTrigger(context);
    case "term":
      return context.termEdge(anchor.term, anchor.edge);
    case "due":
      return context.due(anchor.of);
    case "fulfilled":
      return context.fulfilled(anchor.of);
    case "rule":
      return resolveNested(resolveRule(anchor.rule, context));
    case "lastOf":
      return resolveLast(anchor.of.map((each) => resolveAnchor(each, context, resolveRule)));
    case "firstOf":
      return resolveFirst(anchor.of.map((each) => resolveAnchor(each, context, resolveRule)));
  }
}

function resolveEvent(kind: EventKind, of: string | undefined, context: RuleContext): ResolvedAnchor {
  const event = context.event(kind, of);
  if (event === undefined) {
    return (kind === "effective" ? resolveEffect(context) : undefined) ?? waitFor(kind, of, context);
  }
  const on = eventDate(event);
  const at = event.at === undefined ? {} : { at: event.at };
  const label = context.labelOf(kind, of);
  return { state: "fixed", on, ...at, steps: [{ step: "event", label, on, ...at }], provisionalYears: [] };
}

/** The contract's own rule for when it takes effect; the day on which it does is named after the rule's steps. */
function resolveEffect(context: RuleContext): ResolvedAnchor | undefined {
  const effect = context.effective();
  if (effect === undefined || effect.state === "waiting") return effect;
  const step = { step: "event", label: context.labelOf("effective", undefined), on: effect.on } as const;
  return { ...effect, steps: [...effect.steps, step] };
}

export function waitFor(kind: EventKind, of: string | undefined, context: RuleContext): ResolvedAnchor {
  const label = context.labelOf(kind, of);
  const holder = context.holderOf(kind, of);
  const waiting: Waiting = { event: kind, ...(of === undefined ? {} : { of }), holder, label };
  return {
    state: "waiting",
    waitingFor: [waiting],
    steps: [{ step: "waiting", label, holder }],
    provisionalYears: [],
  };
}

function resolveTrigger(context: RuleContext): ResolvedAnchor {
  const { trigger } = context;
  if (trigger === undefined)
    throw new RangeError("a rule with a trigger stands outside a schedule on events");
  const on = eventDate(trigger);
  const at = trigger.at === undefined ? {} : { at: trigger.at };
  const label = context.labelOf(trigger.kind, trigger.of);
  return { state: "fixed", on, ...at, steps: [{ step: "event", label, on, ...at }], provisionalYears: [] };
}

function resolveNested(rule: ResolvedRule): ResolvedAnchor {
  if (rule.state === "waiting") return rule;
  const on = rule.dueOn ?? rule.opensOn;
  if (on === undefined) throw new RangeError("a fixed rule has a date");
  const at = rule.dueAt === undefined ? {} : { at: rule.dueAt };
  return { state: "fixed", on, ...at, steps: rule.steps, provisionalYears: rule.provisionalYears };
}

function resolveLast(all: readonly ResolvedAnchor[]): ResolvedAnchor {
  const waitingFor = all.flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
  const merged = mergeExplanations(all);
  if (waitingFor.length > 0) return { state: "waiting", waitingFor, ...merged };
  const last = fixedOf(all).reduce((a, b) => (momentOf(b) > momentOf(a) ? b : a));
  return choose(last, merged, "last");
}

function resolveFirst(all: readonly ResolvedAnchor[]): ResolvedAnchor {
  const known = fixedOf(all);
  const merged = mergeExplanations(known.length === 0 ? all : known);
  if (known.length === 0) {
    const waitingFor = all.flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
    return { state: "waiting", waitingFor, ...merged };
  }
  const first = known.reduce((a, b) => (momentOf(b) < momentOf(a) ? b : a));
  return choose(first, merged, "first");
}

type FixedAnchor = Extract<ResolvedAnchor, { state: "fixed" }>;

function fixedOf(all: readonly ResolvedAnchor[]): FixedAnchor[] {
  return all.filter((each) => each.state === "fixed");
}

function choose(
  { on, at }: FixedAnchor,
  merged: Pick<ResolvedAnchor, "steps" | "provisionalYears">,
  step: "last" | "first",
): ResolvedAnchor {
  const moment = at === undefined ? {} : { at };
  return { state: "fixed", on, ...moment, ...merged, steps: [...merged.steps, { step, on }] };
}

/** A date alone stands at its midnight, as where hours are counted from it. */
function momentOf({ on, at }: FixedAnchor): number {
  return toEpochMs(at ?? instantAt(on, "00:00"));
}

export function mergeExplanations(all: readonly Pick<ResolvedAnchor, "steps" | "provisionalYears">[]) {
  const years = all.flatMap((each) => each.provisionalYears);
  return {
    steps: all.flatMap((each) => each.steps),
    provisionalYears: years.length < 2 ? years : [...new Set(years)].toSorted((a, b) => a - b),
  };
}
