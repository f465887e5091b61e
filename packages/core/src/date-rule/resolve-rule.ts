import { provisionalYears as provisionalIn } from "../calendar/index.ts";
import { civilDateOf, instantAt, toEpochMs } from "../civil-date/index.ts";
import { windowBounds } from "./calendar-window.ts";
import { countPeriod, rollLastDay } from "./count-period.ts";
import type { DateRule } from "./date-rule.ts";
import type { ResolvedAnchor, ResolvedRule, Waiting } from "./explanation.ts";
import { mergeExplanations, resolveAnchor } from "./resolve-anchor.ts";
import type { RuleContext } from "./rule-context.ts";
import { resolveClock } from "./service-clock.ts";

type FixedAnchor = Extract<ResolvedAnchor, { state: "fixed" }>;

/**
 * The dates that a rule comes to (civil dates in Asia/Shanghai), each with how it came about, or what it waits for.
 * Counting follows Civil Code 200–204; what the contract says otherwise stands in the rule (`roll`).
 */
export function resolveRule(rule: DateRule, context: RuleContext): ResolvedRule {
  switch (rule.rule) {
    case "on":
      return whenFixed(resolveAnchor(rule.anchor, context, resolveRule), (anchor) => ({
        state: "fixed",
        dueOn: anchor.on,
        ...explanationOf(anchor),
      }));
    case "from":
      return whenFixed(resolveAnchor(rule.anchor, context, resolveRule), (anchor) => ({
        state: "fixed",
        opensOn: anchor.on,
        steps: [...anchor.steps, { step: "noDeadline" }],
        provisionalYears: anchor.provisionalYears,
      }));
    case "within":
      return whenFixed(resolveAnchor(rule.after, context, resolveRule), (anchor) =>
        resolveWithin(rule, anchor, context),
      );
    case "before":
      return whenFixed(resolveAnchor(rule.before, context, resolveRule), (anchor) => {
        if (rule.count === 0) return { state: "fixed", dueOn: anchor.on, ...explanationOf(anchor) };
        const counted = countPeriod(context.calendar, anchor.on, -rule.count, rule.unit);
        return { state: "fixed", dueOn: counted.on, ...mergeExplanations([anchor, counted]) };
      });
    case "clock":
      return whenFixed(resolveAnchor(rule.after, context, resolveRule), (anchor) =>
        clockDates(rule, anchor, context),
      );
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
function clockDates(
  rule: Extract<DateRule, { rule: "clock" }>,
  anchor: FixedAnchor,
  { calendar }: RuleContext,
): ResolvedRule {
  const { count, unit, hours } = rule;
  const start = anchor.at ?? instantAt(anchor.on, "00:00");
  const end = resolveClock({ count, unit, hours }, start, calendar);
  const step = { step: "clock", count, unit, start, end, ...(hours === undefined ? {} : { hours }) } as const;
  const worked = hours === undefined ? [] : provisionalIn(calendar, civilDateOf(start), civilDateOf(end));
  return {
    state: "fixed",
    dueOn: civilDateOf(end),
    dueAt: end,
    steps: [...anchor.steps, step],
    provisionalYears: [...new Set([...anchor.provisionalYears, ...worked])].toSorted((a, b) => a - b),
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
  const from = resolveAnchor(rule.from, context, resolveRule);
  const to = resolveAnchor(rule.to, context, resolveRule);
  const merged = mergeExplanations([from, to]);
  if (from.state === "fixed" && to.state === "fixed") {
    return { state: "fixed", opensOn: from.on, dueOn: to.on, ...merged };
  }
  const waitingFor = [from, to].flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
  return { state: "waiting", waitingFor, ...merged };
}

type FixedRule = Extract<ResolvedRule, { state: "fixed" }>;

/** When a rule's time is over: at its instant, else with its last day, never where no deadline was agreed. */
function endOf({ dueOn, dueAt }: FixedRule): number {
  if (dueAt !== undefined) return toEpochMs(dueAt);
  return dueOn === undefined ? Number.POSITIVE_INFINITY : toEpochMs(instantAt(dueOn, "23:59")) + 60_000;
}

function fixedOf(all: readonly ResolvedRule[]): FixedRule[] {
  return all.filter((each) => each.state === "fixed");
}

function waitingOf(all: readonly ResolvedRule[]): readonly Waiting[] {
  return all.flatMap((each) => (each.state === "waiting" ? each.waitingFor : []));
}

function resolveLater(all: readonly ResolvedRule[]): ResolvedRule {
  const waitingFor = waitingOf(all);
  const merged = mergeExplanations(all);
  if (waitingFor.length > 0) return { state: "waiting", waitingFor, ...merged };
  return choose(
    fixedOf(all).reduce((a, b) => (endOf(b) > endOf(a) ? b : a)),
    merged,
    "last",
  );
}

/** "…, but no later than …": what is known bounds the date even while another of the rules still waits. */
function resolveEarlier(all: readonly ResolvedRule[]): ResolvedRule {
  const waitingFor = waitingOf(all);
  const merged = mergeExplanations(all);
  const known = fixedOf(all);
  const bounded = known.some(({ dueOn }) => dueOn !== undefined);
  if (waitingFor.length > 0 && !bounded) return { state: "waiting", waitingFor, ...merged };
  return choose(
    known.reduce((a, b) => (endOf(b) < endOf(a) ? b : a)),
    merged,
    "first",
  );
}

function choose(
  chosen: FixedRule,
  merged: Pick<ResolvedRule, "steps" | "provisionalYears">,
  step: "last" | "first",
): ResolvedRule {
  if (chosen.dueOn === undefined) return { ...chosen, ...merged };
  return { ...chosen, ...merged, steps: [...merged.steps, { step, on: chosen.dueOn }] };
}
