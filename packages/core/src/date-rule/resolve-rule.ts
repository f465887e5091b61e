import { addMinutes, civilDateOf, instantAt } from "../civil-date/index.ts";
import { windowBounds } from "./calendar-window.ts";
import { countPeriod, rollLastDay } from "./count-period.ts";
import type { DateRule } from "./date-rule.ts";
import type { ResolvedAnchor, ResolvedRule } from "./explanation.ts";
import { mergeExplanations, resolveAnchor } from "./resolve-anchor.ts";
import type { RuleContext } from "./rule-context.ts";

type FixedAnchor = Extract<ResolvedAnchor, { state: "fixed" }>;

/**
 * The dates that a rule comes to (civil dates in Asia/Shanghai), each with how it came about, or what it waits for.
 * Counting follows Civil Code 200–204; what the contract says otherwise stands in the rule (`roll`).
 */
export function resolveRule(rule: DateRule, context: RuleContext): ResolvedRule {
  switch (rule.rule) {
    case "on":
      return whenFixed(resolveAnchor(rule.anchor, context), (anchor) => ({
        state: "fixed",
        dueOn: anchor.on,
        ...explanationOf(anchor),
      }));
    case "from":
      return whenFixed(resolveAnchor(rule.anchor, context), (anchor) => ({
        state: "fixed",
        opensOn: anchor.on,
        steps: [...anchor.steps, { step: "noDeadline" }],
        provisionalYears: anchor.provisionalYears,
      }));
    case "within":
      return whenFixed(resolveAnchor(rule.after, context), (anchor) => resolveWithin(rule, anchor, context));
    case "before":
      return whenFixed(resolveAnchor(rule.before, context), (anchor) => {
        if (rule.count === 0) return { state: "fixed", dueOn: anchor.on, ...explanationOf(anchor) };
        const counted = countPeriod(context.calendar, anchor.on, -rule.count, rule.unit);
        return { state: "fixed", dueOn: counted.on, ...mergeExplanations([anchor, counted]) };
      });
    case "clock":
      return whenFixed(resolveAnchor(rule.after, context), (anchor) => resolveClock(rule, anchor));
    case "window":
      return resolveWindow(rule.window, context);
    case "between":
      return resolveBetween(rule, context);
    case "later":
      return resolveLater(rule.of.map((each) => resolveRule(each, context)));
    case "earlier":
      return resolveEarlier(rule.of.map((each) => resolveRule(each, context)));
  }
}

function whenFixed(anchor: ResolvedAnchor, resolve: (anchor: FixedAnchor) => ResolvedRule): ResolvedRule {
  return anchor.state === "waiting" ? anchor : resolve(anchor);
}

function explanationOf({ steps, provisionalYears }: FixedAnchor) {
  return { steps, provisionalYears };
}

function resolveWithin(
  rule: Extract<DateRule, { rule: "within" }>,
  anchor: FixedAnchor,
  context: RuleContext,
): ResolvedRule {
  if (rule.count === 0) return { state: "fixed", dueOn: anchor.on, ...explanationOf(anchor) };
  const counted = countPeriod(context.calendar, anchor.on, rule.count, rule.unit);
  if (rule.unit === "workingDay" || rule.roll === "none") {
    return { state: "fixed", dueOn: counted.on, ...mergeExplanations([anchor, counted]) };
  }
  const rolled = rollLastDay(context.calendar, counted.on);
  return { state: "fixed", dueOn: rolled.on, ...mergeExplanations([anchor, counted, rolled]) };
}

/** Hours and minutes run from the agreed instant (Civil Code 201); a date alone starts at its midnight. */
function resolveClock(rule: Extract<DateRule, { rule: "clock" }>, anchor: FixedAnchor): ResolvedRule {
  const start = anchor.at ?? instantAt(anchor.on, "00:00");
  const end = addMinutes(start, rule.unit === "hour" ? rule.count * 60 : rule.count);
  const step = { step: "clock", count: rule.count, unit: rule.unit, start, end } as const;
  return {
    state: "fixed",
    dueOn: civilDateOf(end),
    dueAt: end,
    steps: [...anchor.steps, step],
    provisionalYears: anchor.provisionalYears,
  };
}

function resolveWindow(window: string, context: RuleContext): ResolvedRule {
  const { from, to } = windowBounds(window);
  const rolled = rollLastDay(context.calendar, to);
  return {
    state: "fixed",
    opensOn: from,
    dueOn: rolled.on,
    steps: [{ step: "window", from, to }, ...rolled.steps],
    provisionalYears: rolled.provisionalYears,
  };
}

function resolveBetween(rule: Extract<DateRule, { rule: "between" }>, context: RuleContext): ResolvedRule {
  const from = resolveAnchor(rule.from, context);
  const to = resolveAnchor(rule.to, context);
  const merged = mergeExplanations([from, to]);
  if (from.state === "fixed" && to.state === "fixed") {
    return { state: "fixed", opensOn: from.on, dueOn: to.on, ...merged };
  }
  const waitingFor = [from, to].flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
  return { state: "waiting", waitingFor, ...merged };
}

function lastDay(rule: ResolvedRule): string {
  return rule.state === "fixed" ? (rule.dueOn ?? "9999-12-31") : "";
}

function resolveLater(all: readonly ResolvedRule[]): ResolvedRule {
  const waitingFor = all.flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
  const merged = mergeExplanations(all);
  if (waitingFor.length > 0) return { state: "waiting", waitingFor, ...merged };
  const chosen = all.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a));
  return choose(chosen, merged, "last");
}

/** "…, but no later than …": what is known bounds the date even while another of the rules still waits. */
function resolveEarlier(all: readonly ResolvedRule[]): ResolvedRule {
  const known = all.filter((each) => each.state === "fixed");
  const merged = mergeExplanations(all);
  if (known.length === 0) {
    const waitingFor = all.flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
    return { state: "waiting", waitingFor, ...merged };
  }
  const chosen = known.reduce((a, b) => (lastDay(b) < lastDay(a) ? b : a));
  return choose(chosen, merged, "first");
}

function choose(
  chosen: ResolvedRule,
  merged: Pick<ResolvedRule, "steps" | "provisionalYears">,
  step: "last" | "first",
): ResolvedRule {
  const on = lastDay(chosen);
  if (chosen.state === "waiting" || chosen.dueOn === undefined) return { ...chosen, ...merged };
  return { ...chosen, ...merged, steps: [...merged.steps, { step, on }] };
}
